/** Pinterest. The pin that is shown can have another id than the one asked for; the head names both as one. */
import { inPath, wordsOf } from "@/src/extract/dom";
import { mediaReader } from "@/src/extract/media-page";

const MAIN = '[data-test-id="CloseupMainPin"], [data-test-id="closeup-container"]';

export const pinterest = mediaReader({
  name: "pinterest",
  platforms: ["pinterest"],
  namedKey: ({ url }) => inPath(url, /^\/pin\/(?:[^/]*--)?(\d+)\/?$/),
  handleInProfile: /^\/([\w.-]+)\/?$/,
  mediaCount: 1,
  more(reading, page) {
    const main = page.root.querySelector(MAIN);
    reading.say("title", wordsOf(main?.querySelector('[data-test-id="pinTitle"], h1')), "pin title");
  },
});

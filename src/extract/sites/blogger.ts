/** Blogger: the post's facts are microdata; the visible time is a time of day below a heading with the date. */
import { inPath, wordsOf } from "@/src/extract/dom";
import { mediaReader } from "@/src/extract/media-page";
import { onlyMeta } from "@/src/extract/page";

export const blogger = mediaReader({
  name: "blogger",
  platforms: ["blogger"],
  anyHost: "platform",
  knows: (page) =>
    /^blogger$/i.test(onlyMeta(page, "generator") ?? "") || (page.url?.hostname.includes(".blogspot.") ?? false),
  namedKey: ({ url }) => inPath(url, /^(\/\d{4}\/\d{2}\/[^/]+\.html)$/),
  more(reading, page) {
    const posts = page.root.querySelectorAll(
      ".post .timestamp-link abbr[title], .post .timestamp-link time[datetime], .post-timestamp time[datetime]",
    );
    const [time] = posts;
    if (posts.length !== 1 || time === undefined) return;
    reading.time(time.getAttribute("datetime") ?? time.getAttribute("title"), "post timestamp");
    reading.say("postedAtText", wordsOf(time), "post timestamp");
  },
});

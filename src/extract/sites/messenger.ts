/**
 * Messenger and Facebook's messages. The line over a message ("Kim sent") is in the viewer's language; the small round
 * portrait beside a received one carries the sender's name alone. It stands only beside the last of several messages, so
 * for the others, and for the viewer's own, who sent it stays open.
 */
import { attributeOf, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const ROW = '[role="grid"] [role="row"], [aria-label] > [role="row"]';

export const messenger: SiteReader = {
  name: "messenger",
  platforms: ["messenger", "facebook"],
  knows: ({ url, root }) =>
    (url?.hostname.endsWith("messenger.com") || /^\/messages\//.test(url?.pathname ?? "")) &&
    root.querySelector(ROW) !== null,
  posts: ({ root }) => all(root, ROW, MAX_BLOCKS).map((element) => ({ element, key: null })),
  readPost({ element: row }: PostBlock, _page: Page): Reading {
    const parts = all(row, 'div[dir="auto"], span[dir="auto"]', 20).filter(
      (one) => one.closest("h3, h4, h5, time") === null,
    );
    const reading = new Reading("messenger").say("text", wordsOf(parts[0], 100_000), "row text");
    return reading.author({ displayName: senderOf(row) }, "row portrait");
  },
};

/** A portrait is a square of at most 40 pixels; pictures in a message are larger. */
function senderOf(row: Element): string | undefined {
  const portraits = all(row, "img[alt][width][height]", 10).filter((one) => {
    const [width, height] = [Number(one.getAttribute("width")), Number(one.getAttribute("height"))];
    return width === height && width >= 20 && width <= 40;
  });
  const names = new Set(portraits.map((one) => attributeOf(one, "alt")?.trim()).filter(Boolean));
  return names.size === 1 ? [...names][0] : undefined;
}

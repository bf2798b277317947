/**
 * Messenger and Facebook's messages. The markup names no sender in a way that holds in every language, so only the
 * words of a message are read; who sent it stays open.
 */
import { wordsOf } from "@/src/extract/dom";
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
    return new Reading("messenger").say("text", wordsOf(parts[0], 100_000), "row text");
  },
};

/** Conversations of VK saved as a page. Ids of rows repeat, so a row is named only by what the user points at. */
import { bare, linkOf, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const ROW = ".msg_item";

export const vkExport: SiteReader = {
  name: "vk-export",
  anyHost: "copy",
  knows: ({ root }) => root.querySelector(`${ROW} > .from a[href*="vk.com/"]`) !== null,
  posts: ({ root }) => all(root, ROW, MAX_BLOCKS).map((element) => ({ element, key: null })),
  readPost({ element: row }: PostBlock, page: Page): Reading {
    const reading = new Reading("vk-export");
    const account = row.querySelector('.from a[href*="vk.com/"]');
    const profile = bare(linkOf(account, page));
    const stableId = /^\/(id\d+)$/.exec(profile?.pathname ?? "")?.[1];
    const displayName = wordsOf(row.querySelector(".from b"));
    reading.author({ handle: wordsOf(account), displayName, profile, stableId }, "row from").deny("handle");
    const time = row.querySelector('.from a[href^="#"]');
    reading
      .say("postedAtText", wordsOf(time), "row from")
      .say("text", wordsOf(row.querySelector(".msg_body"), 100_000), "row body");
    return reading.deny("repostedBy", "text", "permalink");
  },
};

/** Hacker News: a story is two or three rows of a table, a comment is one. */

import { declaredAs, matching, onlyNumberIn } from "@/src/extract/count";
import { linkOf, withQuery, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

export const hackernews: SiteReader = {
  name: "hackernews",
  hosts: ["news.ycombinator.com"],
  named({ url }) {
    const id = url?.pathname === "/item" ? url.searchParams.get("id") : null;
    const inHash = /^#(\d+)$/.exec(url?.hash ?? "")?.[1];
    return id ? { key: inHash ?? id } : null;
  },
  posts: ({ root }) => all(root, "tr.athing[id]", MAX_BLOCKS).map((element) => ({ element, key: element.id })),
  readPost,
  /** Comments, without the story. Under a comment there is no count. */
  declared({ root }, blocks) {
    const links = [
      ...root.querySelectorAll('.fatitem .subtext a[href^="item?id="], .fatitem .subline a[href^="item?id="]'),
    ];
    const count = links.filter((link) => link.closest(".age") === null).at(-1);
    return declaredAs(onlyNumberIn(count), matching(blocks, ".comtr"));
  },
};

function readPost({ element: row }: PostBlock, page: Page): Reading {
  const reading = new Reading("hackernews");
  const head = row.matches(".comtr") || row.querySelector(".hnuser") ? row : row.nextElementSibling;
  const user = head?.querySelector("a.hnuser");
  const name = wordsOf(user);
  reading
    .author({ handle: name, displayName: name, profile: withQuery(linkOf(user, page), ["id"]) }, "row hnuser")
    .deny("handle");
  const age = head?.querySelector(".age");
  reading
    .epoch(age?.getAttribute("title")?.split(" ")[1], "row age[title]")
    .say("postedAtText", wordsOf(age), "row age");
  reading.say("permalink", withQuery(linkOf(age?.querySelector("a[href]"), page), ["id"]), "row age a");
  reading.say("title", wordsOf(row.querySelector(".titleline > a")), "row titleline");
  const text = row.querySelector(".commtext") ?? row.closest(".fatitem")?.querySelector(".toptext");
  return reading.say("text", wordsOf(text, 100_000), "row text").deny("repostedBy", "text");
}

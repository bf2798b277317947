/** Misskey and its forks, on any host. Class names are made by the build, so only links and elements are used. */
import { attributeOf, bare, inPath, linkOf, ownAll, wordsOf } from "@/src/extract/dom";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const NOTE_PATH = /^\/notes\/(\w+)\/?$/;
const ACCOUNT = /^\/@([^/]+)\/?$/;

export const misskey: SiteReader = {
  name: "misskey",
  platforms: ["mastodon"],
  anyHost: "platform",
  knows: (page) => {
    const software = `${onlyMeta(page, "application-name") ?? ""} ${onlyMeta(page, "generator") ?? ""}`;
    const isNamed = /misskey|firefish|sharkey|calckey|iceshrimp/i.test(software);
    return (
      isNamed ||
      page.root.querySelector("#misskey_app, script[data-misskey], [data-color-scheme] #sharkey_app") !== null
    );
  },
  named(page) {
    const key = inPath(page.url, NOTE_PATH);
    return key === undefined ? null : { key };
  },
  posts: (page) =>
    all(page.root, "article", MAX_BLOCKS)
      .map((element) => ({
        element,
        key: inPath(linkOf(timeOf(element, page)?.closest("a"), page), NOTE_PATH) ?? null,
      }))
      .filter(({ key }) => key !== null),
  readPost,
};

function timeOf(note: Element, page: Page): Element | null {
  const times = ownAll(note, 'a[href*="/notes/"] time', "article", 5);
  return times.find((time) => NOTE_PATH.test(linkOf(time.closest("a"), page)?.pathname ?? "")) ?? null;
}

function readPost({ element: note }: PostBlock, page: Page): Reading {
  const reading = new Reading("misskey");
  const time = timeOf(note, page);
  reading.say("permalink", bare(linkOf(time?.closest("a"), page)), "note time link");
  reading.time(attributeOf(time, "datetime"), "note time[datetime]").say("postedAtText", wordsOf(time), "note time");
  const header = note.querySelector("header");
  const link = header === null ? undefined : ownAll(header, 'a[href*="/@"]', "article", 3)[0];
  const profile = bare(linkOf(link, page));
  const handle = inPath(profile, ACCOUNT);
  const name = wordsOf(link);
  reading.author({ handle, displayName: name?.startsWith("@") ? undefined : name, profile }, "note header link");
  return reading.deny("handle", "repostedBy");
}

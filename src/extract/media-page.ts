/**
 * A reader for sites where an address names one video, picture or article: where its facts are is all that its file has
 * to say. Elements are looked for in the whole page, so selectors must not match what belongs to other posts.
 */
import { attributeOf, bare, inPath, linkOf, wordsOf } from "./dom";
import { all, type Page } from "./page";
import { Reading } from "./reading";
import type { NamedPost, SiteReader } from "./site-reader";

export interface MediaMarkup
  extends Pick<SiteReader, "name" | "platforms" | "hosts" | "anyHost" | "posts" | "readPost" | "handleInProfile"> {
  knows?(page: Page): boolean;
  /** The id in the address of a post. */
  namedKey(page: Page): string | undefined;
  /** The part of the page that shows the post with this id; what stands elsewhere is not looked at. */
  root?(page: Page, key: string): Element | null;
  /** Links to the profile of who posted it. All that match must lead to the same profile. */
  author?: string;
  /** The handle in the profile's address. */
  handle?: RegExp;
  /** The account's number in the profile's address. */
  stableId?: RegExp;
  /** Where the display name is, when not in the link itself. */
  displayName?: string;
  time?: string;
  moment?(time: Element): string | null | undefined;
  shownTime?(words: string): string | undefined;
  text?: string;
  title?: string;
  /** Pictures and videos of one post. */
  mediaCount?: number;
  /** Reads what does not fit the pattern. */
  more?(reading: Reading, page: Page, key: string): void;
}

/** A fragment that names a comment: then nothing here is about what is meant. */
const COMMENT = /^#(?:c\d|.*(?:comment|reply|respon))/i;

export function mediaReader(site: MediaMarkup): SiteReader {
  return {
    ...site,
    named(page) {
      const key = site.namedKey(page);
      const isComment = COMMENT.test(page.url?.hash ?? "");
      return key === undefined ? null : { key: isComment ? `comment on ${key}` : key };
    },
    readPage: (page, named) =>
      COMMENT.test(page.url?.hash ?? "") ? new Reading(site.name) : readMedia(site, page, named),
  };
}

function readMedia(site: MediaMarkup, page: Page, { key }: NamedPost): Reading {
  const reading = new Reading(site.name).deny("repostedBy");
  const root = site.root ? site.root(page, key) : page.root;
  if (root !== null) readParts(site, reading, root, page);
  site.more?.(reading, page, key);
  return site.mediaCount ? reading.media(site.mediaCount, "address") : reading;
}

function readParts(site: MediaMarkup, reading: Reading, root: Element, page: Page): void {
  const one = (selector: string | undefined) => (selector === undefined ? null : root.querySelector(selector));
  const links = site.author === undefined ? [] : all(root, site.author, 20);
  const profiles = links.map((link) => bare(linkOf(link, page))).filter((address) => address !== null);
  const [profile] = profiles;
  if (profile !== undefined && new Set(profiles.map(({ pathname }) => pathname.replace(/\/$/, ""))).size === 1) {
    const shown = site.displayName ? wordsOf(one(site.displayName)) : links.map((link) => wordsOf(link)).find(Boolean);
    const handle = site.handle && inPath(profile, site.handle);
    const stableId = site.stableId && inPath(profile, site.stableId);
    reading.author({ handle, displayName: shown?.split("\n")[0]?.replace(/^@/, ""), profile, stableId }, "author link");
  }
  const time = one(site.time);
  reading.time(time && (site.moment ? site.moment(time) : attributeOf(time, "datetime")), "time");
  const words = wordsOf(time);
  reading.say("postedAtText", words && (site.shownTime ? site.shownTime(words) : words), "time");
  reading.say("title", wordsOf(one(site.title)), "title").say("text", wordsOf(one(site.text), 100_000), "text");
}

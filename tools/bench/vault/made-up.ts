/** Made-up exhibits for measuring: the same for each number, in lengths as posts have them. No real person, no real post. */

import { type PageDraft, RECORD_SCHEMA } from "@/src/model/exhibit";
import type { FileAbout } from "@/src/model/exhibit-files";
import type { UtcInstant } from "@/src/model/instant";
import { emptyFacts } from "@/src/model/page-facts";
import { MADE_UP_ENV } from "../../made-up-env";

const WORDS =
  "morning mist path weir bench lock river walk lamp chair table Sunday rain north steps boots tide harbour reed otter".split(
    " ",
  );
const PHRASES = ["晨霧籠罩堤邊小路", "舊水閘旁的長椅", "雨中散步", "北面石級", "café au bord de l’eau", "潮水退了"];
const PLATFORMS = ["bluesky", "threads", "youtube", "web", "instagram", "reddit"];
/** One in twenty posts is long. */
const LONG_POST_EVERY = 20;
const HOUR_MS = 3_600_000;

export const FILE: FileAbout = { path: "original/page.dom.html.txt", role: "original", mime: "text/html" };

/** What was on a page; `number` decides all of it. */
export function madeUpDraft(number: number): PageDraft {
  const platform = PLATFORMS[number % PLATFORMS.length]!;
  const url = `https://www.example.com/${handleOf(number)}/posts/${1_986_021_144_000 + number * 7919}`;
  const text = textOf(number);
  const saved = new Date(Date.UTC(2024, 0, 1) + number * 2.5 * HOUR_MS).toISOString() as UtcInstant;
  return {
    schema: RECORD_SCHEMA,
    kind: "post",
    pictures: number % 11 === 0 ? "covered" : "as shown",
    url: { browser: url, canonical: url, frames: [] },
    page: { title: text.slice(0, 60), lang: "en" },
    poster: null,
    forwarder: null,
    postedAt: null,
    facts: { ...emptyFacts(url, platform), handle: handleOf(number), title: text.slice(0, 60), text },
    captured: { startUtc: saved, endUtc: saved, offsetMin: 480, tz: "Asia/Hong_Kong", monotonicMs: 4664 },
    by: { role: "unstated" },
    env: MADE_UP_ENV,
    actions: [{ act: "scroll-to-top" }, { act: "restore" }],
    picture: { method: "photograph", file: FILE.path, widthPx: 1280, heightPx: 4000, tiles: 6, complete: true },
    seams: [],
    missing: number % 7 === 0 ? [{ what: "posted-time", why: "notOnPage" }] : [],
  };
}

/** The page of an exhibit, a few kilobytes. */
export function madeUpPage(number: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`<!doctype html><title>${number}</title><p>${textOf(number).repeat(8)}</p>\n`);
}

/** Texts to look for, as they are typed: in each item, in some, in one, in none, of one word and of two. */
export function madeUpSearches(items: number): string[] {
  const numbers = Array.from({ length: 40 }, (_, n) => Math.floor((n * items) / 40));
  const typed = ["harbour lamp", "晨霧籠罩", "CAFÉ", "nowhere"].flatMap((text) =>
    Array.from(text, (_, length) => text.slice(0, length + 1)),
  );
  return [
    ...typed,
    ...WORDS,
    ...PHRASES,
    ...numbers.map(handleOf),
    ...numbers.map((n) => `${1_986_021_144_000 + n * 7919}`),
  ];
}

function handleOf(number: number): string {
  return `${WORDS[number % WORDS.length]}.${WORDS[(number * 7 + 3) % WORDS.length]}.${number % 613}`;
}

function textOf(number: number): string {
  const length = number % LONG_POST_EVERY === 0 ? 300 : 8 + ((number * 31) % 40);
  return Array.from({ length }, (_, n) => {
    const at = number * 17 + n * n * 5;
    return n % 6 === 5 ? PHRASES[at % PHRASES.length] : WORDS[at % WORDS.length];
  }).join(" ");
}

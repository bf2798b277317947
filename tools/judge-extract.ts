/** Compares what was read from saved pages with what a careful reader found there. Format: the list's own `notes`. */
import { isSameMoment } from "@/src/extract/moments";
import type { PageFacts } from "@/src/model/page-facts";

export const FACTS = [
  "handle",
  "postedAt",
  "permalink",
  "repostedBy",
  "displayName",
  "profileUrl",
  "postedAtDate",
  "postedAtText",
  "textStart",
  "mediaCount",
] as const;
export type Fact = (typeof FACTS)[number];
/** Facts of which not one may be wrong. */
export const GRAVE: readonly Fact[] = ["handle", "postedAt", "permalink", "repostedBy"];

export type Verdict = "right" | "missed" | "wrong" | "none";

export interface ExpectedPage {
  file: string;
  platform: string;
  /** The post's own address; the page stood there, unless `pageUrl` says otherwise. */
  url: string | null;
  pageUrl?: string;
  urlAlso?: string[];
  profileUrlAlso?: string[];
  [fact: string]: unknown;
}

/** Where a page stands whose address nobody kept. */
const UNKNOWN_ADDRESS = "https://page.example/saved";

export function addressOf(page: ExpectedPage): string {
  return page.pageUrl ?? page.url ?? UNKNOWN_ADDRESS;
}

/** "none": nothing is asserted, or the page does not give the fact and none was read. */
export function judge(page: ExpectedPage, facts: PageFacts, fact: Fact): Verdict {
  const right = rightValues(page, fact);
  const value = factIn(facts, fact);
  if (right === undefined) return "none";
  if (value === null || (fact === "mediaCount" && value === 0 && right[0] !== 0))
    return right[0] === null ? "none" : "missed"; // null comes first where the page does not give it
  return right.some((one) => one !== null && isRight(fact, value, one)) ? "right" : "wrong";
}

/** Every value that is right for a fact; nothing where the list does not say. */
function rightValues(page: ExpectedPage, fact: Fact): unknown[] | undefined {
  if (fact === "permalink") return [page.url, ...(page.urlAlso ?? [])];
  const value = page[fact];
  if (value === undefined) return undefined;
  return [value, ...(fact === "profileUrl" ? (page.profileUrlAlso ?? []) : [])];
}

export function factIn(facts: PageFacts, fact: Fact): string | number | null {
  return fact === "textStart" ? facts.text : facts[fact];
}

function isRight(fact: Fact, value: string | number, right: unknown): boolean {
  if (typeof right !== "string") return value === right;
  const found = String(value);
  if (fact === "postedAt") return isSameMoment(found, right.replace(/\.(\d{3})\d*/, ".$1"));
  if (fact === "textStart") return squeezed(found).startsWith(squeezed(right));
  if (fact === "permalink" || fact === "profileUrl") return plainAddress(found) === plainAddress(right);
  return found === right;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

function plainAddress(text: string): string {
  return text.replace(/\/$/, "").replace(/^http:/, "https:");
}

/**
 * What one source on a page says about the post, before the sources are weighed against each other.
 */
import type { PageFacts } from "@/src/model/page-facts";

/** One value and the place it was read, e.g. `jsonld:author.name`. */
export interface Claim<Value> {
  value: Value;
  source: string;
  form?: NameForm;
}

/** "word": may be a display name, so its form must be that of an account name. "shown": known to be the account's. */
export type NameForm = "word" | "shown";

export type TextFact = Exclude<keyof PageFacts, "pageUrl" | "platform" | "mediaCount" | "sources">;

/**
 * A missing fact means that the source says nothing about it. `null` means that it speaks against any answer (it
 * contradicts itself, or a platform's reader knows that the page does not give the fact): no other source may fill it.
 */
export type Claims = { [Fact in TextFact]?: Claim<string> | null } & { mediaCount?: Claim<number> | null };

export const TEXT_FACTS: readonly TextFact[] = [
  "permalink",
  "title",
  "language",
  "handle",
  "displayName",
  "profileUrl",
  "postedAt",
  "postedAtDate",
  "postedAtText",
  "repostedBy",
  "text",
];

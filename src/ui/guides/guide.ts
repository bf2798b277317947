/** What a guide is made of. Its words are messages; here stands which, in which order and form. */
import type { PlainKey } from "@/src/i18n/t";

export const GUIDE_GROUPS = ["now", "protect", "others"] as const;
export type GuideGroup = (typeof GUIDE_GROUPS)[number];

export interface GuidePart {
  /**
   * "say" and "dont": sentences spoken to someone. "blanks": a card to print and fill in by hand. "copy": sentences to
   * copy. "pairs": what people say and what is true, in turn.
   */
  kind: "text" | "points" | "steps" | "say" | "dont" | "blanks" | "copy" | "pairs";
  heading?: PlainKey;
  lines: readonly PlainKey[];
}

/** A service's own page; opened in a new tab when it is pressed, and never before. */
export interface GuideLink {
  name: string;
  url: string;
  note: PlainKey;
}

export interface Guide {
  /** Last part of its address. */
  id: string;
  group: GuideGroup;
  title: PlainKey;
  parts: readonly GuidePart[];
  links?: readonly GuideLink[];
  /** Rows of the table of advice (docs/coverage.json) that it answers. */
  rows: readonly number[];
}

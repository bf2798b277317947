/**
 * What happened, in the words of the person who keeps the items: events with their times, witnesses and exhibits, the reports
 * they made, and what they say of each exhibit. Their words are kept as they are written.
 */
import type { UtcInstant } from "./instant";
import type { LinkRel } from "./links";
import type { ReportNote, StillThere } from "./note";
import type { Remarks } from "./remarks";

/** How well a time is known. `zone`: IANA name of the zone the person thought in. */
export type AccountTime =
  | { kind: "exact"; utc: UtcInstant; zone: string }
  /** `words`: as the person put it, "in the evening of". */
  | { kind: "about"; utc: UtcInstant; zone: string; words: string }
  | { kind: "range"; utc: UtcInstant; untilUtc: UtcInstant; zone: string }
  | { kind: "unknown"; words: string };

export interface AccountEntry {
  time: AccountTime;
  what: string;
  /** What the person did, where they wrote it. */
  did: string | null;
  /** What it did to the person, where they wrote it. */
  effect: string | null;
  witnesses: readonly string[];
  /** Numbers of exhibits. */
  exhibits: readonly number[];
}

export interface AccountReport extends Omit<ReportNote, "exhibits" | "looks"> {
  exhibits: readonly number[];
  /** `exhibit`: number of the one that shows it; `null` where none does, or it was deleted. */
  looks: readonly (Omit<StillThere, "exhibit"> & { exhibit: number | null })[];
}

/** What is to be covered of its picture is no part of it. Links name exhibits by their numbers. */
export type ExhibitWords = Omit<Remarks, "links" | "covers"> & {
  links: readonly { rel: LinkRel; exhibit: number }[];
};

export interface Account {
  /** As written; sorted where they are shown. */
  entries: readonly AccountEntry[];
  /** As written. */
  reports: readonly AccountReport[];
  /** Exhibit number → what the person says of it. */
  about: ReadonlyMap<number, ExhibitWords>;
}

export const EMPTY_ACCOUNT: Account = { entries: [], reports: [], about: new Map() };

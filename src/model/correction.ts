/**
 * What the user says of a fact instead of what the page says. The record is never changed: corrections are kept beside
 * it, one after another, each named in the custody log by its digest. Format: docs/formats/record.md
 */
import type { CustodyAct } from "./custody";
import type { ExhibitId } from "./exhibit";
import type { UtcInstant } from "./instant";
import { FACT_LIMITS, type PageFacts } from "./page-facts";

const OF_PAGES = [
  "handle",
  "displayName",
  "postedAtText",
  "postedAtDate",
  "permalink",
  "repostedBy",
] as const satisfies readonly (keyof PageFacts)[];
/** What a page can claim and the user can say otherwise. */
export type PageClaim = (typeof OF_PAGES)[number];

/** Of things that are no page the user says these themselves; where the original is, nobody else can say. */
export const CORRECTABLE = [...OF_PAGES, "originalPlace"] as const;
export type CorrectableFact = (typeof CORRECTABLE)[number];

const LIMITS: Readonly<Record<CorrectableFact, number>> = { ...FACT_LIMITS, originalPlace: 500 };

export interface Correction {
  /** Random: the log names the digest of this object, from which a short name could otherwise be found by trying. */
  id: string;
  item: ExhibitId;
  fact: CorrectableFact;
  /** What the page says, as it stands in the record. */
  pageValue: string | null;
  /** What the user says; `null`: an earlier correction is taken back, and what the page says stands again. */
  value: string | null;
  utc: UtcInstant;
  /** IANA name of the device's zone. */
  tz: string;
}

/**
 * Where the original is, is no claim of a page but the user's own words, which name a place: a bundle without what the user wrote
 * does not hold it.
 */
export const OWN_WORDS = "originalPlace" satisfies CorrectableFact;

/** Stands for such a correction in a bundle whose maker left out what they wrote. The log names the same digest. */
export interface LeftOutCorrection {
  item: ExhibitId;
  fact: typeof OWN_WORDS;
  leftOut: "words";
  digest: `sha256:${string}`;
}

/** What a log entry of the event `edit-note` says in its detail when it is about a correction. */
export const CORRECTION_DETAIL = "correction";

/** Whether a log entry names a correction by its digest. */
export function isCorrectionEntry({ event, detail }: Pick<CustodyAct, "event" | "detail">): boolean {
  return event === "edit-note" && detail.about === CORRECTION_DETAIL;
}

export const MAX_CORRECTIONS = 500;

/** Why a value cannot stand for a fact. */
export type CorrectionProblem = "empty" | "tooLong" | "notADay" | "notAnAddress";

/** `null` where it can. Nothing is trimmed or changed here: what is kept is what was typed. */
export function correctionProblem(fact: CorrectableFact, value: string): CorrectionProblem | null {
  if (value.trim() === "") return "empty";
  if (value.length > LIMITS[fact]) return "tooLong";
  if (fact === "postedAtDate" && !isDay(value)) return "notADay";
  if (fact === "permalink" && !/^https?:$/.test(URL.parse(value)?.protocol ?? "")) return "notAnAddress";
  return null;
}

function isDay(value: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** The last word on each fact that has one. */
export function standing(corrections: readonly Correction[]): ReadonlyMap<CorrectableFact, Correction> {
  const last = new Map(corrections.map((correction) => [correction.fact, correction]));
  return new Map([...last].filter(([, { value }]) => value !== null));
}

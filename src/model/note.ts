/**
 * What the user writes beside what is kept: events of their account, reports they made, what a case is. A note can be
 * changed and taken away; each time the custody log says so and names the digest of what stood then. Format: docs/formats/notes.md
 */
import type { AccountTime } from "./account";
import type { CustodyAct, Role } from "./custody";
import type { CaseId, ExhibitId } from "./exhibit";
import type { UtcInstant } from "./instant";

export type NoteId = string & { readonly __brand: "NoteId" };

/** In what way something happened. */
export const EVENT_KINDS = [
  "post",
  "message",
  "phone-call",
  "in-person",
  "letter",
  "threat",
  "police",
  "platform",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One entry of the account. Texts are kept as they were written; an empty one was left out. */
export interface EventNote {
  way: EventKind;
  time: AccountTime;
  what: string;
  /** What the person did. */
  did: string;
  /** What it did to the person. */
  effect: string;
  witnesses: string[];
  exhibits: ExhibitId[];
}

/** How a report was sent. */
export const REPORT_ROUTES = ["form", "email", "notice", "phone", "in-person", "other"] as const;
export type ReportRoute = (typeof REPORT_ROUTES)[number];

/** What a report is about. */
export const REPORT_KINDS = ["intimate-picture", "threat", "impersonation", "under-18", "other-abuse"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** How it ended; `null` as long as there is no answer. */
export const OUTCOMES = ["removed", "refused", "no-answer", "partly"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const FOUND = ["up", "gone", "unsure"] as const;

/** A look at whether what was reported is still there. */
export interface StillThere {
  utc: UtcInstant;
  found: (typeof FOUND)[number];
  /** The exhibit that shows it, where one was kept. */
  exhibit: ExhibitId | null;
}

/** One report, and what came of it. */
export interface ReportNote {
  kind: ReportKind;
  /** Id in the directory, or `null` for a place that is not in it. */
  destination: string | null;
  /** The place in words, as it was shown. */
  to: string;
  route: ReportRoute;
  /** The address that was reported. */
  address: string;
  exhibits: ExhibitId[];
  sentUtc: UtcInstant;
  tz: string;
  /** Who sent it, in the user's words; may be empty. */
  by: string;
  reference: string;
  /** Until when an answer is due, and what says so; `null` where nothing does. */
  due: { utc: UtcInstant; source: string } | null;
  answer: { utc: UtcInstant; words: string } | null;
  outcome: Outcome | null;
  looks: StillThere[];
  words: string;
}

/** Why only an address was kept: someone in it is, or may be, under 18; or who came across it wanted no more. */
export const ADDRESS_ONLY = ["under-18-or-unsure", "came-across"] as const;

/** An address that was kept without picture and page. */
export interface AddressNote {
  /** As the browser had it. */
  address: string;
  /** Id of the platform, or "web". */
  platform: string;
  /** Account name as the page shows it. */
  handle: string | null;
  /** Time of posting as the page shows it. */
  posted: string | null;
  why: (typeof ADDRESS_ONLY)[number];
}

/** For whom things are kept in a case. They change words and defaults, and lock nothing. */
export const CASE_ROLES = ["survivor", "friend", "bystander"] as const satisfies readonly Role[];

/** Whether the person concerned agreed, where someone else keeps things. */
export const AGREED = ["yes", "no", "unknown"] as const;

export interface CaseNote {
  name: string;
  role: (typeof CASE_ROLES)[number] | "unstated";
  agreed: (typeof AGREED)[number] | null;
}

export interface NoteBodies {
  event: EventNote;
  report: ReportNote;
  address: AddressNote;
  case: CaseNote;
}
export type NoteKind = keyof NoteBodies;

/** A note as it is stored. `K` may be a union; `kind` and `body` go together. */
export type Note<K extends NoteKind = NoteKind> = {
  [Kind in K]: {
    id: NoteId;
    caseId: CaseId;
    kind: Kind;
    body: NoteBodies[Kind];
    /** When it was first written, and when it was changed last. */
    writtenUtc: UtcInstant;
    changedUtc: UtcInstant;
    tz: string;
    /**
     * Random, new with each change. It is in the digest that the log names and not in the log, so that words of a note
     * that is not handed over cannot be found by trying.
     */
    revision: string;
  };
}[K];

/** What is to be written. `id` and `revision` are those of the note that it replaces, `null` for a new one. */
export type NoteDraft<K extends NoteKind = NoteKind> = {
  [Kind in K]: {
    caseId: CaseId;
    kind: Kind;
    body: NoteBodies[Kind];
    replaces: Pick<Note, "id" | "revision"> | null;
  };
}[K];

/** How many notes one case takes. */
export const MAX_NOTES = 5000;

/** The note a log entry is about, or `null`. */
export function noteOfEntry({ event, detail }: Pick<CustodyAct, "event" | "detail">): NoteId | null {
  return event === "edit-note" && typeof detail.note === "string" ? (detail.note as NoteId) : null;
}

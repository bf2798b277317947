/**
 * The whole conversation between our own contexts. Requests and replies are plain JSON; pictures do not travel by
 * message, they are read from the vault.
 */
import type { CaseNow } from "@/src/model/case-line";
import type { Correction } from "@/src/model/correction";
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import type { CaptureFailure, VaultFailure } from "@/src/model/errors";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { LookDraft, LookFound, ReportedHere, ReportPlace } from "@/src/model/look";
import type { AddressNote, CaseNote, Note, NoteDraft, ReportNote } from "@/src/model/note";
import type { CutOffRecording } from "@/src/model/recording";
import type { KeptRemarks, Remarks } from "@/src/model/remarks";
import type { Result } from "@/src/model/result";
import type { Wish } from "@/src/model/scope";
import type { PageReading } from "@/src/model/thread";
import type { InnerFound } from "./page-side";
import type { VaultProtocol } from "./vault-protocol";

/** What the popup may be told about the page in front. */
export interface PageView extends PageReading {
  /** From the tab, not from the page. */
  url: string;
  inner: InnerFound;
}

/** What is to stand beside an item; `replaces`: the revision of what stands there, `null` for nothing. */
export interface RemarksDraft {
  item: ExhibitId;
  remarks: Remarks;
  replaces: string | null;
}

/** A report that the user says they have sent. `exhibit`: the copy that was kept just before; `null` where that is not known. */
export interface SentReport extends Pick<ReportNote, "kind" | "destination" | "to" | "address"> {
  exhibit: ExhibitId | null;
}

/** Our own pages to the background. */
export interface Protocol extends VaultProtocol {
  /** Reads the page the user clicked on; nothing is kept. */
  "page.inspect": (request: { tabId: number }) => Result<PageView, CaptureFailure>;
  /** The user's answer to "Which one?": the place in the list, or `null` for none of them. */
  "page.choose": (request: { tabId: number; index: number | null }) => Result<PageView, CaptureFailure>;
  /** Starts one capture and replies at once; progress is told by the job's state. `look`: what it is proof of. */
  "capture.start": (request: { tabId: number; look?: LookFound } & Wish) => Result<null, CaptureFailure>;
  /** Asks a running capture to stop. Nothing half-made is kept. */
  "capture.stop": (request: { tabId: number }) => Result<null, never>;
  /** Whether the saving of a page was cut off by a restart, with nothing kept of it. It is told once. */
  "capture.cutOff": (request: Record<never, never>) => boolean;
  /** Puts the user's word beside what the page says; replies with all corrections of the item, the new one last. */
  "exhibit.correct": (request: Pick<Correction, "item" | "fact" | "value">) => Result<Correction[], VaultFailure>;
  /** Puts the user's own words beside an item, in the place of those that stood there. */
  "exhibit.remark": (request: RemarksDraft) => Result<KeptRemarks, VaultFailure>;
  /** Writes a note, or another wording of one. */
  "note.put": (request: NoteDraft) => Result<Note, VaultFailure>;
  /** Destroys a note with its key. */
  "note.remove": (request: { caseId: CaseId; note: Pick<Note, "id" | "revision"> }) => Result<null, VaultFailure>;
  /** Keeps an address and what the page says beside it, and no picture, in the case that new items go into. */
  "address.keep": (request: AddressNote) => Result<null, VaultFailure>;
  /** Writes down that a report was sent just now. */
  "report.log": (request: SentReport) => Result<null, VaultFailure>;
  /** Reports about the page in front. `report`: the one it was opened from, if it was. */
  "report.here": (request: { url: string; report: ReportPlace | null }) => Result<ReportedHere | null, VaultFailure>;
  /** Writes down what was found there, beside the item that shows it, where there is one. */
  "report.look": (request: LookDraft) => Result<null, VaultFailure>;
  /** Deletes the item, and keeps its address, account and time: someone in it is, or may be, under 18. */
  "exhibit.addressOnly": (request: { item: ExhibitId }) => Result<null, VaultFailure>;
  /** A new case, into which new items go from now on; replies with the note that says what it is. */
  "case.begin": (request: { about: CaseNote }) => Result<Note, VaultFailure>;
  /** New items go into this case from now on. */
  "case.choose": (request: { caseId: CaseId }) => Result<null, VaultFailure>;
  /** The case that new items go into; `null` while the notes are locked. */
  "case.now": (request: Record<never, never>) => Result<CaseNow | null, VaultFailure>;
  /** Removes our own rows from the browser's history; replies with how many, or `null` where the user did not allow it. */
  "rows.remove": (request: Record<never, never>) => number | null;
  /** The user leaves: stops and locks, tells every open page of ours, and removes our rows where that is allowed. */
  "pages.leave": (request: Record<never, never>) => Result<null, never>;
  /** No item is added any more to a case whose log was found damaged. */
  "case.leave": (request: { caseId: CaseId }) => Result<null, VaultFailure>;
  /** Destroys the item's key, then removes what is stored of it. Its number is given to no other. */
  "exhibit.delete": (request: { item: ExhibitId }) => Result<null, VaultFailure>;
  /** A page of ours saved this itself: it is time-stamped where the user asked for that. Replies at once. */
  "exhibit.saved": (request: { item: ExhibitId }) => null;
  /** Recordings that were cut off, of which the user was not told yet. */
  "recording.cutOff": (request: Record<never, never>) => Result<CutOffRecording[], VaultFailure>;
  /** The user was told of these. */
  "recording.told": (request: { items: readonly ExhibitId[] }) => Result<null, VaultFailure>;
  /** Writes down an act on a case, for instance that a bundle was made; replies with the entry as stored. */
  "custody.append": (request: {
    caseId: CaseId;
    act: Pick<CustodyAct, "event" | "item" | "digest" | "detail">;
  }) => Result<CustodyEntry, VaultFailure>;
}

export type MessageName = keyof Protocol;
export type Request<Name extends MessageName> = Parameters<Protocol[Name]>[0];
export type Reply<Name extends MessageName> = ReturnType<Protocol[Name]>;

/**
 * A content script shares its process with the page, so it starts no conversation at all: it only answers what the
 * background asks (see page-side.ts).
 */
export const PAGE_MAY_SEND: ReadonlySet<MessageName> = new Set();

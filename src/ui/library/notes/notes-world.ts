/** What the lists of notes need from outside, and how they are read. */
import type { CaseId, ExhibitSummary } from "@/src/model/exhibit";
import type { Note, NoteDraft } from "@/src/model/note";

/** Failures are thrown as {VaultError}. */
export interface NotesWorld {
  cases(): Promise<{ current: CaseId }>;
  notes(caseId: CaseId): Promise<{ notes: Note[]; damaged: unknown[] }>;
  summaries(): Promise<{ summaries: ExhibitSummary[] }>;
  putNote(draft: NoteDraft): Promise<Note>;
  removeNote(note: Note): Promise<void>;
  /** IANA name of the device's zone. */
  timeZone(): string;
}

export interface CaseNotes {
  caseId: CaseId;
  notes: Note[];
  /** How many cannot be read. */
  damaged: number;
  /** Newest first. */
  items: ExhibitSummary[];
}

/** The notes and the items of the case that new items go into. @throws {VaultError} */
export async function readNotes(world: NotesWorld): Promise<CaseNotes> {
  const { current: caseId } = await world.cases();
  const [{ notes, damaged }, { summaries }] = await Promise.all([world.notes(caseId), world.summaries()]);
  return { caseId, notes, damaged: damaged.length, items: summaries.filter((item) => item.caseId === caseId) };
}

/** What a new wording of a note replaces. */
export const replacing = (note: Note | null) => note && { id: note.id, revision: note.revision };

/** A case as it is shown: what the user said of it, and how much is in it. */
import type { CaseId } from "./exhibit";
import type { CaseNote, Note } from "./note";

/** What holds of a case as long as nobody said anything of it, as in notes of an earlier release. */
export const UNSTATED: CaseNote = { name: "", role: "unstated", agreed: null };

export interface CaseLine {
  id: CaseId;
  about: CaseNote;
  /** The note that says so, to be replaced by another wording; `null` where there is none. */
  note: Pick<Note, "id" | "revision"> | null;
  /** It came in as a package: nothing new goes into it. */
  isReceived: boolean;
  /** New items go into it. */
  isCurrent: boolean;
}

/** The case that new items go into. */
export interface CaseNow {
  about: CaseNote;
  /** There are others of the user's own. */
  isOneOfSeveral: boolean;
}

/** Whether as little as possible is kept unless the user asks for more: it is of someone who did not agree to it. */
export function keepsLeast({ role, agreed }: Pick<CaseNote, "role" | "agreed">): boolean {
  return role === "bystander" || (role === "friend" && agreed !== "yes");
}

/** What is said of the case last; notes are in the order in which they were first written. */
export function aboutCase(notes: readonly Note[]): Pick<CaseLine, "about" | "note"> {
  const last = notes.findLast((note): note is Note<"case"> => note.kind === "case");
  if (last === undefined) return { about: UNSTATED, note: null };
  return { about: last.body, note: { id: last.id, revision: last.revision } };
}

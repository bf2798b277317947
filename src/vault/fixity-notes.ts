/** Compares the notes of a case with what its log names. */
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId } from "@/src/model/exhibit";
import { type NoteId, noteOfEntry } from "@/src/model/note";
import { receivedAt } from "@/src/model/received";
import { noteDigest } from "./notes";
import type { VaultReader } from "./read";

/** @param log `null` where it does not hold together: then only what does not open is found. */
export async function findNoteChanges(
  reader: VaultReader,
  caseId: CaseId,
  log: readonly CustodyEntry[] | null,
): Promise<("changed" | "missing")[]> {
  const { notes, damaged } = await reader.notes(caseId);
  const found: ("changed" | "missing")[] = damaged.map(() => "changed");
  if (log === null) return found;
  const named = lastDigests(log);
  const before = lastDigests(log.slice(0, receivedAt(log) + 1)); // what others wrote in a case that came in stayed with them
  for (const note of notes) {
    if (named.get(note.id) !== (await noteDigest(note))) found.push("changed");
    named.delete(note.id);
  }
  for (const id of damaged) named.delete(id);
  const missing = [...named].filter(([id, digest]) => digest !== null && digest !== before.get(id));
  return [...found, ...missing.map(() => "missing" as const)];
}

/** By note; `null` where it was taken away. */
function lastDigests(log: readonly CustodyEntry[]): Map<NoteId, CustodyEntry["digest"]> {
  const last = new Map<NoteId, CustodyEntry["digest"]>();
  for (const entry of log) {
    const id = noteOfEntry(entry);
    if (id !== null) last.set(id, entry.digest);
  }
  return last;
}

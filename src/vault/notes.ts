/**
 * Notes: each a row under a key of its own, so that taking one away destroys it. It is written in one transaction with the
 * log entry that names its digest. A row that was put back to an older state is found by the fixity check.
 */
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyAct } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import { MAX_NOTES, type Note, type NoteDraft, type NoteId } from "@/src/model/note";
import { type Binding, type DataKey, openRow, sealRow } from "./cipher";
import type { KeyRing } from "./data-keys";
import { type CaptureAct, Ledger, LOG_LOCK } from "./ledger";
import { type Also, commitLedger } from "./ledger-commit";
import type { OpenVault } from "./open";
import type { Db, NoteRow } from "./schema";

/** All notes of one case. */
export const noteRange = (id: CaseId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

export const noteBinding = (caseId: CaseId, id: NoteId): Binding => ({
  kind: "note",
  id: `${caseId}/${id}`,
  version: 1,
});

/**
 * Writes a new note, or another wording of one.
 * @throws {VaultError} `locked`; `notFound` when the one it replaces is gone, `changedMeanwhile` when that has another
 * wording by now; `full`, `damaged`
 */
export async function putNote(vault: OpenVault, draft: NoteDraft, act: CaptureAct): Promise<Note> {
  return navigator.locks.request(LOG_LOCK, async () => writeNote(vault, await vault.access.keys(), draft, act));
}

/** What has to happen with a note that is written; `detail`: what its log entry says beside the usual. */
interface Besides {
  detail?: CustodyAct["detail"];
  also?: Also;
}

/** As `putNote`; the caller holds `LOG_LOCK`. */
export async function writeNote(
  { db, access }: OpenVault,
  keys: KeyRing,
  draft: NoteDraft,
  act: CaptureAct,
  { detail = {}, also = () => [] }: Besides = {},
): Promise<Note> {
  const before = draft.replaces && (await current(db, keys, draft.caseId, draft.replaces));
  if (!before && (await db.count("notes", noteRange(draft.caseId))) >= MAX_NOTES) throw new VaultError("full");
  const note = noteOf(draft, before, act);
  const ledger = await Ledger.open(db, keys, draft.caseId);
  if (note.kind === "case") ledger.setRole(note.body.role);
  await enterNote(ledger, note, act, detail);
  const dataKey = await access.dataKey();
  const row = await sealNote(dataKey, note);
  await commitLedger(db, await ledger.rows(dataKey), (tx) => [() => tx.objectStore("notes").put(row), ...also(tx)]);
  return note;
}

/** @param before What it replaces; `null` for a new one. */
export function noteOf({ caseId, kind, body }: NoteDraft, before: Note | null, act: CaptureAct): Note {
  return {
    id: before?.id ?? (crypto.randomUUID() as NoteId),
    caseId,
    kind,
    body,
    writtenUtc: before?.writtenUtc ?? act.utc,
    changedUtc: act.utc,
    tz: act.tz,
    revision: crypto.randomUUID(),
  } as Note;
}

/** Enters that a note was written. */
export async function enterNote(
  ledger: Ledger,
  note: Note,
  act: CaptureAct,
  more: CustodyAct["detail"] = {},
): Promise<void> {
  const detail = { about: note.kind, note: note.id, removed: false, ...more };
  await ledger.enter({ ...act, event: "edit-note", item: null, digest: await noteDigest(note), detail });
}

/** Destroys a note with its key. @throws {VaultError} as `putNote` */
export async function removeNote(
  { db, access }: OpenVault,
  caseId: CaseId,
  which: Pick<Note, "id" | "revision">,
  act: CaptureAct,
): Promise<void> {
  await navigator.locks.request(LOG_LOCK, async () => {
    const keys = await access.keys();
    const { kind, id } = await current(db, keys, caseId, which);
    const ledger = await Ledger.open(db, keys, caseId);
    const detail = { about: kind, note: id, removed: true };
    await ledger.enter({ ...act, event: "edit-note", item: null, digest: null, detail });
    await commitLedger(db, await ledger.rows(await access.dataKey()), (tx) => [
      () => tx.objectStore("notes").delete([caseId, id]),
    ]);
  });
}

async function current(
  db: Db,
  keys: KeyRing,
  caseId: CaseId,
  { id, revision }: Pick<Note, "id" | "revision">,
): Promise<Note> {
  const row = await db.get("notes", [caseId, id]);
  if (!row) throw new VaultError("notFound");
  const note = await openNote(keys, row);
  if (note.revision !== revision) throw new VaultError("changedMeanwhile");
  return note;
}

/** @throws {VaultError} `damaged` */
export async function openNote(keys: KeyRing, row: NoteRow): Promise<Note> {
  return openRow<Note>(await keys.get(row.dataKeyId), noteBinding(row.case, row.id), row);
}

export async function sealNote(dataKey: DataKey, note: Note): Promise<NoteRow> {
  const { caseId, id } = note;
  return { ...(await sealRow(dataKey, noteBinding(caseId, id), note)), case: caseId, id };
}

/** As the custody log names it. */
export async function noteDigest(note: Note): Promise<`sha256:${string}`> {
  return `sha256:${await sha256(canonicalJson(note))}`;
}

/**
 * What the user wrote down while the vault was locked: an address, a report, what was found at an address. Each is sealed to
 * the recipient, as exhibits that wait are, and gets its place and its log entry when the vault is next open.
 */
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { LookDraft } from "@/src/model/look";
import { MAX_NOTES, type NoteDraft, type NoteId } from "@/src/model/note";
import { openRow, sealRow } from "./cipher";
import { commit } from "./commit";
import type { KeyRing } from "./data-keys";
import { type CaptureAct, LOG_LOCK } from "./ledger";
import { writeLook } from "./looks";
import { noteBinding, noteRange, putNote, writeNote } from "./notes";
import type { OpenVault } from "./open";
import type { Db, NoteRow } from "./schema";

/** In the place of the case: what waits lies among the notes, and no case has this id. */
const WAITING = "waiting" as CaseId;

type Waiting = { act: CaptureAct } & ({ note: NewNote } | { look: LookDraft });

/** A note that replaces none. */
export type NewNote = NoteDraft & { replaces: null };

/** Writes it now; while the vault is locked it waits. @throws {VaultError} as `putNote`, but for `locked` */
export async function keepNote(vault: OpenVault, note: NewNote, act: CaptureAct): Promise<void> {
  await orWait(vault, { act, note }, () => putNote(vault, note, act));
}

/** Writes it now; while the vault is locked it waits. @throws {VaultError} as `writeLook` */
export async function keepLook(vault: OpenVault, look: LookDraft, act: CaptureAct): Promise<void> {
  await orWait(vault, { act, look }, () =>
    navigator.locks.request(LOG_LOCK, async () => writeLook(vault, await vault.access.keys(), look, act)),
  );
}

async function orWait(vault: OpenVault, waiting: Waiting, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof VaultError && error.code === "locked")) throw error;
    await wait(vault, waiting);
  }
}

/** Stored and read back. @throws {VaultError} `full`, `damaged` */
async function wait({ db, access }: OpenVault, waiting: Waiting): Promise<void> {
  if ((await db.count("notes", noteRange(WAITING))) >= MAX_NOTES) throw new VaultError("full");
  const id = crypto.randomUUID() as NoteId;
  const dataKey = await access.dataKey();
  const row: NoteRow = { ...(await sealRow(dataKey, noteBinding(WAITING, id), waiting)), case: WAITING, id };
  const tx = db.transaction("notes", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.add(row)]);
  const read = await db.get("notes", [WAITING, id]);
  if (!read) throw new VaultError("damaged");
  await openRow(dataKey, noteBinding(WAITING, id), read);
}

/** Ids of those that wait: after unlocking, of those that could not be entered. */
export async function waitingNotes(db: Db): Promise<NoteId[]> {
  return (await db.getAllKeys("notes", noteRange(WAITING))).map(([, id]) => id);
}

/**
 * Enters them in the order in which they were written; the caller holds `LOG_LOCK`. What cannot be entered goes on waiting.
 * @param now Written into each entry beside the time of writing
 */
export async function settleNotes(vault: OpenVault, keys: KeyRing, now: UtcInstant): Promise<void> {
  const rows = await vault.db.getAll("notes", noteRange(WAITING));
  const opened = await Promise.all(rows.map(async (row) => ({ row, waiting: await open(keys, row).catch(notNow) })));
  const inOrder = opened.sort((one, other) => ((one.waiting?.act.utc ?? "") < (other.waiting?.act.utc ?? "") ? -1 : 1));
  for (const { row, waiting } of inOrder) if (waiting) await enter(vault, keys, row, waiting, now).catch(notNow);
}

async function enter(
  vault: OpenVault,
  keys: KeyRing,
  { id }: NoteRow,
  waiting: Waiting,
  entered: UtcInstant,
): Promise<void> {
  if ("note" in waiting) {
    // One transaction with the note itself: it is never entered twice.
    await writeNote(vault, keys, waiting.note, waiting.act, {
      detail: { entered },
      also: (tx) => [() => tx.objectStore("notes").delete([WAITING, id])],
    });
    return;
  }
  await writeLook(vault, keys, waiting.look, waiting.act, { entered });
  const tx = vault.db.transaction("notes", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.delete([WAITING, id])]);
}

async function open(keys: KeyRing, row: NoteRow): Promise<Waiting> {
  return openRow<Waiting>(await keys.get(row.dataKeyId), noteBinding(WAITING, row.id), row);
}

/** A failure of one is no reason not to enter the others. */
function notNow(error: unknown): null {
  if (!(error instanceof VaultError)) throw error;
  console.warn("a note was not entered:", error.code);
  return null;
}

/**
 * Recordings of the screen: what the browser gives is stored piece by piece while it runs, and the draft says what is known
 * so far, sealed with the exhibit's key. So one whose page or browser was closed is found, and becomes an exhibit that says it
 * was cut off, as soon as the notes are open. Format: docs/formats/vault.md
 */
import { StreamDigester } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import { type ExhibitId, type ProgramEnvironment, RECORD_SCHEMA, type RecordingRecord } from "@/src/model/exhibit";
import type { Recording } from "@/src/model/from-elsewhere";
import { type UtcInstant, utcInstant } from "@/src/model/instant";
import { missingOf } from "@/src/model/recording";
import { readStored, type StoredFile } from "./chunks";
import { decryptJson, encrypt, encryptJson, openRowKey } from "./cipher";
import { commit } from "./commit";
import { noteCutOff } from "./cut-off";
import type { KeyRing } from "./data-keys";
import { discardDraft } from "./drafts";
import type { CaptureAct } from "./ledger";
import { ensureMeta } from "./meta";
import type { OpenVault } from "./open";
import type { RowOwner } from "./rows";
import type { DraftRow } from "./schema";
import { ExhibitWriter } from "./seal";
import { unlessDamaged } from "./unless-damaged";

/** What has to be known of a recording, should its page be gone before its end. */
export interface RecordingSoFar {
  mime: string;
  path: string;
  recording: Omit<Recording, "file" | "endedBy">;
  started: Pick<RecordingRecord["captured"], "startUtc" | "offsetMin" | "tz">;
  env: ProgramEnvironment;
}

/** Held by the page that records: without it, nobody records any more. */
export const recordingLock = (id: ExhibitId): string => `notes-recording-${id}`;

const binding = (id: ExhibitId) => ({ kind: "recording", id, version: 1 }) as const;

async function draftOf(owner: RowOwner, soFar: RecordingSoFar): Promise<Omit<DraftRow, "id">> {
  const value = await encryptJson(owner.key, binding(owner.id), soFar);
  return { recording: { dataKeyId: owner.dataKeyId, key: owner.wrapped, value } };
}

/** Needs no passphrase. @throws {VaultError} `full` */
export function beginRecording(vault: OpenVault, soFar: RecordingSoFar): Promise<ExhibitWriter> {
  return ExhibitWriter.beginSealed(vault, (owner) => draftOf(owner, soFar));
}

/** Writes down how far it is. @throws {VaultError} `full`; `notFound` when the draft is gone */
export async function noteProgress({ db }: OpenVault, { owner }: ExhibitWriter, soFar: RecordingSoFar): Promise<void> {
  const row = { id: owner.id, ...(await draftOf(owner, soFar)) };
  const tx = db.transaction("drafts", "readwrite", { durability: "strict" });
  const note = async () => {
    // Where everything was deleted meanwhile, nothing of it comes back.
    if ((await tx.store.getKey(owner.id)) === undefined) throw new VaultError("notFound");
    await tx.store.put(row);
  };
  await commit(tx, [note]);
}

/**
 * Makes exhibits of the recordings that were cut off; of one of which nothing was stored nothing stays. One that is still
 * running, or that cannot be read, is left. Only while the notes are open.
 * @returns Those that were made.
 */
export async function recoverRecordings(vault: OpenVault, act: CaptureAct): Promise<ExhibitId[]> {
  const keys = await vault.access.keysIfOpen();
  if (keys === null) return [];
  const recovered: ExhibitId[] = [];
  for (const draft of await vault.db.getAll("drafts")) {
    if (draft.recording === undefined) continue;
    const options = { ifAvailable: true };
    const isMade = await navigator.locks.request(recordingLock(draft.id), options, async (held) =>
      held === null ? false : recover(vault, keys, draft, act).catch((error) => unlessDamaged(error) ?? false),
    );
    if (!isMade) continue;
    recovered.push(draft.id);
    await noteCutOff(vault.db, draft.id);
  }
  return recovered;
}

async function recover(vault: OpenVault, keys: KeyRing, draft: DraftRow, act: CaptureAct): Promise<boolean> {
  const { id, recording } = draft as Required<Pick<DraftRow, "id" | "recording">>;
  const key = await openRowKey(await keys.get(recording.dataKeyId), id, 1, recording.key);
  const soFar = await decryptJson<RecordingSoFar>(key, binding(id), recording.value);
  const stored = await storedOf(vault, key, id, soFar.path);
  if (stored === null) {
    await discardDraft(vault.db, id);
    return false;
  }
  const digester = new StreamDigester();
  for await (const piece of readStored(vault.db, key, id, 0, stored)) digester.update(piece);
  const { mime, path } = soFar;
  const entry = { path, role: "original", mime, ...digester.finish(), complete: false } as const;
  const owner = { id, dataKeyId: recording.dataKeyId, key, wrapped: recording.key };
  await removeHalf(vault, id);
  const writer = ExhibitWriter.resume(vault, owner, [{ entry, stored }]);
  const { defaultCase } = await ensureMeta(vault.db);
  await writer.seal(defaultCase, draftRecord(soFar), act);
  return true;
}

/** The chunks that follow on one another; the first place is for a head that a recording does not have. */
async function storedOf({ db }: OpenVault, key: CryptoKey, id: ExhibitId, path: string): Promise<StoredFile | null> {
  const places = new Set((await db.getAllKeys("chunks", IDBKeyRange.bound([id, 0], [id, 0, []]))).map(([, , n]) => n));
  let chunks = 1;
  while (places.has(chunks)) chunks += 1;
  if (chunks === 1) return null;
  if (!places.has(0)) {
    const head = await encrypt(key, { kind: "chunk", id, version: 1, at: [0, 0] }, new Uint8Array(0));
    const tx = db.transaction("chunks", "readwrite", { durability: "strict" });
    await commit(tx, [() => tx.store.put({ exhibit: id, file: 0, chunk: 0, ...head })]);
  }
  return { path, chunks, gzip: false };
}

/** A try that was cut off itself may have left its row; as long as the draft is there it counts for nothing. */
async function removeHalf({ db }: OpenVault, id: ExhibitId): Promise<void> {
  const tx = db.transaction("exhibits", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.delete(id)]);
}

function draftRecord({ path, recording, started, env }: RecordingSoFar) {
  const whole: Recording = { ...recording, file: path, endedBy: "cutOff" };
  return {
    schema: RECORD_SCHEMA,
    kind: "recording",
    captured: { ...started, endUtc: endOf(started.startUtc, whole.seconds), monotonicMs: whole.seconds * 1000 },
    by: { role: "unstated" },
    env,
    recording: whole,
    missing: missingOf(whole),
  } as const satisfies Omit<RecordingRecord, "id" | "caseId" | "exhibit" | "files">;
}

/** When the last of it was stored, as far as is known. */
function endOf(startUtc: UtcInstant, seconds: number): UtcInstant {
  return utcInstant(Date.parse(startUtc) + seconds * 1000);
}

/** Reads the encrypted store. Every value is decrypted as the very thing it was sealed as, or refused. */
import { type CaseBesideCopies, copiesInLog } from "@/src/model/copy";
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import type { DamagedCase } from "@/src/model/damage";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import type { Note } from "@/src/model/note";
import type { KeptRemarks } from "@/src/model/remarks";
import type { Access } from "./access";
import { custodyBinding, logRange, openCase } from "./cases";
import { readStored } from "./chunks";
import { openRow } from "./cipher";
import { damagedCases } from "./damaged-cases";
import { type DeviceSignature, signOnDevice } from "./device-key";
import { ensureMeta } from "./meta";
import { noteRange, openNote } from "./notes";
import type { KeptList, KeptNotes, VaultReader } from "./read";
import { readList } from "./read-list";
import { openExhibitKey, openFiles, openRecord } from "./rows";
import type { Db, ExhibitRow } from "./schema";
import { readCorrections } from "./stored-corrections";
import { readRemarks } from "./stored-remarks";
import { readable, unlessDamaged } from "./unless-damaged";
import { waitingNotes } from "./waiting-notes";
import { readableLog } from "./witness";

export class IdbReader implements VaultReader {
  constructor(
    private readonly db: Db,
    private readonly access: Access,
  ) {}

  async summaries(onNewest?: (summaries: ExhibitSummary[]) => void): Promise<KeptList> {
    return readList(this.db, await this.access.keys(), onNewest);
  }

  async cases(): Promise<{ ids: CaseId[]; current: CaseId }> {
    await this.access.keys(); // refused while locked
    const { defaultCase: current } = await ensureMeta(this.db);
    const ids = new Set(await this.db.getAllKeys("cases"));
    return { ids: [...ids.add(current)], current };
  }

  async receivedCases(): Promise<Set<CaseId>> {
    const keys = await this.access.keys();
    const rows = await this.db.getAll("cases");
    const states = await Promise.all(rows.map((row) => openCase(keys, row).catch(unlessDamaged)));
    return new Set(states.filter((state) => state?.isReceived === true).map((state) => state!.id));
  }

  async notes(caseId: CaseId): Promise<KeptNotes> {
    const keys = await this.access.keys();
    const rows = await this.db.getAll("notes", noteRange(caseId));
    const read = await Promise.all(rows.map(async (row) => openNote(keys, row).catch(unlessDamaged)));
    const isRead = (note: Note | null): note is Note => note !== null;
    const notes = read.filter(isRead).sort((one, other) => (one.writtenUtc < other.writtenUtc ? -1 : 1));
    const damaged = rows.filter((_, place) => read[place] === null).map(({ id }) => id);
    const { defaultCase } = await ensureMeta(this.db);
    return { notes, damaged: caseId === defaultCase ? [...damaged, ...(await waitingNotes(this.db))] : damaged };
  }

  async copies(caseId: CaseId): Promise<CaseBesideCopies | null> {
    const keys = await this.access.keys();
    const row = await this.db.get("cases", caseId);
    if (row === undefined) return null;
    const { copies, nextExhibit, lastWordsSeq = -1 } = await openCase(keys, row);
    const known = copies ?? copiesInLog(await this.custody(caseId));
    return { known, lastExhibit: nextExhibit - 1, hasNewWords: lastWordsSeq > known.lastSeq };
  }

  async remarks(id: ExhibitId): Promise<KeptRemarks | null> {
    const keys = await this.access.keys();
    const row = await this.#row(id);
    return readRemarks(await openExhibitKey(keys, row), row);
  }

  async record(id: ExhibitId): Promise<ExhibitRecord> {
    return openRecord(await this.access.keys(), await this.#row(id));
  }

  async corrections(id: ExhibitId): Promise<Correction[]> {
    const keys = await this.access.keys();
    const row = await this.#row(id);
    return readCorrections(await openExhibitKey(keys, row), row);
  }

  async file(id: ExhibitId, path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const keys = await this.access.keys();
    const row = await this.#row(id);
    const key = await openExhibitKey(keys, row);
    const files = await openFiles(key, row);
    const place = files.findIndex((file) => file.path === path);
    const stored = files[place];
    if (!stored) throw new VaultError("notFound");
    return readStored(this.db, key, id, place, stored);
  }

  async custody(caseId: CaseId): Promise<CustodyEntry[]> {
    const keys = await this.access.keys();
    const tx = this.db.transaction(["cases", "custody"]);
    const [caseRow, rows] = await Promise.all([
      tx.objectStore("cases").get(caseId),
      tx.objectStore("custody").getAll(logRange(caseId)),
    ]);
    const entries = await Promise.all(
      rows.map(async (row, seq) =>
        openRow<CustodyEntry>(await keys.get(row.dataKeyId), custodyBinding(caseId, seq), row),
      ),
    );
    const head = caseRow ? (await openCase(keys, caseRow)).head : null;
    if ((entries.at(-1)?.hash ?? null) !== (head?.hash ?? null)) throw new VaultError("damaged");
    return entries;
  }

  async readableCustody(caseId: CaseId): Promise<CustodyEntry[]> {
    return (await readableLog(this.db, await this.access.keys(), caseId)).entries;
  }

  async damagedCases(): Promise<DamagedCase[]> {
    return damagedCases(this.db, await this.access.keys());
  }

  async sign(bytes: Uint8Array<ArrayBuffer>): Promise<DeviceSignature | null> {
    await this.access.keys(); // refused while locked, as is everything else
    return signOnDevice(this.db, bytes);
  }

  async #row(id: ExhibitId): Promise<ExhibitRow> {
    const row = await readable(this.db.get("exhibits", id));
    if (!row) throw new VaultError("notFound");
    return row;
  }
}

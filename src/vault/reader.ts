/** Reads the encrypted store. Every value is decrypted as the very thing it was sealed as, or refused. */
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import { custodyBinding } from "./cases";
import { readStored, type StoredFile } from "./chunks";
import { type Binding, decryptJson, openRow, openRowKey } from "./cipher";
import { readCorrections } from "./corrections";
import type { KeyRing } from "./keys";
import type { KeptList, VaultReader } from "./read";
import type { Db, VaultDb } from "./schema";

export class IdbReader implements VaultReader {
  constructor(
    private readonly db: Db,
    private readonly keys: KeyRing,
  ) {}

  async summaries(): Promise<KeptList> {
    const rows = await this.db.getAll("exhibits");
    const read = await Promise.all(rows.map((row) => this.#summary(row).catch(unlessDamaged)));
    return {
      summaries: read.filter((summary) => summary !== null).sort((a, b) => b.exhibit - a.exhibit),
      damaged: rows.filter((_, place) => read[place] === null).map(({ id }) => id),
    };
  }

  async record(id: ExhibitId): Promise<ExhibitRecord> {
    const row = await this.#row(id);
    return decryptJson<ExhibitRecord>(await this.#rowKey(row), bind("record", id), row.value);
  }

  async corrections(id: ExhibitId): Promise<Correction[]> {
    const row = await this.#row(id);
    return readCorrections(await this.#rowKey(row), row);
  }

  async file(id: ExhibitId, path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const row = await this.#row(id);
    const key = await this.#rowKey(row);
    const files = await decryptJson<StoredFile[]>(key, bind("files", id), row.files);
    const place = files.findIndex((file) => file.path === path);
    const stored = files[place];
    if (!stored) throw new VaultError("notFound");
    return readStored(this.db, key, id, place, stored);
  }

  async custody(caseId: CaseId): Promise<CustodyEntry[]> {
    const rows = await this.db.getAll("custody", IDBKeyRange.bound([caseId], [caseId, []]));
    return Promise.all(
      rows.map(async (row) =>
        openRow<CustodyEntry>(await this.keys.get(row.dataKeyId), custodyBinding(caseId, row.seq), row),
      ),
    );
  }

  async #summary(row: VaultDb["exhibits"]["value"]): Promise<ExhibitSummary> {
    return decryptJson<ExhibitSummary>(await this.#rowKey(row), bind("summary", row.id), row.summary);
  }

  async #row(id: ExhibitId): Promise<VaultDb["exhibits"]["value"]> {
    const row = await this.db.get("exhibits", id);
    if (!row) throw new VaultError("notFound");
    return row;
  }

  async #rowKey(row: VaultDb["exhibits"]["value"]): Promise<CryptoKey> {
    return openRowKey(await this.keys.get(row.dataKeyId), row.id, 1, row.key);
  }
}

/** A row that lacks a part fails with a TypeError; that, too, is damage of this row alone. */
function unlessDamaged(error: unknown): null {
  if (error instanceof TypeError || (error instanceof VaultError && error.code === "damaged")) return null;
  throw error;
}

const bind = (kind: Binding["kind"], id: ExhibitId): Binding => ({ kind, id, version: 1 });

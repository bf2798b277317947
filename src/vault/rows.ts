/**
 * Exhibits' rows. One is written and read back before its exhibit appears: as long as its draft, or its row in `pending`,
 * is there it counts for nothing.
 */
import { canonicalJson } from "@/src/model/canonical-json";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import type { StoredFile } from "./chunks";
import { decryptJson, encryptJson, openRowKey } from "./cipher";
import { commit } from "./commit";
import type { KeyRing } from "./data-keys";
import type { Db, ExhibitRow, Sealed } from "./schema";

/** An exhibit and its key, the key also as it lies in the row. */
export interface RowOwner {
  id: ExhibitId;
  dataKeyId: string;
  key: CryptoKey;
  wrapped: Sealed;
}

/** The key of one exhibit: its record, its files and their bytes. @throws {VaultError} `damaged` */
export async function openExhibitKey(keys: KeyRing, row: ExhibitRow): Promise<CryptoKey> {
  return openRowKey(await keys.get(row.dataKeyId), row.id, 1, row.key);
}

/** @throws {VaultError} `damaged` */
export async function openRecord(keys: KeyRing, row: ExhibitRow): Promise<ExhibitRecord> {
  return decryptJson(await openExhibitKey(keys, row), { kind: "record", id: row.id, version: 1 }, row.value);
}

/** How the exhibit's files lie in `chunks`. @throws {VaultError} `damaged` */
export function openFiles(key: CryptoKey, { id, files }: ExhibitRow): Promise<StoredFile[]> {
  return decryptJson(key, { kind: "files", id, version: 1 }, files);
}

/** @throws {VaultError} `full`; `damaged` when it does not read back; `cannotOpen` when it is there already */
export async function storeExhibit(
  db: Db,
  owner: RowOwner,
  record: ExhibitRecord,
  stored: readonly StoredFile[],
): Promise<void> {
  const row = await exhibitRow(owner, "record", record, stored);
  const tx = db.transaction("exhibits", "readwrite", { durability: "strict" });
  await commit(tx, [() => tx.store.add(row)]);
  await expectStored(await db.get("exhibits", owner.id), owner, "record", record);
}

export async function exhibitRow(
  { id, dataKeyId, key, wrapped }: RowOwner,
  kind: "record" | "pending",
  value: unknown,
  stored: readonly StoredFile[],
): Promise<ExhibitRow> {
  const [sealed, files] = await Promise.all([
    encryptJson(key, { kind, id, version: 1 }, value),
    encryptJson(key, { kind: "files", id, version: 1 }, stored),
  ]);
  return { id, dataKeyId, key: wrapped, value: sealed, files };
}

/** @throws {VaultError} `damaged` */
export async function expectStored(
  row: ExhibitRow | undefined,
  { id, key }: RowOwner,
  kind: "record" | "pending",
  value: unknown,
): Promise<void> {
  const read = row && (await decryptJson(key, { kind, id, version: 1 }, row.value));
  if (canonicalJson(read ?? null) !== canonicalJson(value)) throw new VaultError("damaged");
}

/** Opening the vault: for the background, which writes, and for our pages, which only read. */
import type { CaseId } from "@/src/model/exhibit";
import type { DataKey } from "./cipher";
import { ensureMeta, KeyRing, sessionDataKey } from "./keys";
import type { VaultReader } from "./read";
import { IdbReader } from "./reader";
import { type Db, openDatabase } from "./schema";

export interface OpenVault {
  db: Db;
  keys: KeyRing;
  /** What new rows are sealed under. */
  dataKey: DataKey;
  defaultCase: CaseId;
}

/** For the background, the only writer. @throws {VaultError} `cannotOpen`, `newerVersion` */
export async function openVault(databaseName?: string): Promise<OpenVault> {
  const db = await openDatabase(databaseName);
  const meta = await ensureMeta(db);
  return {
    db,
    keys: new KeyRing(db, meta.identity.identity),
    dataKey: await sessionDataKey(db, meta),
    defaultCase: meta.defaultCase,
  };
}

/** For our pages. @throws {VaultError} `cannotOpen`, `newerVersion` */
export async function openReader(databaseName?: string): Promise<VaultReader> {
  const db = await openDatabase(databaseName);
  const meta = await ensureMeta(db);
  return new IdbReader(db, new KeyRing(db, meta.identity.identity));
}

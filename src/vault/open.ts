/** Opening the vault: for the background, which writes, and for our pages, which only read. */
import type { CaseId } from "@/src/model/exhibit";
import { Access } from "./access";
import { openDatabase } from "./database";
import { ensureDeviceKey } from "./device-key";
import { ensureMeta } from "./meta";
import { deleteOpenIdentity } from "./open-identity";
import type { VaultReader } from "./read";
import { IdbReader } from "./reader";
import type { Db } from "./schema";

export interface OpenVault {
  db: Db;
  /** Which keys there are right now: while the vault is locked, only those to write with. */
  access: Access;
  defaultCase: CaseId;
}

/** For the background, the only writer. Works while the vault is locked. @throws {VaultError} as `openDatabase` */
export async function openVault(databaseName?: string, onGone?: () => void): Promise<OpenVault> {
  const db = await openDatabase(databaseName, onGone);
  const { defaultCase, identity } = await ensureMeta(db);
  // Where the browser ended between setting a passphrase and this.
  if (identity.kind === "passphrase") await deleteOpenIdentity(db.name);
  await ensureDeviceKey(db);
  return { db, access: new Access(db), defaultCase };
}

/** For our pages. Each reading is refused with `locked` while the vault is. @throws {VaultError} as `openDatabase` */
export async function openReader(databaseName?: string, onGone?: () => void): Promise<VaultReader> {
  const db = await openDatabase(databaseName, onGone);
  await ensureMeta(db);
  return new IdbReader(db, new Access(db));
}

/**
 * The identity as long as no passphrase is set: in the clear, in a database of its own. A value that is deleted stays in
 * the browser's files; a database that is deleted goes with its file (Firefox), or is compacted away (Chromium).
 */
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { VaultError } from "@/src/model/errors";

interface OpenDb extends DBSchema {
  identity: { key: "age"; value: string };
}

const nameOf = (vault: string): string => `${vault}-open`;

/**
 * An empty database beside it. Chromium merges its files where a database is deleted, but the first time only writes
 * down what is still in memory, the deleted value with it; deleting the neighbour then merges that away; the old file goes
 * at the latest when the browser starts again. Seen in Chromium 156; a test searches the profile.
 */
const secondOf = (vault: string): string => `${vault}-open-beside`;

async function withStore<Value>(vault: string, work: (db: IDBPDatabase<OpenDb>) => Promise<Value>): Promise<Value> {
  const upgrade = (db: IDBPDatabase<OpenDb>) => void db.createObjectStore("identity");
  const db = await openDB<OpenDb>(nameOf(vault), 1, { upgrade });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** @throws {VaultError} `damaged` when it is gone: then nothing that is kept can be opened. */
export async function readOpenIdentity(vault: string): Promise<string> {
  const identity = await withStore(vault, (db) => db.get("identity", "age"));
  if (identity === undefined) throw new VaultError("damaged");
  return identity;
}

/** Two pages may make one at once: whoever commits first decides. @returns The one that is stored. */
export async function storeOpenIdentity(vault: string, identity: string): Promise<string> {
  (await openDB(secondOf(vault), 1)).close();
  return withStore(vault, async (db) => {
    const tx = db.transaction("identity", "readwrite", { durability: "strict" });
    const other = await tx.store.get("age");
    if (other === undefined) await tx.store.put(identity, "age");
    await tx.done;
    return other ?? identity;
  });
}

/** The bytes leave the disk with it: see `secondOf`. */
export async function deleteOpenIdentity(vault: string): Promise<void> {
  await deleteDB(nameOf(vault));
  await deleteDB(secondOf(vault));
}

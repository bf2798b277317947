/** Puts a vault that an earlier release wrote into IndexedDB, as that release's code left it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type IDBPDatabase, openDB } from "idb";
import type { CustodyEntry } from "@/src/model/custody";
import type { ExhibitRecord } from "@/src/model/exhibit";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "vault");

interface Stored {
  schema: number;
  stores: Record<string, { key: unknown; value: unknown }[]>;
}

/** Stores by version, as that version made them. */
const MAKE: Record<string, (db: IDBPDatabase) => void> = {
  v1: (db) => {
    db.createObjectStore("meta");
    db.createObjectStore("dataKeys", { keyPath: "id" });
    db.createObjectStore("cases", { keyPath: "id" });
    db.createObjectStore("exhibits", { keyPath: "id" });
    db.createObjectStore("chunks", { keyPath: ["exhibit", "file", "chunk"] });
    db.createObjectStore("custody", { keyPath: ["case", "seq"] });
    db.createObjectStore("drafts", { keyPath: "id" });
  },
};

/** @returns What was in it: the records in the order of their numbers, and the log. */
export async function putStoredVault(version: string): Promise<{ records: ExhibitRecord[]; log: CustodyEntry[] }> {
  const { schema, stores } = read<Stored>(version, "store.json");
  const db = await openDB("notes", schema, { upgrade: MAKE[version]! });
  for (const [name, rows] of Object.entries(stores)) {
    const tx = db.transaction(name, "readwrite");
    for (const { key, value } of rows)
      await tx.store.put(value, tx.store.keyPath === null ? (key as string) : undefined);
    await tx.done;
  }
  db.close();
  return read(version, "kept.json");
}

/** `{"base64": "…"}` stands for bytes. */
function read<Value>(version: string, file: string): Value {
  return JSON.parse(readFileSync(join(FOLDER, version, file), "utf8"), (_key, value) =>
    typeof value?.base64 === "string" ? new Uint8Array(Buffer.from(value.base64, "base64")) : value,
  ) as Value;
}

/**
 * The encrypted store's shape. Nothing readable is ever written: a value that was put in IndexedDB and deleted stays
 * in the browser's files. Keys of rows are random ids and counters. Format: docs/formats/vault.md
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";

export const SCHEMA_VERSION = 1;

/** AES-256-GCM: a fresh random 96-bit nonce and the bytes with their tag. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A sealed value under a key of its own; destroying `key` destroys the value. */
export interface SealedRow {
  dataKeyId: string;
  /** The row's own AES-256 key, sealed under the data key. */
  key: Sealed;
  value: Sealed;
}

export interface VaultMeta {
  version: number;
  /** age recipient (`age1…`), public. */
  recipient: string;
  /** How the age identity is kept. "open": no passphrase is set yet, whoever reads this store can read it all. */
  identity: { kind: "open"; identity: string };
  defaultCase: CaseId;
}

interface ExhibitRow extends SealedRow {
  id: ExhibitId;
  /** The list's view of the exhibit, under the same key as the record. */
  summary: Sealed;
  /** How the bytes of each file lie in `chunks`, under the same key. */
  files: Sealed;
  /** What the user corrected, under the same key; absent until something was. */
  corrections?: Sealed;
}

export interface ChunkRow extends Sealed {
  exhibit: ExhibitId;
  file: number;
  chunk: number;
}

export interface VaultDb extends DBSchema {
  meta: { key: "vault"; value: VaultMeta };
  /** One AES-256 key per browser session, sealed with age to the vault's recipient. */
  dataKeys: { key: string; value: { id: string; sealed: Uint8Array<ArrayBuffer> } };
  cases: { key: CaseId; value: SealedRow & { id: CaseId } };
  exhibits: { key: ExhibitId; value: ExhibitRow };
  chunks: { key: [ExhibitId, number, number]; value: ChunkRow };
  custody: { key: [CaseId, number]; value: SealedRow & { case: CaseId; seq: number } };
  /** Exhibits whose bytes are being written; a row that outlives the background's run is swept with its chunks. */
  drafts: { key: ExhibitId; value: { id: ExhibitId } };
}

export type Db = IDBPDatabase<VaultDb>;

/** @throws {VaultError} `newerVersion` when a later release wrote this store, `cannotOpen` otherwise. */
export async function openDatabase(name = "notes"): Promise<Db> {
  try {
    return await openDB<VaultDb>(name, SCHEMA_VERSION, {
      upgrade(db) {
        db.createObjectStore("meta");
        db.createObjectStore("dataKeys", { keyPath: "id" });
        db.createObjectStore("cases", { keyPath: "id" });
        db.createObjectStore("exhibits", { keyPath: "id" });
        db.createObjectStore("chunks", { keyPath: ["exhibit", "file", "chunk"] });
        db.createObjectStore("custody", { keyPath: ["case", "seq"] });
        db.createObjectStore("drafts", { keyPath: "id" });
      },
      // Another page of ours wants a newer schema: let go at once, so that it is not blocked.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch (cause) {
    const isNewer = cause instanceof DOMException && cause.name === "VersionError";
    throw new VaultError(isNewer ? "newerVersion" : "cannotOpen", { cause });
  }
}

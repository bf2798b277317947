/**
 * The encrypted store's shape. Nothing readable is ever written: a value that was put in IndexedDB and deleted stays
 * in the browser's files. Keys of rows are random ids and counters. Format: docs/formats/vault.md
 */
import type { DBSchema, IDBPDatabase } from "idb";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { IdleMinutes } from "@/src/model/lock";
import type { NoteId } from "@/src/model/note";

/** 1: first release. 2: parts of the list, what was saved while locked, a passphrase, the device's key. 3: notes. */
export const SCHEMA_VERSION = 3;

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

/** How the age identity is kept. */
export type KeptIdentity =
  /** No passphrase is set: it lies in the clear, in `open-identity.ts`; in schema 1 it lay here. */
  | { kind: "open"; identity?: string }
  /** An age file that the passphrase opens (scrypt); it holds the identity's text. */
  | { kind: "passphrase"; sealed: Uint8Array<ArrayBuffer> };

export interface VaultMeta {
  version: number;
  /** age recipient (`age1…`), public. */
  recipient: string;
  identity: KeptIdentity;
  defaultCase: CaseId;
  /** The identity that others encrypt packages to (receive-key.ts); absent until it was asked for. */
  receiveKey?: SealedRow;
  /** Minutes without a key or a click after which the vault is locked. */
  idleMinutes?: IdleMinutes;
  /** The offer to set a passphrase was put away. */
  offerPutAway?: boolean;
  /** When the reminder of copies was put away, in milliseconds. */
  reminderAwayMs?: number;
  /** Cases whose log is damaged: no item is added to them any more. */
  damagedCases?: CaseId[];
  /** Recordings that were cut off, until the user was told of them (cut-off.ts). */
  cutOffRecordings?: ExhibitId[];
}

export interface ExhibitRow extends SealedRow {
  id: ExhibitId;
  /** How the bytes of each file lie in `chunks`, under the same key. */
  files: Sealed;
  /** What the user corrected, under the same key; absent until something was. */
  corrections?: Sealed;
  /** What the user wrote about it, under the same key; absent until something was. */
  remarks?: Sealed;
}

/** An exhibit that was saved while the vault was locked: whole, but without number and log entry. */
export interface PendingRow extends ExhibitRow {
  /** Order of saving. Given by the store. */
  place: number;
}

/** One part of a case's list, rewritten with a new key each time an exhibit in it changes. */
export interface ListRow extends SealedRow {
  case: CaseId;
  part: number;
}

/** A note; of which kind, only the key tells. */
export interface NoteRow extends SealedRow {
  case: CaseId;
  id: NoteId;
}

export interface DraftRow {
  id: ExhibitId;
  /** A page is being saved; a copy that is put back, or what is deleted, leaves it out. */
  isCapture?: true;
  /** The screen is being recorded: its key, and what is known of it so far. Such a draft is kept, should it be cut off. */
  recording?: SealedRow;
}

export interface ChunkRow extends Sealed {
  exhibit: ExhibitId;
  file: number;
  chunk: number;
}

/** `version` 1 of the row, which lacks the field, is of schema 1. */
export type CaseRow = SealedRow & { id: CaseId; version?: 2 };

/** Signs where logs end. The private half cannot be taken out by any page of ours. */
export interface DeviceKeyRow {
  privateKey: CryptoKey;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array<ArrayBuffer>;
}

export interface VaultDb extends DBSchema {
  meta: { key: "vault"; value: VaultMeta };
  /** AES-256 keys, sealed with age to the vault's recipient: one per browser session, one per exhibit saved locked. */
  dataKeys: { key: string; value: { id: string; sealed: Uint8Array<ArrayBuffer> } };
  cases: { key: CaseId; value: CaseRow };
  exhibits: { key: ExhibitId; value: ExhibitRow };
  chunks: { key: [ExhibitId, number, number]; value: ChunkRow };
  custody: { key: [CaseId, number]; value: SealedRow & { case: CaseId; seq: number } };
  /** Exhibits whose bytes are being written; a row that outlives the background's run is swept with its chunks. */
  drafts: { key: ExhibitId; value: DraftRow };
  lists: { key: [CaseId, number]; value: ListRow };
  pending: { key: number; value: PendingRow; indexes: { id: ExhibitId } };
  device: { key: "signing"; value: DeviceKeyRow };
  notes: { key: [CaseId, NoteId]; value: NoteRow };
}

export type Db = IDBPDatabase<VaultDb>;

/**
 * AES-256-GCM for records. What a ciphertext is (kind, id, version, position) is bound as associated data, so that two
 * ciphertexts cannot change places. Keys are random; nonces are random and never re-used with a key on purpose.
 */
import { canonicalJson } from "@/src/model/canonical-json";
import { VaultError } from "@/src/model/errors";
import type { Sealed, SealedRow } from "./schema";

/** What a ciphertext is. Part of its authentication tag. */
export interface Binding {
  kind:
    | "row-key"
    | "record"
    | "files"
    | "corrections"
    | "chunk"
    | "custody"
    | "case"
    | "list"
    | "pending"
    | "note"
    | "remarks"
    | "receive-key"
    | "recording";
  id: string;
  /** Of the value's form; for a part of the list, how often it was written. */
  version: number;
  /** Position of a chunk: file number, chunk number. */
  at?: [number, number];
}

const AES = { name: "AES-GCM", length: 256 } as const;

export interface DataKey {
  id: string;
  key: CryptoKey;
}

export function randomKeyBytes(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

export function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, AES, false, ["encrypt", "decrypt"]);
}

const associatedData = (binding: Binding) => new TextEncoder().encode(`notes-vault|${canonicalJson(binding)}`);

export async function encrypt(key: CryptoKey, binding: Binding, plain: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: "AES-GCM", iv, additionalData: associatedData(binding) };
  return { iv, bytes: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain)) };
}

/** @throws {VaultError} `damaged` when the bytes are not what was sealed as this very thing. */
export async function decrypt(key: CryptoKey, binding: Binding, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: "AES-GCM", iv: sealed.iv, additionalData: associatedData(binding) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.bytes));
  } catch (cause) {
    throw new VaultError("damaged", { cause });
  }
}

export const encryptJson = (key: CryptoKey, binding: Binding, value: unknown): Promise<Sealed> =>
  encrypt(key, binding, new TextEncoder().encode(canonicalJson(value)));

/** @throws {VaultError} `damaged` */
export async function decryptJson<Value>(key: CryptoKey, binding: Binding, sealed: Sealed): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await decrypt(key, binding, sealed))) as Value;
}

/** A fresh key for one row, and the same key sealed under the data key. */
export async function newRowKey(
  dataKey: DataKey,
  id: string,
  version: number,
): Promise<{ key: CryptoKey; wrapped: Sealed }> {
  const raw = randomKeyBytes();
  const wrapped = await encrypt(dataKey.key, { kind: "row-key", id, version }, raw);
  return { key: await importKey(raw), wrapped };
}

/** @throws {VaultError} `damaged` */
export async function openRowKey(dataKey: DataKey, id: string, version: number, wrapped: Sealed): Promise<CryptoKey> {
  return importKey(await decrypt(dataKey.key, { kind: "row-key", id, version }, wrapped));
}

/** Seals one JSON value under a fresh key of its own. */
export async function sealRow(dataKey: DataKey, binding: Binding, value: unknown): Promise<SealedRow> {
  const { key, wrapped } = await newRowKey(dataKey, binding.id, binding.version);
  return { dataKeyId: dataKey.id, key: wrapped, value: await encryptJson(key, binding, value) };
}

/** @throws {VaultError} `damaged` */
export async function openRow<Value>(dataKey: DataKey, binding: Binding, row: SealedRow): Promise<Value> {
  return decryptJson(await openRowKey(dataKey, binding.id, binding.version, row.key), binding, row.value);
}

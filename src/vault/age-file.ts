/** An age file around a stream: `age -d` opens it. Sealed with a passphrase (scrypt) or to recipients (`age1…`). */
import { Decrypter, Encrypter } from "age-encryption";
import { VaultError } from "@/src/model/errors";
import type { KeysMistake } from "@/src/model/hand-over";
import { withoutArmor } from "./age-armor";
import { readRecoveryKey } from "./recovery-key";
import { WORK_FACTOR } from "./work-factor";

/** `recipient`: one public key or several, with blank space between them. */
export type SealedFor = { passphrase: string } | { recipient: string };

const keysIn = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** What is wrong with public keys; `null`: nothing. */
export function mistakeInKeys(text: string): KeysMistake | null {
  const keys = keysIn(text);
  const encrypter = new Encrypter();
  try {
    for (const key of keys) encrypter.addRecipient(key);
  } catch {
    return "mistypedKey"; // whatever the library says of it, it is no public key
  }
  const hybrid = keys.filter((key) => /^age1(tag)?pq1/.test(key)).length;
  if (keys.length === 0) return "mistypedKey";
  return hybrid > 0 && hybrid < keys.length ? "mixedKeys" : null;
}

/** @throws {VaultError} `mistypedKey` for what is no recipient */
export async function sealStream(
  stream: ReadableStream<Uint8Array>,
  sealedFor: SealedFor,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  if ("passphrase" in sealedFor) {
    encrypter.setPassphrase(sealedFor.passphrase.normalize("NFC"));
    encrypter.setScryptWorkFactor(WORK_FACTOR);
  } else addRecipients(encrypter, sealedFor.recipient);
  return encrypter.encrypt(stream);
}

function addRecipients(encrypter: Encrypter, keys: string): void {
  if (mistakeInKeys(keys) !== null) throw new VaultError("mistypedKey");
  for (const key of keysIn(keys)) encrypter.addRecipient(key);
}

/** A key that holds against future computers; the notes themselves never have one. */
function hybridIdentity(secret: string): string | null {
  const typed = secret.trim().toUpperCase();
  return typed.startsWith("AGE-SECRET-KEY-PQ-1") ? typed : null;
}

/** Whether it begins as an age file does, binary or armored. */
export async function isEncrypted(file: Blob): Promise<boolean> {
  const start = await file.slice(0, 64).text();
  return start.startsWith("age-encryption.org/") || start.startsWith("-----BEGIN AGE ENCRYPTED FILE-----");
}

/**
 * @param stream Binary or armored.
 * @param secret The passphrase, or an age identity (`AGE-SECRET-KEY-1…`, `AGE-SECRET-KEY-PQ-1…`); may be empty where another
 * identity is given.
 * @param own Another identity that is tried as well.
 * @returns The plain bytes; the stream errors where the file is damaged or cut off.
 * @throws {VaultError} `wrongPassphrase`, `mistypedKey`; `notACopy` where it is no age file
 */
export async function openStream(
  stream: ReadableStream<Uint8Array>,
  secret: string,
  own: string | null = null,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  const identity = hybridIdentity(secret) ?? readRecoveryKey(secret);
  try {
    if (own !== null) decrypter.addIdentity(own);
    if (identity !== null) decrypter.addIdentity(identity);
    else if (secret !== "" || own === null) decrypter.addPassphrase(secret.normalize("NFC"));
  } catch (cause) {
    throw new VaultError("mistypedKey", { cause });
  }
  try {
    return await decrypter.decrypt(stream.pipeThrough(withoutArmor()));
  } catch (cause) {
    const isWrong = cause instanceof Error && cause.message.startsWith("no identity matched");
    throw new VaultError(isWrong ? "wrongPassphrase" : "notACopy", { cause });
  }
}

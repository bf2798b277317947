/** The bundle's signed head: whether it is there, is the head of this log, and is signed by the key beside it. */
import { headText, signatureFits, spkiOf } from "@/src/custody/signature";
import type { CustodyHead } from "@/src/model/custody";
import { type Sha256, sha256 } from "@/src/model/digest";
import { type BagFile, type BagSource, readBytes, readText } from "./bag-source";
import type { Finding } from "./finding";

const HEAD = "data/custody/head.json";
const SIGNATURE = "data/custody/head.sig";
const KEY = "data/custody/device-key.pem";
/** A DER signature of P-256 has at most 72 bytes. */
const MAX_SIGNATURE = 100;

export interface SignatureReading {
  findings: Finding[];
  /** SHA-256 of the key (SubjectPublicKeyInfo, DER) that signed the head; `null` where it is not signed, or not rightly. */
  signedBy: Sha256 | null;
  /** That key. */
  spki: Uint8Array<ArrayBuffer> | null;
}

/** @param head Where `bag-info.txt` says that the log ends. */
export async function readSignedHead({ files }: BagSource, head: CustodyHead | null): Promise<SignatureReading> {
  const found = new Map(files.map((file) => [file.path, file]));
  const wanted = [HEAD, SIGNATURE, KEY];
  const missing = wanted.filter((path) => !found.has(path));
  if (missing.length === wanted.length) return { findings: [], signedBy: null, spki: null };
  if (missing.length > 0)
    return { findings: missing.map((path) => ({ code: "fileMissing", path })), signedBy: null, spki: null };
  const file = (path: string): BagFile => found.get(path)!;
  const text = await readText(file(HEAD));
  const spki = spkiOf((await readText(file(KEY))) ?? "");
  const signature = await readBytes(file(SIGNATURE), MAX_SIGNATURE);
  if (text === null || (head !== null && text !== headText(head))) return wrong(HEAD);
  if (spki === null) return wrong(KEY);
  const fits = signature !== null && (await signatureFits(new TextEncoder().encode(text), signature, spki));
  return fits ? { findings: [], signedBy: await sha256(spki), spki } : wrong(SIGNATURE);
}

function wrong(path: string): SignatureReading {
  return { findings: [{ code: "signatureWrong", path }], signedBy: null, spki: null };
}

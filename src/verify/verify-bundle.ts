/**
 * Says whether a bundle is intact: every file is in its lists, and every listed byte is as it was when the lists were
 * made. It cannot tell lists that were all made anew, with records and log; for that, compare `tagManifestSha256` with
 * the digest the sender gave another way. Bytes in, findings out: runs in a page, a worker and Node.
 */
import type { Verdict, VerifyOptions } from "./finding";
import { checked, emptyReading, verifyBag } from "./verify-bag";
import { openZip, type RandomAccess } from "./zip-source";

export function verifyBundle(blob: Blob, options: VerifyOptions = {}): Promise<Verdict> {
  const read = async (offset: number, length: number) =>
    new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
  return verifyZip({ size: blob.size, read }, options);
}

export async function verifyZip(bytes: RandomAccess, options: VerifyOptions = {}): Promise<Verdict> {
  const opened = await openZip(bytes);
  if (opened.kind === "notABundle") return opened;
  if (opened.kind === "damaged") return checked([{ code: "zipDamaged", path: null }], emptyReading(""));
  return verifyBag(opened.source, options);
}

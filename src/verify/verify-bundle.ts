/**
 * Says whether a bundle is intact: every file is in its lists, and every listed byte is as it was when the lists were
 * made. It cannot tell lists that were all made anew, with records and log; for that, compare `tagManifestSha256` with
 * the digest the sender gave another way. Bytes in, findings out: runs in a page, a worker and Node.
 */
import { type FolderFile, openChosenFolder } from "./chosen-folder";
import type { Verdict, VerifyOptions } from "./finding";
import { checked, emptyReading, verifyBag } from "./verify-bag";
import { type OpenedZip, openZip, type RandomAccess } from "./zip-source";

export function verifyBundle(blob: Blob, options: VerifyOptions = {}): Promise<Verdict> {
  return verifyZip(blobBytes(blob), options);
}

export function blobBytes(blob: Blob): RandomAccess {
  const read = async (offset: number, length: number) =>
    new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
  return { size: blob.size, read };
}

export async function verifyZip(bytes: RandomAccess, options: VerifyOptions = {}): Promise<Verdict> {
  const opened = await openZip(bytes);
  return opened.kind === "source" ? verifyBag(opened.source, options) : unreadZip(opened);
}

/** What is said of a ZIP in which no bag could be opened. */
export function unreadZip(opened: Exclude<OpenedZip, { kind: "source" }>): Verdict {
  if (opened.kind === "notABundle") return opened;
  return checked([{ code: "zipDamaged", path: null }], emptyReading(""));
}

/** What a person chose or dropped: a ZIP, or the folder that was in it. */
export type ChosenBundle = { kind: "file"; file: Blob } | { kind: "folder"; files: readonly FolderFile[] };

export async function verifyChosen(chosen: ChosenBundle, options: VerifyOptions = {}): Promise<Verdict> {
  if (chosen.kind === "file") return verifyBundle(chosen.file, options);
  const source = openChosenFolder(chosen.files);
  return source === null ? { kind: "notABundle", reason: "notOneBag" } : verifyBag(source, options);
}

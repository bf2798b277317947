/** Checks a bundle on disk. */
import { open, stat } from "node:fs/promises";
import type { Verdict } from "@/src/verify/finding";
import { verifyBag } from "@/src/verify/verify-bag";
import { verifyZip } from "@/src/verify/verify-bundle";
import { openFolder } from "./folder-source";

/** @param path A ZIP or an unpacked folder. */
export async function checkBundle(path: string): Promise<Verdict> {
  if (!(await stat(path)).isDirectory()) return checkZip(path);
  const source = await openFolder(path);
  return source === null ? { kind: "notABundle", reason: "notOneBag" } : verifyBag(source);
}

/** Reads by position: Node's `openAsBlob` gives a wrong size for files of 4 GiB and more (seen in 26.10). */
async function checkZip(path: string): Promise<Verdict> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    return await verifyZip({ size, read });
  } finally {
    await file.close();
  }
}

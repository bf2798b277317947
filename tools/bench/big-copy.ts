/** A sound copy of any size, sealed with a passphrase: what another browser would have made of one large case. */
import { createWriteStream } from "node:fs";
import { Writable } from "node:stream";
import { copyOf } from "@/src/export/copy";
import { sealStream } from "@/src/vault/age-file";
import { ABOUT, bigCase } from "./big-bundle";

/** @param megabytes Of 2^20 bytes, in files of up to 32. */
export async function writeBigCopy(path: string, megabytes: number, passphrase: string): Promise<void> {
  const { reader, ...one } = await bigCase(megabytes);
  const cases = [{ ...one, notes: [], remarks: new Map() }];
  const settings = {
    currentCase: one.caseId,
    idleMinutes: 5,
    screens: 60,
    stampBy: null,
    place: null,
    language: null,
  } as const;
  const { stream, done } = copyOf({ ...ABOUT, reader, cases, settings });
  const sealed = await sealStream(stream, { passphrase });
  await sealed.pipeTo(Writable.toWeb(createWriteStream(path)));
  await done;
}

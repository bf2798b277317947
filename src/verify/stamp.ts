/**
 * The bundle's time stamp, where it has one: whether it fits the list of lists. Its files stand in no list, because they
 * are made after the lists; so each is read here as what anyone may have put there.
 */
import type { Stamp, StampFiles } from "@/src/model/stamp";
import { checkStamp } from "@/src/timestamp/check-stamp";
import { type BagSource, readBytes } from "./bag-source";
import type { Finding } from "./finding";

const STAMPED = "tagmanifest-sha256.txt";
const REQUEST = "stamp/request.tsq";
const REPLY = "stamp/reply.tsr";
const CHAIN = "stamp/chain.pem";
const ROOT = "stamp/root.pem";
const MAX_STAMP_BYTES = 128 * 1024;
const MAX_LIST_BYTES = 1024 * 1024;

export interface StampReading {
  findings: Finding[];
  /** `null`: there is none, or it does not fit (then that is a finding). */
  stamp: Stamp | null;
}

export async function readStamp(source: BagSource): Promise<StampReading> {
  if (!source.files.some(({ path }) => path.startsWith("stamp/"))) return { findings: [], stamp: null };
  const files = await stampFiles(source);
  const stamped = await bytesOf(source, STAMPED, MAX_LIST_BYTES);
  if (files === null || stamped === null)
    return { findings: [{ code: "stampWrong", fault: "incomplete" }], stamp: null };
  const check = await checkStamp(stamped, files);
  if (check.ok) return { findings: [], stamp: check.stamp };
  return { findings: [{ code: "stampWrong", fault: check.fault }], stamp: null };
}

/** There is no `chain.pem` where the root itself certified the one who signed. */
async function stampFiles(source: BagSource): Promise<StampFiles | null> {
  const [request, reply, chain, root] = await Promise.all(
    [REQUEST, REPLY, CHAIN, ROOT].map((path) => bytesOf(source, path, MAX_STAMP_BYTES)),
  );
  if (!request || !reply || !root) return null;
  return { request, reply, chain: textOf(chain ?? new Uint8Array()), root: textOf(root) };
}

async function bytesOf({ files }: BagSource, wanted: string, maxBytes: number) {
  const file = files.find(({ path }) => path === wanted);
  return file === undefined ? null : readBytes(file, maxBytes);
}

/** PEM is ASCII; other bytes are none of it, and stay apart. */
const textOf = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

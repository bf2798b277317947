/**
 * A time stamp on the head of a log, taken when an item was saved. What is stamped is the head with a salt before it, so that
 * who sees the stamp's digest cannot find the log by it. Salt and files stand in the entry `stamp`, so they go where the log
 * goes. Pure: runs in a page, a worker and Node. Format: docs/formats/custody-log.md
 */
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import { hex, type Sha256 } from "@/src/model/digest";
import type { Stamped, StampFault, StampFiles } from "@/src/model/stamp";

const FORM = "tidemark-salted-head/1";
const SALT_BYTES = 32;

/** Where a log ended when it was stamped. */
export interface StampedHead {
  seq: number;
  hash: Sha256;
  /** Hex. */
  salt: string;
}

export interface HeadStamp extends StampedHead {
  /** Place in the log of the entry that holds it. */
  entry: number;
  files: StampFiles;
}

export function freshSalt(): string {
  return hex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/** The bytes that are stamped. */
export function saltedHead({ hash, salt }: Pick<StampedHead, "hash" | "salt">): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${FORM}\n${salt}\n${hash}\n`) as Uint8Array<ArrayBuffer>;
}

/** The `detail` of the entry. */
export function headStampDetail({ seq, hash, salt }: StampedHead, { files, stamp }: Stamped): CustodyAct["detail"] {
  const { time, policy, serial, rootSha256 } = stamp;
  const kept = { request: base64(files.request), reply: base64(files.reply), chain: files.chain, rootPem: files.root };
  return { seq, head: hash, salt, time, policy, serial, root: rootSha256, ...kept };
}

/** The stamps in a log, and the places of entries that should hold one and cannot be read. */
export function headStampsIn(log: readonly CustodyEntry[]): { stamps: HeadStamp[]; unreadable: number[] } {
  const entries = log.filter(({ event, detail }) => event === "stamp" && "salt" in detail);
  const read = entries.map((entry) => ({ entry: entry.seq, stamp: headStampOf(entry) }));
  return {
    stamps: read.flatMap(({ stamp }) => stamp ?? []),
    unreadable: read.flatMap(({ entry, stamp }) => (stamp === null ? [entry] : [])),
  };
}

/** Whether it is for an entry of this log that stands before it. The stamp itself is another's to check. */
export function headFault(log: readonly CustodyEntry[], { entry, seq, hash }: HeadStamp): StampFault | null {
  return seq < entry && log[seq]?.hash === hash ? null : "wrongImprint";
}

function headStampOf({ seq: entry, detail }: CustodyEntry): HeadStamp | null {
  const { seq, head, salt, request, reply, chain, rootPem } = detail;
  const texts = [head, salt, request, reply, chain, rootPem];
  if (typeof seq !== "number" || !texts.every((text) => typeof text === "string")) return null;
  const [hash, saltText, requestText, replyText, chainText, root] = texts as string[];
  const files = { request: bytesOf(requestText!), reply: bytesOf(replyText!), chain: chainText!, root: root! };
  return { entry, seq, hash: hash as Sha256, salt: saltText!, files };
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** What is no base64 becomes no bytes, which are no reply. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

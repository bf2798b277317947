/**
 * A time stamp on the head of a log, taken when an item was saved. What is stamped is the head with a salt before it, so that
 * who sees the stamp's digest cannot find the log by it. Salt and files stand in the entry `stamp`, so they go where the log
 * goes. Pure: runs in a page, a worker and Node. Format: docs/formats/custody-log.md
 */
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import { hex, type Sha256 } from "@/src/model/digest";
import type { Stamp, Stamped, StampFault, StampFiles } from "@/src/model/stamp";

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
  /** What was stamped when it was saved; `null` where the entry names none. */
  item: CustodyEntry["item"];
  files: StampFiles;
  /** What the entry says of its stamp; whether that is so is for the reader of the stamp to compare. */
  said: StampSaid;
}

type StampSaid = Readonly<Record<"time" | "policy" | "serial" | "root", unknown>>;

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

/** Whether the entry says of its stamp what the stamp says: the entry is what a history shows. */
export function isAsSaid({ said }: HeadStamp, { time, policy, serial, rootSha256 }: Stamp): boolean {
  return said.time === time && said.policy === policy && said.serial === serial && said.root === rootSha256;
}

/** The stamps in a log, and the places of entries that should hold one and cannot be read. */
export function headStampsIn(log: readonly CustodyEntry[]): { stamps: HeadStamp[]; unreadable: number[] } {
  const entries = log.filter(shouldHoldStamp);
  const read = entries.map((entry) => ({ entry: entry.seq, stamp: headStampOf(entry) }));
  return {
    stamps: read.flatMap(({ stamp }) => stamp ?? []),
    unreadable: read.flatMap(({ entry, stamp }) => (stamp === null ? [entry] : [])),
  };
}

/** What says a time of an item has to hold the stamp; that of a package lies in the package. */
function shouldHoldStamp({ event, item, detail }: CustodyEntry): boolean {
  return event === "stamp" && ("salt" in detail || (item !== null && "time" in detail));
}

/**
 * Whether it is for an entry of this log that stands before it, and covers the item it is said to be of. The stamp itself is
 * another's to check.
 */
export function headFault(log: readonly CustodyEntry[], { entry, item, seq, hash }: HeadStamp): StampFault | null {
  const isCovered = item === null || log.slice(0, seq + 1).some((each) => each.item === item);
  return seq < entry && log[seq]?.hash === hash && isCovered ? null : "wrongImprint";
}

function headStampOf({ seq: entry, item, detail }: CustodyEntry): HeadStamp | null {
  const { seq, head, salt, request, reply, chain, rootPem, time, policy, serial, root: saidRoot } = detail;
  const texts = [head, salt, request, reply, chain, rootPem];
  if (typeof seq !== "number" || !texts.every((text) => typeof text === "string")) return null;
  const [hash, saltText, requestText, replyText, chainText, root] = texts as string[];
  const files = { request: bytesOf(requestText!), reply: bytesOf(replyText!), chain: chainText!, root: root! };
  const said = { time, policy, serial, root: saidRoot };
  return { entry, item, seq, hash: hash as Sha256, salt: saltText!, files, said };
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

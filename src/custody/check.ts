/**
 * Reads a custody log and names the first entry that does not fit. It cannot tell a log that was rebuilt whole; a cut
 * at the end shows only against a head kept elsewhere. Pure: runs in a page, a worker and Node.
 * Format: docs/formats/custody-log.md
 */
import * as v from "valibot";
import { CUSTODY_EVENTS, type CustodyEntry, type CustodyHead } from "@/src/model/custody";
import type { Sha256 } from "@/src/model/digest";
import type { CaseId } from "@/src/model/exhibit";
import { isUtcInstant, MAX_ZONE_NAME } from "@/src/model/instant";
import { entryHash, genesis } from "./chain";

export const CUSTODY_FAILURES = [
  "emptyLog",
  "notAnEntry", // a field is missing, unknown or of a wrong form
  "notCanonical", // the line is not in canonical JSON
  "wrongNumber", // entries were dropped, doubled, swapped or put in
  "wrongGenesis", // the first entry does not begin this case's log
  "chainBroken", // the entry before was replaced by another
  "entryEdited", // the entry's own digest does not fit its fields
  "headMismatch", // the log does not end where it should: its end was cut off, or replaced
] as const;
export type CustodyFailureCode = (typeof CUSTODY_FAILURES)[number];

export interface CustodyFailure {
  code: CustodyFailureCode;
  /** Place in the log, from 0. */
  index: number;
}

export type LogCheck = { ok: true; lastSeq: number; headHash: Sha256 } | { ok: false; failure: CustodyFailure };

const Hex64 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Exactly these fields: what the format does not know is refused. */
const Entry = v.strictObject({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  prev: Hex64,
  utc: v.pipe(v.string(), v.check(isUtcInstant)),
  tz: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ZONE_NAME)),
  actor: v.picklist(["survivor", "friend", "bystander", "unstated"]),
  event: v.picklist(CUSTODY_EVENTS),
  item: v.nullable(v.pipe(v.string(), v.minLength(1))),
  digest: v.nullable(v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))),
  detail: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
  app: v.pipe(v.string(), v.minLength(1)),
  hash: Hex64,
});

/**
 * @param entries In the order of the log.
 * @param caseId When given, the log must begin as this case's log does.
 * @param head When given, the log must end there.
 */
export async function checkLog(
  entries: readonly unknown[],
  caseId?: CaseId,
  head?: Pick<CustodyHead, "lastSeq" | "headHash">,
): Promise<LogCheck> {
  let last: CustodyEntry | undefined;
  for (const [index, entry] of entries.entries()) {
    if (!v.is(Entry, entry)) return failed("notAnEntry", index);
    const failure = await entryFailure(entry as CustodyEntry, index, last, caseId);
    if (failure !== null) return failed(failure, index);
    last = entry as CustodyEntry;
  }
  if (last === undefined) return failed(head === undefined ? "emptyLog" : "headMismatch", 0);
  if (head !== undefined && (head.lastSeq !== last.seq || head.headHash !== last.hash)) {
    return failed("headMismatch", last.seq);
  }
  return { ok: true, lastSeq: last.seq, headHash: last.hash };
}

/**
 * What can be said of a log that lacks entries: whether each that is left is whole, and has a higher number than the one before.
 * Whether any was put in, or replaced, cannot be told.
 */
export async function areEntries(entries: readonly unknown[]): Promise<boolean> {
  let lastSeq = -1;
  for (const entry of entries) {
    if (!v.is(Entry, entry) || entry.seq <= lastSeq || entry.hash !== (await ownHash(entry as CustodyEntry)))
      return false;
    lastSeq = entry.seq;
  }
  return entries.length > 0;
}

async function entryFailure(
  entry: CustodyEntry,
  index: number,
  last: CustodyEntry | undefined,
  caseId: CaseId | undefined,
): Promise<CustodyFailureCode | null> {
  if (entry.seq !== index) return "wrongNumber";
  if (last !== undefined && entry.prev !== last.hash) return "chainBroken";
  if (last === undefined && caseId !== undefined && entry.prev !== (await genesis(caseId))) return "wrongGenesis";
  return entry.hash === (await ownHash(entry)) ? null : "entryEdited";
}

/** `null` when the fields have no canonical form, so no digest can fit them. */
async function ownHash({ hash: _, ...body }: CustodyEntry): Promise<Sha256 | null> {
  try {
    return await entryHash(body);
  } catch {
    return null;
  }
}

function failed(code: CustodyFailureCode, index: number): LogCheck {
  return { ok: false, failure: { code, index } };
}

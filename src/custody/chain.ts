/**
 * Custody log: each entry carries the digest of the entry before it, so an edit or a gap shows on reading.
 * It cannot show a cut at the end or a log rebuilt whole; for those, compare its last digest with one kept elsewhere.
 * Pure: no browser, clock or storage, so a recipient can run it too. Format: docs/formats/custody-log.md
 */
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import { type Sha256, sha256 } from "@/src/model/digest";
import type { CaseId } from "@/src/model/exhibit";

/** What stands before the first entry of a case's log: SHA-256 of `custody-v1:` and the case id. */
export function genesis(caseId: CaseId): Promise<Sha256> {
  return sha256(`custody-v1:${caseId}`);
}

/** The digest an entry must carry: SHA-256 of the canonical JSON of all its other fields. */
export function entryHash(entry: Omit<CustodyEntry, "hash">): Promise<Sha256> {
  return sha256(canonicalJson(entry));
}

/** Returns the entry to store after `last` (nothing for the first). Never changes a stored entry. */
export async function nextEntry(
  last: Pick<CustodyEntry, "seq" | "hash"> | undefined,
  caseId: CaseId,
  act: CustodyAct,
): Promise<CustodyEntry> {
  const body = { ...act, seq: (last?.seq ?? -1) + 1, prev: last?.hash ?? (await genesis(caseId)) };
  return { ...body, hash: await entryHash(body) };
}

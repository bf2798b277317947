/** A case's own row: its next exhibit number and the head of its custody log, so that a cut end is noticed. */

import { nextEntry } from "@/src/custody/chain";
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import type { CaseId } from "@/src/model/exhibit";
import { type Binding, type DataKey, openRow, sealRow } from "./cipher";
import type { KeyRing } from "./keys";
import type { Db, SealedRow } from "./schema";

export interface CaseState {
  id: CaseId;
  /** The number the next exhibit gets; numbers are never re-used. */
  nextExhibit: number;
  /** The last custody entry, or null for an empty log. */
  head: { seq: number; hash: CustodyEntry["hash"] } | null;
}

const caseBinding = (id: CaseId): Binding => ({ kind: "case", id, version: 1 });

export const custodyBinding = (caseId: CaseId, seq: number): Binding => ({
  kind: "custody",
  id: `${caseId}/${seq}`,
  version: 1,
});

export async function readCase(db: Db, keys: KeyRing, id: CaseId): Promise<CaseState> {
  const row = await db.get("cases", id);
  if (!row) return { id, nextExhibit: 1, head: null };
  return openRow(await keys.get(row.dataKeyId), caseBinding(id), row);
}

/** The rows that put one act into a case's log; to be written in one transaction. */
export interface LogStep {
  state: CaseState;
  entry: CustodyEntry;
  caseRow: SealedRow & { id: CaseId };
  custodyRow: SealedRow & { case: CaseId; seq: number };
}

/** Prepares the next log entry. The caller holds the vault's lock until the rows are committed. */
export async function logStep(dataKey: DataKey, before: CaseState, act: CustodyAct): Promise<LogStep> {
  const entry = await nextEntry(before.head ?? undefined, before.id, act);
  const state: CaseState = { ...before, head: { seq: entry.seq, hash: entry.hash } };
  const [caseRow, custodyRow] = await Promise.all([
    sealRow(dataKey, caseBinding(before.id), state),
    sealRow(dataKey, custodyBinding(before.id, entry.seq), entry),
  ]);
  return {
    state,
    entry,
    caseRow: { ...caseRow, id: before.id },
    custodyRow: { ...custodyRow, case: before.id, seq: entry.seq },
  };
}

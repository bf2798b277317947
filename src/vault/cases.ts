/**
 * A case's own row: its next exhibit number, the head of its custody log, and which version of each part of its list
 * counts. So a cut log, and a row that was put back to an older state, are noticed.
 */

import { type CaseCopies, NO_COPIES } from "@/src/model/copy";
import type { CustodyEntry, Role } from "@/src/model/custody";
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import { type Binding, type DataKey, openRow, sealRow } from "./cipher";
import type { KeyRing } from "./data-keys";
import type { CaseRow, Db } from "./schema";

export interface CaseState {
  id: CaseId;
  /** The number the next exhibit gets; numbers are never re-used. */
  nextExhibit: number;
  /** The last custody entry, or null for an empty log. */
  head: { seq: number; hash: CustodyEntry["hash"] } | null;
  /** How often each part of the list was written; `null` for a case of schema 1, which has no list yet. */
  lists: number[] | null;
  /** In which role the user keeps it; absent until they chose one. */
  role?: Role;
  /** What its checked copies hold, as its log tells; absent in a case that an earlier release began. */
  copies?: CaseCopies;
  /** Place in the log of the last entry by which the user wrote or corrected something; absent where there is none. */
  lastWordsSeq?: number;
  /** It came in as a package: whoever made it goes on giving numbers in it, so no item is saved into it here. */
  isReceived?: boolean;
}

const caseBinding = (id: CaseId, version: number): Binding => ({ kind: "case", id, version });

export const custodyBinding = (caseId: CaseId, seq: number): Binding => ({
  kind: "custody",
  id: `${caseId}/${seq}`,
  version: 1,
});

/** All rows of one case's log. */
export const logRange = (id: CaseId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** @throws {VaultError} `damaged` when the row cannot be read, or is not the one that goes with the log's last entry. */
export async function readCase(db: Db, keys: KeyRing, id: CaseId): Promise<CaseState> {
  const tx = db.transaction(["cases", "custody"]);
  const [row, last] = await Promise.all([
    tx.objectStore("cases").get(id),
    tx.objectStore("custody").openKeyCursor(logRange(id), "prev"),
  ]);
  const lastSeq = last?.key[1] ?? null;
  const state: CaseState = row
    ? await openCase(keys, row)
    : { id, nextExhibit: 1, head: null, lists: [], copies: NO_COPIES };
  if ((state.head?.seq ?? null) !== lastSeq) throw new VaultError("damaged");
  return state;
}

/** @throws {VaultError} `damaged` */
export async function openCase(keys: KeyRing, row: CaseRow): Promise<CaseState> {
  const dataKey = await keys.get(row.dataKeyId);
  const state = await openRow<Omit<CaseState, "lists"> & Partial<CaseState>>(
    dataKey,
    caseBinding(row.id, row.version ?? 1),
    row,
  );
  return { lists: null, ...state };
}

export async function sealCase(dataKey: DataKey, state: CaseState): Promise<CaseRow> {
  return { ...(await sealRow(dataKey, caseBinding(state.id, 2), state)), id: state.id, version: 2 };
}

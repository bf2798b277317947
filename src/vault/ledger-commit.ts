/** Writes what was entered in the logs of cases, and what has to happen with it, in one transaction. */
import type { IDBPTransaction } from "idb";
import type { CustodyHead } from "@/src/model/custody";
import { commit } from "./commit";
import { leaveCase } from "./left-cases";
import type { CaseRow, Db, ListRow, VaultDb } from "./schema";
import { noteHead } from "./witness";

export interface LedgerRows {
  /** Where the log ends then. */
  head: CustodyHead;
  /** Whether no item is added to the case from then on. */
  isLeft: boolean;
  caseRow: CaseRow;
  custody: VaultDb["custody"]["value"][];
  lists: ListRow[];
}

const STORES = ["cases", "custody", "lists", "exhibits", "drafts", "pending", "meta", "notes"] as const;
type LedgerTransaction = IDBPTransaction<VaultDb, typeof STORES, "readwrite">;

/** What has to happen in the same transaction: requests to be started in order. */
export type Also = (tx: LedgerTransaction) => (() => Promise<unknown>)[];

/** @throws {VaultError} `full` and others: nothing was written then */
export async function commitLedger(db: Db, rows: LedgerRows, also?: Also): Promise<void> {
  await commitLedgers(db, [rows], also);
}

/** The same for several cases at once. @param first Happens before them. */
export async function commitLedgers(
  db: Db,
  ledgers: readonly LedgerRows[],
  also: Also = () => [],
  first: Also = () => [],
): Promise<void> {
  const tx = db.transaction(STORES, "readwrite", { durability: "strict" });
  await commit(tx, [
    ...first(tx),
    ...ledgers.flatMap(({ head, isLeft, caseRow, custody, lists }) => [
      ...custody.map((row) => () => tx.objectStore("custody").add(row)),
      ...lists.map((row) => () => tx.objectStore("lists").put(row)),
      () => tx.objectStore("cases").put(caseRow),
      ...(isLeft ? [() => leaveCase(tx.objectStore("meta"), head.caseId)] : []),
    ]),
    ...also(tx),
  ]);
  for (const { head } of ledgers) await noteHead(head);
}

/**
 * Puts back a copy into a vault in which nothing is kept: cases of which only the name and the role were said give way.
 * The same cases, exhibits, numbers and words, and the same logs,
 * each of which goes on with `restore`. Each exhibit is written as a draft and read back; one transaction then makes all
 * of them appear.
 */
import type { CustodyEntry } from "@/src/model/custody";
import { tellsOfDamage } from "@/src/model/damage";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { Note } from "@/src/model/note";
import { forgetHead } from "@/src/platform/log-heads";
import { logRange, readCase } from "./cases";
import type { KeyRing } from "./data-keys";
import { discardDraft } from "./drafts";
import { type IncomingExhibit, type WriteOptions, writeIncoming } from "./incoming";
import { type CaptureAct, Ledger, LOG_LOCK } from "./ledger";
import { type Also, commitLedgers } from "./ledger-commit";
import { listRange, summaryOf } from "./lists";
import { ensureMeta } from "./meta";
import { noteRange, sealNote } from "./notes";
import type { OpenVault } from "./open";
import type { Db, VaultMeta } from "./schema";

/** One case of a copy, after it was checked against its lists, its records and its log. */
export interface CopiedCase {
  caseId: CaseId;
  log: readonly CustodyEntry[];
  /** Whether the log lacks entries: the case is put back as a damaged one, which takes no item. */
  isDamaged: boolean;
  notes: readonly Note[];
  exhibits(): AsyncIterable<IncomingExhibit>;
  /** Of the bag that it was in. */
  digest: `sha256:${string}`;
}

export interface RestoreOptions extends WriteOptions {
  /** Set in the same transaction. */
  meta: Pick<VaultMeta, "defaultCase"> & Partial<Pick<VaultMeta, "idleMinutes">>;
}

/** @throws {VaultError} `locked`, `notEmpty`, `damaged`, `full`; the signal's reason: nothing was put back then */
export async function restore(
  vault: OpenVault,
  cases: readonly CopiedCase[],
  act: CaptureAct,
  options: RestoreOptions,
): Promise<void> {
  await unusedCases(vault.db, await vault.access.keys());
  const written = new Map<CaseId, ExhibitSummary[]>(cases.map(({ caseId }) => [caseId, []]));
  const begun: ExhibitId[] = [];
  try {
    for (const { caseId, exhibits } of cases) {
      for await (const exhibit of exhibits()) {
        begun.push(exhibit.record.id);
        await writeIncoming(vault, exhibit, options);
        written.get(caseId)!.push(summaryOf(exhibit.record, exhibit.corrections, exhibit.remarks?.remarks));
      }
    }
    await navigator.locks.request(LOG_LOCK, () => appear(vault, cases, written, act, options));
  } catch (error) {
    for (const id of begun) await discardDraft(vault.db, id);
    throw error;
  }
}

/**
 * The cases that there are, in none of which anything was ever kept or written.
 * @throws {VaultError} `notEmpty` where anything was; `damaged`
 */
async function unusedCases(db: Db, keys: KeyRing): Promise<CaseId[]> {
  const ids = await db.getAllKeys("cases");
  const states = await Promise.all(ids.map((id) => readCase(db, keys, id)));
  const isUsed = states.some(({ nextExhibit, lastWordsSeq = -1 }) => nextExhibit > 1 || lastWordsSeq >= 0);
  if (isUsed || (await db.count("pending")) > 0) throw new VaultError("notEmpty");
  return ids;
}

async function appear(
  { db, access }: OpenVault,
  cases: readonly CopiedCase[],
  written: ReadonlyMap<CaseId, readonly ExhibitSummary[]>,
  act: CaptureAct,
  { meta: some, signal }: RestoreOptions,
): Promise<void> {
  const keys = await access.keys();
  const unused = await unusedCases(db, keys); // nor was anything saved meanwhile
  const dataKey = await access.dataKey();
  const restored = cases.map(async ({ caseId, log, isDamaged, notes, digest }) => {
    const summaries = written.get(caseId)!;
    const ledger = await Ledger.restored(db, keys, caseId, log, summaries, isDamaged);
    const about = notes.findLast(({ kind }) => kind === "case");
    if (about?.kind === "case") ledger.setRole(about.body.role);
    await ledger.enter({ ...act, event: "restore", item: null, digest, detail: { items: summaries.length } });
    return { ...(await ledger.rows(dataKey)), isLeft: false }; // `meta` names it, with those whose log tells so itself
  });
  const ledgers = await Promise.all(restored);
  const notes = await Promise.all(cases.flatMap((each) => each.notes).map((note) => sealNote(dataKey, note)));
  const left = cases.filter(({ log, isDamaged }) => isDamaged || tellsOfDamage(log)).map(({ caseId }) => caseId);
  const meta: VaultMeta = { ...(await ensureMeta(db)), ...some, ...(left.length > 0 && { damagedCases: left }) };
  signal?.throwIfAborted();
  const also: Also = (tx) => [
    ...notes.map((row) => () => tx.objectStore("notes").add(row)),
    ...[...written.values()].flat().map(
      ({ id }) =>
        () =>
          tx.objectStore("drafts").delete(id),
    ),
    () => tx.objectStore("meta").put(meta, "vault"),
  ];
  await commitLedgers(db, ledgers, also, (tx) => unused.flatMap((id) => removal(id)(tx)));
  for (const id of unused) if (!written.has(id)) await forgetHead(id);
}

/** Everything that is stored of a case in which nothing was kept. */
const removal =
  (id: CaseId): Also =>
  (tx) => [
    () => tx.objectStore("custody").delete(logRange(id)),
    () => tx.objectStore("notes").delete(noteRange(id)),
    () => tx.objectStore("lists").delete(listRange(id)),
    () => tx.objectStore("cases").delete(id),
  ];

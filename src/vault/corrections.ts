/**
 * Corrections beside a sealed record: encrypted under the exhibit's own key, so that they go when it goes. A new one is
 * put after the others, in one transaction with the log entry that names its digest and the list that shows it. The record is not touched.
 */
import { canonicalJson } from "@/src/model/canonical-json";
import { CORRECTION_DETAIL, type Correction, MAX_CORRECTIONS } from "@/src/model/correction";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import { claimsOf } from "@/src/model/exhibit-kind";
import { type CaptureAct, Ledger, LOG_LOCK } from "./ledger";
import { commitLedger } from "./ledger-commit";
import { summaryOf } from "./lists";
import type { OpenVault } from "./open";
import { openExhibitKey, openRecord } from "./rows";
import type { ExhibitRow } from "./schema";
import { readCorrections, sealCorrections } from "./stored-corrections";
import { readRemarks } from "./stored-remarks";

/**
 * @returns All corrections of the exhibit, the new one last.
 * @throws {VaultError} `notFound`, `damaged`, `locked`; `full` also when there are too many
 */
export async function addCorrection(
  { db, access }: OpenVault,
  { item, fact, value }: Pick<Correction, "item" | "fact" | "value">,
  act: CaptureAct,
): Promise<Correction[]> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const keys = await access.keys();
    const row = await db.get("exhibits", item);
    if (!row) throw new VaultError("notFound");
    const key = await openExhibitKey(keys, row);
    const record = await openRecord(keys, row);
    const before = await readCorrections(key, row);
    if (before.length >= MAX_CORRECTIONS) throw new VaultError("full");
    const { utc, tz } = act;
    const correction: Correction = {
      id: crypto.randomUUID(),
      item,
      fact,
      pageValue: fact === "originalPlace" ? null : (claimsOf(record)[fact] ?? null),
      value,
      utc,
      tz,
    };
    const after = [...before, correction];
    const ledger = await Ledger.open(db, keys, record.caseId);
    await ledger.enter({
      ...act,
      event: "edit-note",
      item,
      digest: await correctionDigest(correction),
      detail: { about: CORRECTION_DETAIL, fact, correction: correction.id, takenBack: value === null },
    });
    if (fact === "handle") {
      const kept = await readRemarks(key, row);
      await ledger.relist(summaryOf(record, after, kept?.remarks));
    }
    const corrected: ExhibitRow = { ...row, corrections: await sealCorrections(key, item, after) };
    await commitLedger(db, await ledger.rows(await access.dataKey()), (tx) => [
      () => tx.objectStore("exhibits").put(corrected),
    ]);
    return after;
  });
}

/** As the custody log names it. */
export async function correctionDigest(correction: Correction): Promise<`sha256:${string}`> {
  return `sha256:${await sha256(canonicalJson(correction))}`;
}

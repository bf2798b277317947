/** Writes what the user says about an exhibit, in one transaction with the log entry that names it and the list that shows it. */
import { canonicalJson } from "@/src/model/canonical-json";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { type KeptRemarks, REMARKS_DETAIL, type Remarks } from "@/src/model/remarks";
import { type CaptureAct, commitLedger, Ledger, LOG_LOCK } from "./ledger";
import { summaryOf } from "./lists";
import type { OpenVault } from "./open";
import { openExhibitKey, openRecord } from "./rows";
import type { ExhibitRow } from "./schema";
import { readCorrections } from "./stored-corrections";
import { readRemarks, sealRemarks } from "./stored-remarks";

interface Draft {
  item: ExhibitId;
  remarks: Remarks;
  /** The `revision` of the remarks it replaces; `null` where there were none. */
  replaces: string | null;
}

/** @throws {VaultError} `locked`, `notFound`, `damaged`, `full`; `changedMeanwhile` when others stand there by now */
export async function putRemarks(
  { db, access }: OpenVault,
  { item, remarks, replaces }: Draft,
  act: CaptureAct,
): Promise<KeptRemarks> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const keys = await access.keys();
    const row = await db.get("exhibits", item);
    if (!row) throw new VaultError("notFound");
    const key = await openExhibitKey(keys, row);
    const before = await readRemarks(key, row);
    if ((before?.revision ?? null) !== replaces) throw new VaultError("changedMeanwhile");
    const kept: KeptRemarks = { remarks, utc: act.utc, tz: act.tz, revision: crypto.randomUUID() };
    const record = await openRecord(keys, row);
    const ledger = await Ledger.open(db, keys, record.caseId);
    const detail = { about: REMARKS_DETAIL, ...coversIn(before?.remarks, remarks) };
    await ledger.enter({ ...act, event: "edit-note", item, digest: await remarksDigest(kept), detail });
    await ledger.relist(summaryOf(record, await readCorrections(key, row), remarks));
    const written: ExhibitRow = { ...row, remarks: await sealRemarks(key, item, kept) };
    await commitLedger(db, await ledger.rows(await access.dataKey()), (tx) => [
      () => tx.objectStore("exhibits").put(written),
    ]);
    return kept;
  });
}

/** How many parts of the picture are to be covered, where that is what changed. */
function coversIn(before: Remarks | undefined, { covers }: Remarks): { covers?: number } {
  const isSame = canonicalJson(before?.covers ?? null) === canonicalJson(covers ?? null);
  return isSame || covers === undefined ? {} : { covers: covers.length };
}

/** As the custody log names them. */
export async function remarksDigest(kept: KeptRemarks): Promise<`sha256:${string}`> {
  return `sha256:${await sha256(canonicalJson(kept))}`;
}

/** Writes what the user says about an exhibit, in one transaction with the log entry that names it and the list that shows it. */
import { canonicalJson } from "@/src/model/canonical-json";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { type ExhibitLink, type KeptRemarks, NO_REMARKS, REMARKS_DETAIL, type Remarks } from "@/src/model/remarks";
import type { KeyRing } from "./data-keys";
import { type CaptureAct, Ledger, LOG_LOCK } from "./ledger";
import { commitLedger } from "./ledger-commit";
import { summaryOf } from "./lists";
import type { OpenVault } from "./open";
import { openExhibitKey, openRecord } from "./rows";
import type { Db, ExhibitRow } from "./schema";
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
  vault: OpenVault,
  { item, remarks, replaces }: Draft,
  act: CaptureAct,
): Promise<KeptRemarks> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const keys = await vault.access.keys();
    const remarked = await openRemarked(vault.db, keys, item);
    if ((remarked.before?.revision ?? null) !== replaces) throw new VaultError("changedMeanwhile");
    return write(vault, keys, remarked, remarks, act);
  });
}

/**
 * Says what one exhibit is to another, beside what else stands there; where it says so already nothing is written. The
 * caller holds `LOG_LOCK`. @throws {VaultError} as `putRemarks`
 */
export async function linkExhibit(
  vault: OpenVault,
  keys: KeyRing,
  item: ExhibitId,
  link: ExhibitLink,
  act: CaptureAct,
): Promise<void> {
  const remarked = await openRemarked(vault.db, keys, item);
  const remarks = remarked.before?.remarks ?? NO_REMARKS;
  if (remarks.links.some(({ rel, item: other }) => rel === link.rel && other === link.item)) return;
  await write(vault, keys, remarked, { ...remarks, links: [...remarks.links, link] }, act);
}

/** An exhibit's row, its key, and what stands beside it. */
interface Remarked {
  row: ExhibitRow;
  key: CryptoKey;
  before: KeptRemarks | null;
}

async function openRemarked(db: Db, keys: KeyRing, item: ExhibitId): Promise<Remarked> {
  const row = await db.get("exhibits", item);
  if (!row) throw new VaultError("notFound");
  const key = await openExhibitKey(keys, row);
  return { row, key, before: await readRemarks(key, row) };
}

async function write(
  { db, access }: OpenVault,
  keys: KeyRing,
  { row, key, before }: Remarked,
  remarks: Remarks,
  act: CaptureAct,
): Promise<KeptRemarks> {
  const item = row.id;
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

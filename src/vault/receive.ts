/**
 * Takes in the items of a package that someone else made: each as a draft that is read back, and then all of them in one
 * transaction with the log. A case that is not here comes in whole, its log as it was. Into one that is here come the items
 * that it lacks; the lines of the package's log that it lacks are written down with them, as they stand there.
 */
import { canonicalJson } from "@/src/model/canonical-json";
import { isCorrectionEntry } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { type ReceivedPackage, receivedCase, receivedItems, receivedLine, receivedLines } from "@/src/model/received";
import { discardDraft } from "./drafts";
import { type IncomingExhibit, type WriteOptions, writeIncoming } from "./incoming";
import { type CaptureAct, Ledger, LOG_LOCK } from "./ledger";
import { commitLedgers } from "./ledger-commit";
import { summaryOf } from "./lists";
import type { OpenVault } from "./open";
import { readList } from "./read-list";
import { IdbReader } from "./reader";
import { openRecord } from "./rows";

/** What is in a package, after it was checked against its lists, its records and its log. */
export interface IncomingPackage extends ReceivedPackage {
  caseId: CaseId;
  log: readonly CustodyEntry[];
  /** One that is not whole lacks files, and stays out. */
  exhibits(): AsyncIterable<IncomingExhibit & { isWhole: boolean }>;
}

/** Which of the items are here already, as they are in the package. */
export interface Comparison {
  fresh: ReadonlySet<ExhibitId>;
  known: ReadonlySet<ExhibitId>;
  /** Those that are neither here nor whole in the package. */
  lacking: ReadonlySet<ExhibitId>;
}

/**
 * Reads only. @throws {VaultError} `notAPackage` where a record is not the one that the log names; `itemDiffers` where an
 * item, or its number, is here with other content
 */
export async function compareWithKept(
  vault: OpenVault,
  { caseId, log, exhibits }: IncomingPackage,
): Promise<Comparison> {
  const numbers = await numbersOf(vault, caseId);
  const fresh = new Set<ExhibitId>();
  const known = new Set<ExhibitId>();
  const lacking = new Set<ExhibitId>();
  for await (const { record, isWhole } of exhibits()) {
    const text = canonicalJson(record);
    const digest = `sha256:${await sha256(text)}`;
    if (!log.some((entry) => entry.item === record.id && entry.digest === digest)) throw new VaultError("notAPackage");
    const row = await vault.db.get("exhibits", record.id);
    if (row !== undefined) {
      const kept = await openRecord(await vault.access.keys(), row);
      if (canonicalJson(kept) !== text) throw new VaultError("itemDiffers");
      known.add(record.id);
    } else if (numbers.has(record.exhibit)) throw new VaultError("itemDiffers");
    else (isWhole ? fresh : lacking).add(record.id);
  }
  return { fresh, known, lacking };
}

/**
 * @param act By whom and when.
 * @returns What came in. Where all of it is here already, nothing is written.
 * @throws {VaultError} as `compareWithKept`; `damaged`, `full`; the signal's reason when that was aborted: nothing came in then
 */
export async function receive(
  vault: OpenVault,
  incoming: IncomingPackage,
  act: CaptureAct,
  options: WriteOptions,
): Promise<Comparison> {
  const compared = await compareWithKept(vault, incoming);
  if (compared.fresh.size === 0) return compared;
  const written: Written[] = [];
  const begun: ExhibitId[] = [];
  try {
    for await (const exhibit of incoming.exhibits()) {
      const { id } = exhibit.record;
      if (!compared.fresh.has(id)) continue;
      begun.push(id);
      await writeIncoming(vault, exhibit, options);
      const digest = `sha256:${await sha256(canonicalJson(exhibit.record))}` as const;
      written.push({ summary: summaryOf(exhibit.record, exhibit.corrections), digest });
    }
    await navigator.locks.request(LOG_LOCK, () => appear(vault, incoming, written, act, options));
    return compared;
  } catch (error) {
    for (const id of begun) await discardDraft(vault.db, id);
    throw error;
  }
}

interface Written {
  summary: ExhibitSummary;
  /** Of the record. */
  digest: `sha256:${string}`;
}

async function appear(
  vault: OpenVault,
  incoming: IncomingPackage,
  written: readonly Written[],
  act: CaptureAct,
  { signal }: WriteOptions,
): Promise<void> {
  const { db, access } = vault;
  const own = await ownLog(vault, incoming.caseId);
  const ledger =
    own.length === 0 ? await wholeCase(vault, incoming, written) : await moreItems(vault, incoming, own, written, act);
  const entry = own.length === 0 ? receivedCase : receivedItems;
  await ledger.enter({ ...act, ...entry(incoming, written.length) });
  const rows = await ledger.rows(await access.dataKey());
  signal?.throwIfAborted();
  await commitLedgers(db, [rows], (tx) =>
    written.map(
      ({ summary }) =>
        () =>
          tx.objectStore("drafts").delete(summary.id),
    ),
  );
}

async function wholeCase({ db, access }: OpenVault, { caseId, log }: IncomingPackage, written: readonly Written[]) {
  const summaries = written.map(({ summary }) => summary);
  return Ledger.received(db, await access.keys(), caseId, log, summaries);
}

/** The case is here: its own log goes on, and tells of each item what the package's log tells. */
async function moreItems(
  { db, access }: OpenVault,
  { caseId, log }: IncomingPackage,
  own: readonly CustodyEntry[],
  written: readonly Written[],
  act: CaptureAct,
): Promise<Ledger> {
  const shared = log.findIndex(({ hash }, seq) => own[seq]?.hash !== hash);
  if (shared === 0) throw new VaultError("itemDiffers"); // two logs cannot begin one case
  const ledger = await Ledger.open(db, await access.keys(), caseId);
  const present = receivedLines(own);
  for (const entry of shared < 0 ? [] : log.slice(shared)) {
    const line = canonicalJson(entry);
    if (!present.has(line)) await ledger.enter({ ...act, ...receivedLine(line) });
  }
  for (const { summary, digest } of written) {
    const { id: item, exhibit } = summary;
    await ledger.admit(summary);
    await ledger.enter({ ...act, event: "import", item, digest, detail: { exhibit } });
    for (const { event, digest: named, detail } of newCorrections(item, log, own)) {
      await ledger.enter({ ...act, event, item, digest: named, detail });
    }
  }
  return ledger;
}

/** Those that our own log does not name yet; it names some where the item was here before and was deleted. */
function newCorrections(item: ExhibitId, log: readonly CustodyEntry[], own: readonly CustodyEntry[]): CustodyEntry[] {
  const isAbout = (entry: CustodyEntry) => entry.item === item && isCorrectionEntry(entry);
  const theirs = log.filter(isAbout);
  const ours = own.filter(isAbout);
  if (ours.some(({ digest }, n) => digest !== theirs[n]?.digest)) throw new VaultError("itemDiffers");
  return theirs.slice(ours.length);
}

/** Empty where the case is not here. @throws {VaultError} `damaged` */
async function ownLog({ db, access }: OpenVault, caseId: CaseId): Promise<CustodyEntry[]> {
  return new IdbReader(db, access).custody(caseId);
}

async function numbersOf({ db, access }: OpenVault, caseId: CaseId): Promise<Set<number>> {
  const { summaries } = await readList(db, await access.keys());
  return new Set(summaries.filter((item) => item.caseId === caseId).map(({ exhibit }) => exhibit));
}

/**
 * The fixity check: every file, record and log that is kept, read whole and compared with the digests of when it was
 * saved. It finds what was changed or is gone in the store; it cannot tell a store that was put back whole to an older
 * state. Reads only.
 */
import { checkLog } from "@/src/custody/check";
import { canonicalJson } from "@/src/model/canonical-json";
import { CORRECTION_DETAIL } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { StreamDigester, sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { FixityFinding, FixityReport, FixityState } from "@/src/model/fixity";
import { itemReceivedAt } from "@/src/model/received";
import { isRemarksEntry } from "@/src/model/remarks";
import { correctionDigest } from "./corrections";
import { findNoteChanges } from "./fixity-notes";
import type { VaultReader } from "./read";
import { remarksDigest } from "./remarks";

export interface FixityOptions {
  onProgress?: (progress: { itemsDone: number; itemsTotal: number }) => void;
  /** When aborted, the check ends with what it found so far. */
  signal?: AbortSignal;
}

/** @throws {VaultError} `locked`, `cannotOpen`; damage is what it reports */
export async function checkFixity(
  reader: VaultReader,
  { onProgress, signal }: FixityOptions = {},
): Promise<FixityReport> {
  const { summaries, damaged } = await reader.summaries();
  const itemsTotal = summaries.length + damaged.length;
  const report: FixityReport = { files: 0, findings: [], isComplete: false, caseIds: [], damagedLogs: [] };
  const logs = await readLogs(reader, summaries, report);
  let itemsDone = 0;
  const tell = () => onProgress?.({ itemsDone, itemsTotal });
  tell();
  for (const item of [...damaged.map((id) => ({ id, exhibit: null })), ...summaries]) {
    if (signal?.aborted) return report;
    await checkItem(reader, item, logs, report, signal);
    itemsDone += 1;
    tell();
  }
  return { ...report, isComplete: !signal?.aborted };
}

type Logs = ReadonlyMap<CaseId, readonly CustodyEntry[] | null>;

/** The log of each case; `null`, and a finding, where it does not hold together. */
async function readLogs(
  reader: VaultReader,
  summaries: readonly ExhibitSummary[],
  report: FixityReport,
): Promise<Logs> {
  const logs = new Map<CaseId, CustodyEntry[] | null>();
  const withItems = new Set(summaries.map(({ caseId }) => caseId));
  // A case may hold notes only; one in which nothing was done yet has nothing to check.
  for (const id of new Set([...(await reader.cases()).ids, ...withItems])) {
    const log = await reader.custody(id).catch(asState);
    if (log.length === 0 && !withItems.has(id)) continue;
    const holds = typeof log !== "string" && (await checkLog(log, id)).ok;
    logs.set(id, holds ? log : null);
    if (!holds) {
      report.damagedLogs.push(id);
      report.findings.push({ id: null, exhibit: null, path: "custody.jsonl", state: "changed" });
    }
    for (const state of await findNoteChanges(reader, id, holds ? log : null)) {
      report.findings.push({ id: null, exhibit: null, path: "notes", state });
    }
  }
  report.caseIds.push(...logs.keys());
  return logs;
}

async function checkItem(
  reader: VaultReader,
  { id, exhibit }: { id: ExhibitId; exhibit: number | null },
  logs: Logs,
  report: FixityReport,
  signal: AbortSignal | undefined,
): Promise<void> {
  const note = (path: string, state: FixityState) => {
    report.files += 1;
    if (state !== "ok") report.findings.push({ id, exhibit, path, state } satisfies FixityFinding);
  };
  const record = await reader.record(id).catch(asState);
  if (typeof record === "string") return note("record.json", record);
  const log = logs.get(record.caseId) ?? null;
  note("record.json", await recordState(record, log));
  const corrections = await correctionsState(reader, id, log);
  if (corrections !== "ok") note("corrections", corrections);
  const remarks = await remarksState(reader, id, log);
  if (remarks !== "ok") note("remarks", remarks);
  for (const file of record.files) {
    if (signal?.aborted) return;
    note(file.path, await fileState(reader, id, file));
  }
}

/** Against the digest that the log holds; where the log cannot be read, that it opens is all that can be said. */
async function recordState(record: ExhibitRecord, log: readonly CustodyEntry[] | null): Promise<FixityState> {
  const entry = log?.find(({ event, item }) => item === record.id && (event === "capture" || event === "import"));
  if (log === null) return "ok";
  return entry?.digest === `sha256:${await sha256(canonicalJson(record))}` ? "ok" : "changed";
}

/** The log names each correction by its digest, so one that was taken out or put back to an older state shows. */
async function correctionsState(
  reader: VaultReader,
  id: ExhibitId,
  log: readonly CustodyEntry[] | null,
): Promise<FixityState> {
  const corrections = await reader.corrections(id).catch(asState);
  if (typeof corrections === "string") return corrections;
  const digests = await Promise.all(corrections.map(correctionDigest));
  const named = log?.filter(({ item, detail }) => item === id && detail.about === CORRECTION_DETAIL);
  if (named === undefined) return "ok";
  const isSame = named.length === digests.length && named.every(({ digest }, n) => digest === digests[n]);
  return isSame ? "ok" : "changed";
}

/** The last digest that the log names counts: older words about an item are gone. */
async function remarksState(
  reader: VaultReader,
  id: ExhibitId,
  log: readonly CustodyEntry[] | null,
): Promise<FixityState> {
  const kept = await reader.remarks(id).catch(asState);
  if (typeof kept === "string") return kept;
  // Words about an item that came in stayed with whoever wrote them.
  const ownLog = log?.slice(itemReceivedAt(log, id) + 1);
  const named = ownLog?.findLast((entry) => entry.item === id && isRemarksEntry(entry));
  if (log === null || (!named && !kept)) return "ok";
  return kept !== null && named?.digest === (await remarksDigest(kept)) ? "ok" : kept === null ? "missing" : "changed";
}

/** Whether the file's bytes are those that were saved. */
export async function fileState(reader: VaultReader, id: ExhibitId, file: ExhibitFile): Promise<FixityState> {
  try {
    const digester = new StreamDigester();
    for await (const piece of await reader.file(id, file.path)) digester.update(piece);
    const found = digester.finish();
    const isSame = found.bytes === file.bytes && found.sha256 === file.sha256 && found.sha512 === file.sha512;
    return isSame ? "ok" : "changed";
  } catch (error) {
    return asState(error);
  }
}

/** What a failed reading means for what was read. @throws what is no damage */
function asState(error: unknown): "changed" | "missing" {
  if (error instanceof TypeError) return "changed"; // a row without a part, or text that does not unpack
  if (!(error instanceof VaultError)) throw error;
  if (error.code === "notFound" || error.cause === "missing") return "missing";
  if (error.code !== "damaged") throw error;
  return "changed";
}

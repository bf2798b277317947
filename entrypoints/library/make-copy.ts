/**
 * Makes a copy of everything that can be read. Damaged items are left out and counted; a case whose log is damaged is in it as
 * one, and named. Format: docs/formats/copy.md
 */
import { appVersion } from "@/src/capture/environment";
import { checkLog } from "@/src/custody/check";
import { type CaseToCopy, copyOf } from "@/src/export/copy";
import type { Papers } from "@/src/export/paper-words";
import { screenLanguage } from "@/src/i18n/languages";
import type { CopiedSettings } from "@/src/model/copy";
import type { CustodyEntry } from "@/src/model/custody";
import { ExportError, VaultError } from "@/src/model/errors";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { IdleMinutes } from "@/src/model/lock";
import { deviceClock } from "@/src/platform/clock";
import { readPlace, readScreens, readStampAuthority } from "@/src/platform/preferences";
import { saveSealed } from "@/src/platform/save-sealed";
import type { CopyMade, CopyProgress, SealedFor } from "@/src/ui/library/copies/run-copies";
import { sealStream } from "@/src/vault/age-file";
import { checkFixity } from "@/src/vault/fixity";
import { LOG_LOCK } from "@/src/vault/ledger";
import type { VaultReader } from "@/src/vault/read";
import { unlessDamaged } from "@/src/vault/unless-damaged";
import { environment, packageName } from "./make-package";
import { papersIn } from "./papers";
import { aboutCases } from "./preview-package";
import { unusableItems } from "./unusable-items";
import type { Append } from "./world";

interface CopyRequest {
  sealedFor: SealedFor;
  idleMinutes: IdleMinutes;
  onProgress: (progress: CopyProgress) => void;
  signal: AbortSignal;
}

/**
 * The logs say that it was begun before it is made, so that it holds those entries; then the digests of what was made,
 * or that nothing was.
 * @throws {ExportError | VaultError}
 */
export async function makeCopy(reader: VaultReader, append: Append, request: CopyRequest): Promise<CopyMade> {
  const papers = await papersIn(screenLanguage());
  const leftOut = await unusableItems(reader, papers);
  for (;;) {
    try {
      return await makeWithout(reader, append, request, papers, leftOut);
    } catch (error) {
      if (request.signal.aborted) throw new ExportError("cancelled", undefined, { cause: error });
      if (!isDamage(error)) throw error;
      // Something in it cannot be read: all that is damaged is found, and the copy begun anew without it.
      const before = leftOut.size;
      const { findings } = await checkFixity(reader, { signal: request.signal });
      for (const { id } of findings) if (id !== null) leftOut.add(id);
      if (leftOut.size === before) throw error;
    }
  }
}

function isDamage(error: unknown): boolean {
  if (error instanceof ExportError) return error.code === "fileChanged" || error.code === "fileMissing";
  return error instanceof TypeError || (error instanceof VaultError && error.code === "damaged");
}

async function makeWithout(
  reader: VaultReader,
  append: Append,
  { sealedFor, idleMinutes, onProgress, signal }: CopyRequest,
  papers: Papers,
  leftOut: ReadonlySet<ExhibitId>,
): Promise<CopyMade> {
  const now = deviceClock.now();
  const name = packageName(now);
  const ids = await casesWithLog(reader);
  const note = async (outcome: "begun" | "stopped" | "failed") => {
    const act = {
      event: "export",
      item: null,
      digest: null,
      detail: { name, about: "copy", outcome, encrypted: true },
    };
    for (const caseId of ids) await append({ caseId, act: act as Parameters<Append>[0]["act"] });
  };
  await note("begun");
  try {
    const { cases, missing } = await snapshot(reader, ids, leftOut);
    const { current: currentCase } = await reader.cases();
    const settings = { currentCase, idleMinutes, ...(await settingsToCopy()) };
    const about = { reader, name, software: `Tidemark ${appVersion()}`, now, environment: await environment() };
    const onBytes = (bytesDone: number, bytesTotal: number) => onProgress({ bytesDone, bytesTotal });
    const { stream, done } = copyOf({ ...about, papers, cases, settings, onBytes, signal });
    const sealed = await sealStream(stream, sealedFor);
    await saveSealed(sealed as ReadableStream<Uint8Array<ArrayBuffer>>, `${name}.zip.age`);
    const { bags, damaged } = await done;
    for (const { caseId, tagManifestSha256 } of [...bags, ...damaged]) {
      const digest = `sha256:${tagManifestSha256}` as const;
      await append({ caseId, act: { event: "digest", item: null, digest, detail: { name } } });
    }
    const damagedCases = damaged.map(({ caseId }) => caseId);
    return { fileName: `${name}.zip.age`, leftOut: missing, damagedCases: await namesOf(reader, damagedCases) };
  } catch (error) {
    // Where a log cannot be written either, what went wrong first is told; an export only begun counts as not made.
    await note(signal.aborted ? "stopped" : "failed").catch(() => {});
    throw error;
  }
}

/** Of cases of which something is damaged: a name that cannot be read is as one that was never given. */
async function namesOf(reader: VaultReader, ids: readonly CaseId[]): Promise<(string | null)[]> {
  const about = await aboutCases(reader, ids).catch(unlessDamaged);
  return ids.map((id) => about?.get(id)?.name || null);
}

type SettingsToCopy = Omit<CopiedSettings, "currentCase" | "idleMinutes">;

async function settingsToCopy(): Promise<SettingsToCopy> {
  const { place, language } = await readPlace();
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const [screens, stampBy] = [await readScreens(), await readStampAuthority()];
  return { screens, stampBy, place: text(place), language: text(language) };
}

/** Of a case whose row cannot be read nothing is known but that it is there. */
const DAMAGED = "damaged";

/** Also cases whose row is gone, and items are still there. @throws {ExportError} `nothingToExport` */
async function casesWithLog(reader: VaultReader): Promise<CaseId[]> {
  const ids = new Set((await reader.summaries()).summaries.map(({ caseId }) => caseId));
  for (const id of (await reader.cases()).ids) {
    const copies = await reader.copies(id).catch((error) => unlessDamaged(error) ?? DAMAGED);
    if (copies !== null) ids.add(id);
  }
  if (ids.size === 0) throw new ExportError("nothingToExport");
  return [...ids];
}

/** Everything as it stands at one moment, but for the bytes of files, which never change. No log grows meanwhile. */
async function snapshot(
  reader: VaultReader,
  ids: readonly CaseId[],
  leftOut: ReadonlySet<ExhibitId>,
): Promise<{ cases: CaseToCopy[]; missing: number }> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const { summaries, damaged, waiting } = await reader.summaries();
    const kept = summaries.filter(({ id }) => !leftOut.has(id));
    const cases: CaseToCopy[] = [];
    for (const caseId of ids) {
      const log = await logToCopy(reader, caseId);
      const exhibits = kept.filter((item) => item.caseId === caseId).map(({ id }) => id);
      const { notes } = await reader.notes(caseId);
      const remarks: CaseToCopy["remarks"] = await remarksOf(reader, exhibits);
      cases.push({ caseId, exhibits, ...log, notes, remarks });
    }
    const copied = cases.reduce((sum, { exhibits }) => sum + exhibits.length, 0);
    return { cases, missing: damaged.length + waiting + summaries.length - copied };
  });
}

/** The log of a case; where it does not hold together, what can be read of it: at least that this copy was begun. */
async function logToCopy(
  reader: VaultReader,
  caseId: CaseId,
): Promise<{ custody: CustodyEntry[]; isDamaged: boolean }> {
  const custody = await reader.custody(caseId).catch(unlessDamaged);
  if (custody !== null && (await checkLog(custody, caseId)).ok) return { custody, isDamaged: false };
  return { custody: await reader.readableCustody(caseId), isDamaged: true };
}

async function remarksOf(reader: VaultReader, exhibits: readonly ExhibitId[]) {
  const found = new Map<ExhibitId, NonNullable<Awaited<ReturnType<VaultReader["remarks"]>>>>();
  for (const id of exhibits) {
    const kept = await reader.remarks(id);
    if (kept !== null) found.set(id, kept);
  }
  return found;
}

/** What goes into a bundle, known before the first byte is written: order, folders, how much, and one time for all files. */

import { namesFault } from "@/src/manifest/exhibit-names";
import { canonicalJson } from "@/src/model/canonical-json";
import { ExportError } from "@/src/model/errors";
import type { CaseId, ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { isPage } from "@/src/model/exhibit-kind";
import { boxesOf, isInside, isPictureInside, type PicturesRule } from "@/src/model/hand-over";
import type { UtcInstant } from "@/src/model/instant";
import type { VaultReader } from "@/src/vault/read";

export interface Plan {
  /** By exhibit number, whatever the order they were asked for in. */
  exhibits: ExhibitId[];
  /** Of the exhibits' own files that go in. */
  files: number;
  bytes: number;
  /** How many of the exhibits' files do not go in. */
  leftOut: number;
  /** Of how many exhibits the picture goes in. */
  pictures: number;
  /** Of how many a copy with opaque parts does. */
  redacted: number;
  /** `null` where there is no exhibit. */
  newestCapture: UtcInstant | null;
  /** Whether any of them lists the posts of its page. */
  hasThreads: boolean;
}

export interface PlanOptions {
  pictures?: PicturesRule;
  /** Whether it may be a plan of nothing. */
  mayBeEmpty?: boolean;
}

/**
 * Reads every record once.
 * @throws {ExportError} `nothingToExport`, unless it may be empty
 * @throws {TypeError} when a record is of another case or names a file in a way we never write.
 */
export async function planBundle(
  reader: VaultReader,
  ids: readonly ExhibitId[],
  caseId: CaseId,
  { pictures = "full", mayBeEmpty = false }: PlanOptions = {},
): Promise<Plan> {
  const seen = new Map<number, ExhibitId>();
  const plan: Plan = {
    exhibits: [],
    files: 0,
    bytes: 0,
    leftOut: 0,
    pictures: 0,
    redacted: 0,
    newestCapture: null,
    hasThreads: false,
  };
  for await (const record of recordsOf(reader, new Set(ids))) {
    checkRecord(record, caseId);
    if (seen.has(record.exhibit)) throw new TypeError("two exhibits have one number");
    seen.set(record.exhibit, record.id);
    const inside = record.files.filter((file) => isInside(record, file, pictures));
    plan.files += inside.length;
    plan.leftOut += record.files.length - inside.length;
    plan.pictures += isPictureInside(record, pictures) ? 1 : 0;
    plan.redacted += boxesOf(record, pictures) === null ? 0 : 1;
    plan.bytes += inside.reduce((sum, file) => sum + file.bytes, 0);
    plan.hasThreads ||= isPage(record) && record.thread !== undefined;
    if (record.captured.endUtc > (plan.newestCapture ?? "")) plan.newestCapture = record.captured.endUtc;
  }
  if (seen.size === 0 && !mayBeEmpty) throw new ExportError("nothingToExport");
  plan.exhibits = [...seen].sort(([one], [other]) => one - other).map(([, id]) => id);
  return plan;
}

/** The records one by one, so that a big case never lies in memory whole. */
export async function* recordsOf(reader: VaultReader, ids: Iterable<ExhibitId>): AsyncGenerator<ExhibitRecord> {
  for (const id of ids) yield await reader.record(id);
}

/** The bytes of `record.json`. */
export function recordText(record: ExhibitRecord): string {
  return canonicalJson(record);
}

function checkRecord(record: ExhibitRecord, caseId: CaseId): void {
  if (record.caseId !== caseId) throw new TypeError("exhibit is of another case");
  const fault = namesFault(record.files.map(({ path }) => path));
  if (fault !== null) throw new TypeError(fault);
}

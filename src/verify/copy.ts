/**
 * A copy of everything, unsealed: checked whole before anything of it is used. It may be damaged, or made to harm.
 * Format: docs/formats/copy.md
 */
import * as v from "valibot";
import { canonicalJson } from "@/src/model/canonical-json";
import {
  COPY_SCHEMA,
  type CopiedBag,
  type CopyIndex,
  SECOND_COPY_SCHEMA,
  type SettingsRead,
  THIRD_COPY_SCHEMA,
} from "@/src/model/copy";
import type { CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { IDLE_MINUTES } from "@/src/model/lock";
import { caseId } from "@/src/notes/schema";
import { type BagFile, type BagSource, bagSource, DamagedError, readText } from "./bag-source";
import { bagContents, type Contents } from "./contents";
import type { BundleReading, VerifyOptions } from "./finding";
import { hex, natural } from "./shapes";
import { verifyBag } from "./verify-bag";
import { openZip, type RandomAccess, zipContents } from "./zip-source";

const INDEX = "copy.json";

const bags = v.pipe(
  v.array(
    v.strictObject({
      folder: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,60}$/)),
      caseId,
      exhibits: natural,
      lastSeq: natural,
      tagManifestSha256: hex(64),
    }),
  ),
  v.maxLength(10_000),
);
const someBags = v.pipe(bags, v.minLength(1));
/** A choice by its id; whether there still is such a one is looked at where it is used. */
const chosen = v.nullable(v.pipe(v.string(), v.maxLength(80)));
const second = { currentCase: caseId, idleMinutes: v.picklist(IDLE_MINUTES), screens: natural };
const third = { ...second, stampBy: chosen, place: chosen, language: chosen };
const Index = v.variant("schema", [
  v.strictObject({ schema: v.literal(COPY_SCHEMA), bags, damaged: bags, settings: v.strictObject(third) }),
  v.strictObject({ schema: v.literal(THIRD_COPY_SCHEMA), bags: someBags, settings: v.strictObject(third) }),
  v.strictObject({ schema: v.literal(SECOND_COPY_SCHEMA), bags: someBags, settings: v.strictObject(second) }),
]);
type IndexRead = Pick<CopyIndex, "bags"> & Partial<Pick<CopyIndex, "damaged">> & { settings: SettingsRead };

/** One case of a copy, checked. */
export interface CheckedCase extends Contents {
  /** SHA-256 of its bag's list of lists. */
  digest: `sha256:${string}`;
  /** The exhibits that are in it. */
  ids: ReadonlySet<ExhibitId>;
  /** Whether `log` is only what could be read of it when the copy was made. */
  isDamaged: boolean;
}

export interface CheckedCopy {
  cases: CheckedCase[];
  /** `null` in a copy of the first form. */
  settings: SettingsRead | null;
}

/**
 * Compares every byte with the lists, and gives every record, note and entry the shape it must have.
 * @throws {DamagedError} where anything is not as it must be; the signal's reason when that was aborted
 */
export async function checkCopy(bytes: RandomAccess, options: VerifyOptions = {}): Promise<CheckedCopy> {
  const { bags, settings } = await openBags(bytes);
  const bytesTotal = bags.flatMap(({ source }) => source.files).reduce((sum, file) => sum + file.bytes, 0);
  let bytesBefore = 0;
  const seen = new Set<ExhibitId>();
  const cases: CheckedCase[] = [];
  for (const bag of bags) {
    let bytesHere = 0;
    const onProgress = ({ bytesDone }: { bytesDone: number }) => {
      bytesHere = bytesDone;
      options.onProgress?.({ bytesDone: bytesBefore + bytesDone, bytesTotal });
    };
    cases.push(await checkedCase(bag, seen, { ...options, onProgress }));
    bytesBefore += bytesHere;
  }
  if (new Set(cases.map((each) => each.caseId)).size !== cases.length) throw new DamagedError("a case twice");
  return { cases, settings };
}

interface Bag {
  source: BagSource;
  said: CopiedBag | null;
  isDamaged: boolean;
}

async function openBags(bytes: RandomAccess): Promise<{ bags: Bag[]; settings: SettingsRead | null }> {
  const { files, findings } = await zipContents(bytes);
  const index = files.find(({ path }) => path === INDEX);
  if (index === undefined)
    return { bags: [{ source: await onlyBag(bytes), said: null, isDamaged: false }], settings: null };
  if (findings.length > 0) throw new DamagedError("the ZIP is not sound");
  const { bags, damaged = [], settings } = await readIndex(index);
  const folders = [...bags, ...damaged].map(({ folder }) => folder);
  const isNamed = ({ path }: BagFile) => path === INDEX || folders.includes(path.slice(0, path.indexOf("/")));
  if (folders.length === 0 || new Set(folders).size !== folders.length || !files.every(isNamed))
    throw new DamagedError("other folders");
  const opened = (isDamaged: boolean) => (said: CopiedBag) => {
    const source = bagSource(
      files.filter(({ path }) => path.startsWith(`${said.folder}/`)),
      [],
      "zip",
    );
    if (source?.name !== said.folder) throw new DamagedError("no bag in its folder");
    return { said, source, isDamaged };
  };
  return { bags: [...bags.map(opened(false)), ...damaged.map(opened(true))], settings };
}

/** A copy of the first form. */
async function onlyBag(bytes: RandomAccess): Promise<BagSource> {
  const opened = await openZip(bytes);
  if (opened.kind !== "source") throw new DamagedError("not one bag");
  return opened.source;
}

async function readIndex(file: BagFile): Promise<IndexRead> {
  const text = (await readText(file)) ?? "";
  try {
    const value: unknown = JSON.parse(text);
    if (v.is(Index, value) && canonicalJson(value) === text) return value as object as IndexRead;
  } catch (cause) {
    throw new DamagedError("copy.json is no JSON", { cause });
  }
  throw new DamagedError("copy.json has another form");
}

/** @param seen Exhibits of the other cases. Those of this one are put to them. */
async function checkedCase(
  { source, said, isDamaged }: Bag,
  seen: Set<ExhibitId>,
  options: VerifyOptions,
): Promise<CheckedCase> {
  const verdict = await verifyBag(source, options);
  if (verdict.kind !== "checked") throw new DamagedError("no bag");
  const { facts, findings } = verdict;
  // Of a case that is said to be damaged everything but its log has to be as it was.
  if (!findings.every(({ code }) => isDamaged && code === "custodyBroken")) throw new DamagedError("not intact");
  const contents = await bagContents(source, isDamaged);
  if (said !== null && !isAsSaid(said, facts, contents)) throw new DamagedError("not the bag that copy.json names");
  const ids = await exhibitsIn(contents, seen);
  return { ...contents, ids, isDamaged, digest: `sha256:${facts.tagManifestSha256!}` };
}

function isAsSaid(said: CopiedBag, facts: BundleReading, { caseId: id }: Contents): boolean {
  const { exhibits, lastSeq, tagManifestSha256 } = facts;
  const isSameBag = said.tagManifestSha256 === tagManifestSha256 && said.caseId === id;
  return isSameBag && said.exhibits === exhibits && said.lastSeq === lastSeq;
}

/** Reads every record, so that nothing is written before all of them have their shape. */
async function exhibitsIn({ exhibits, caseId: id, log }: Contents, seen: Set<ExhibitId>): Promise<Set<ExhibitId>> {
  const ids = new Set<ExhibitId>();
  for await (const { record } of exhibits()) {
    if (seen.has(record.id) || record.caseId !== id) throw new DamagedError("an exhibit twice, or of another case");
    if (!(await isAsLogged(record, log))) throw new DamagedError("not the record that the log names");
    seen.add(record.id);
    ids.add(record.id);
  }
  return ids;
}

/** Of a damaged log the entry may be gone; one that is there has to name this record. */
async function isAsLogged(record: ExhibitRecord, log: readonly CustodyEntry[]): Promise<boolean> {
  const entries = log.filter(({ event, item }) => (event === "capture" || event === "import") && item === record.id);
  const digest = `sha256:${await sha256(canonicalJson(record))}`;
  return entries.length === 0 || entries.some((entry) => entry.digest === digest);
}

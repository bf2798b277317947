/**
 * One case as a BagIt 1.0 bag (RFC 8493) in a ZIP. Each exhibit file is compared with the digests in its record while it
 * passes; one that differs ends the ZIP, so that none holds it. What lies below `data/` depends on the case and its log
 * alone: the same case gives the same bytes. Format: docs/formats/bundle.md
 */
import { type CustodyFailure, checkLog } from "@/src/custody/check";
import { logLine } from "@/src/custody/lines";
import { CHECK_PAGE, isPlainName } from "@/src/manifest/paths";
import { type Account, EMPTY_ACCOUNT } from "@/src/model/account";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry, CustodyHead } from "@/src/model/custody";
import type { DamagedItem } from "@/src/model/damaged-item";
import type { Sha256 } from "@/src/model/digest";
import { PictureError } from "@/src/model/errors";
import type { CaseId, Environment, ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import type { DerivedFile } from "@/src/model/exhibit-files";
import { insideOf, type PicturesRule, type Receiver } from "@/src/model/hand-over";
import type { UtcInstant } from "@/src/model/instant";
import type { VaultReader } from "@/src/vault/read";
import { accountTxt } from "./account-txt";
import { BAGIT_TXT, bagInfoTxt } from "./bag-info";
import { BagSink } from "./bag-sink";
import { binderHtml } from "./binder-html";
import { type Corrections, correctionsOf, withoutOwnWords } from "./corrections";
import { addDamaged } from "./damaged-part";
import { declarationTxt } from "./declaration";
import { addDerived, type DerivedCopies, derivedCopies } from "./derived-files";
import { addExhibit } from "./exhibit-files";
import { addHeadStamps } from "./head-stamps";
import { indexCsv } from "./index-csv";
import type { OpenPicture } from "./kept-picture";
import { leftOutCsv } from "./left-out";
import type { MakeMarked } from "./marked-file";
import type { Papers, PaperWords } from "./paper-words";
import { type Plan, planBundle, recordsOf } from "./plan";
import { postsCsv } from "./posts-csv";
import { readmeTxt } from "./readme";
import { reportsCsv } from "./reports-csv";
import { addSignedHead, signatureBy } from "./signed-head";
import { timelineOf } from "./timeline";
import { timelineCsv } from "./timeline-csv";
import type { ZipSink } from "./zip-sink";

/** The program and machine that make the bundle: what does not change from one export to the next. */
export type ExportEnvironment = Pick<Environment, "browser" | "os" | "extVersion" | "extBuildHash">;

export interface BagOptions {
  reader: VaultReader;
  exhibits: readonly ExhibitId[];
  caseId: CaseId;
  /** The whole log, the entry for this export already in it. */
  custody: readonly CustodyEntry[];
  /** What the person wrote of what happened; nothing where left out. */
  account?: Account;
  /** Whether the person's own words go in that stand among the corrections; they do unless something else is said. */
  withWords?: boolean;
  /** Top folder, e.g. `documents-20261121-031205`. */
  name: string;
  /** E.g. `Tidemark 0.1.0`. */
  software: string;
  now: UtcInstant;
  environment: ExportEnvironment;
  /** The page that checks packages, which goes beside the bag; where it is absent, there is none. */
  checkPage?: string;
  /** What becomes of pictures; all of them go in unless something else is said. */
  pictures?: PicturesRule;
  /** What README.txt, the account, the pages and the tables are written in. */
  papers: Papers;
  /** Whom README.txt speaks to; nobody in particular where left out. */
  receiver?: Receiver;
  /** Makes a marked copy of each picture that goes in; where it is absent, the bundle has none. */
  marked?: MakeMarked;
  /** Opens pictures that came in, for copies on which parts are covered; where it is absent, none of them can be opened. */
  open?: OpenPicture;
  onProgress?: (progress: ExportProgress) => void;
  /** Exhibits that are not in `exhibits` because something of them is damaged; what is intact goes in beside the others. */
  damaged?: readonly DamagedItem[];
  /** Whether a case with a log and no exhibit makes a bag, too. */
  mayBeEmpty?: boolean;
  /** Further files of text below `data/`. */
  also?: readonly AlsoText[];
}

export interface AlsoText {
  path: string;
  parts: Iterable<string>;
}

/** Files: the exhibits' own and the marked copies; the few that describe them are not counted. Bytes: of their own. */
export interface ExportProgress {
  filesDone: number;
  filesTotal: number;
  bytesDone: number;
  bytesTotal: number;
}

export interface BagFacts {
  /** To be told to the receiver another way than inside the bundle. */
  tagManifestSha256: Sha256;
  /** All files below `data/`. */
  files: number;
  bytes: number;
  /** The first entry of the log that does not fit, where there is one; the binder says so too. */
  logFailure: CustodyFailure | null;
}

/**
 * @param planned Of just these options, where that was done already.
 * @throws {ExportError} any of its codes but `cancelled`; {VaultError} when a record cannot be read
 */
export async function writeBag(options: BagOptions, zip: ZipSink, planned?: Plan): Promise<BagFacts> {
  const {
    reader,
    custody,
    caseId,
    name,
    now,
    software,
    papers,
    pictures = "full",
    damaged = [],
    withWords = true,
  } = options;
  const { words } = papers;
  if (!isPlainName(name)) throw new TypeError("unusable bundle name");
  const head = headOf(custody, caseId);
  const log = await checkLog(custody, caseId);
  const logFailure = log.ok ? null : log.failure;
  const plan = planned ?? (await planBundle(reader, options.exhibits, caseId, options));
  const corrections = await correctionsOf(reader, plan.exhibits, custody);
  const bag = new BagSink(zip, name, plan.newestCapture ?? now);
  await bag.addTag("bagit.txt", BAGIT_TXT);
  const readme = { pictures: insideOf(pictures), receiver: options.receiver, isDamaged: damaged.length > 0 };
  await bag.addText("README.txt", [readmeTxt(papers, readme)]);
  const records = () => recordsOf(reader, plan.exhibits);
  const copies = await addExhibits(bag, plan, corrections, options);
  const said = withWords ? corrections : withoutOwnWords(corrections);
  const beside = { ...copies, corrections: said, pictures, account: options.account ?? EMPTY_ACCOUNT };
  await bag.addText("index.csv", indexCsv(words, records(), beside));
  await addTimeline(bag, words, records(), beside.account);
  await bag.addText("binder.html", binderHtml(words, records, beside, logFailure));
  await addDamaged(bag, reader, damaged, pictures, words);
  if (plan.leftOut > 0) await bag.addText("left-out.csv", leftOutCsv(words, records(), pictures));
  if (plan.hasThreads) await bag.addText("posts.csv", postsCsv(records()));
  await bag.addText("declaration-draft.txt", declarationTxt(papers, records, beside));
  await bag.addText("custody/custody.jsonl", custody.map(logLine));
  await addSignedHead(bag, reader, head);
  await addHeadStamps(bag, custody);
  for (const { path, parts } of options.also ?? []) await bag.addText(path, parts);
  await bag.addText("custody/environment.json", [environmentText(options.environment)]);
  const payload = bag.payload;
  const checkPage = await addCheckPage(bag, options);
  await bag.addTag("bag-info.txt", bagInfoTxt({ now, payload, head, software, ...checkPage }));
  return { tagManifestSha256: await bag.finish(signatureBy(reader)), ...payload, logFailure };
}

/** It is no part of the bag, so that the bag holds nothing that runs; `bag-info.txt` gives its digest. */
async function addCheckPage(bag: BagSink, { checkPage }: BagOptions): Promise<{ checkPage?: Sha256 }> {
  return checkPage === undefined ? {} : { checkPage: (await bag.addBeside(CHECK_PAGE, checkPage)).sha256 };
}

async function addTimeline(
  bag: BagSink,
  words: PaperWords,
  records: AsyncIterable<ExhibitRecord>,
  account: Account,
): Promise<void> {
  const rows = await timelineOf(records, account);
  await bag.addText("timeline.csv", timelineCsv(words, rows));
  const written = accountTxt(words, rows, account.about);
  if (written !== null) await bag.addText("account.txt", [written]);
  if (account.reports.length > 0) await bag.addText("reports.csv", reportsCsv(account.reports));
}

/** @returns The copies that were made. */
async function addExhibits(
  bag: BagSink,
  plan: Plan,
  corrections: Corrections,
  { reader, marked: mark, open = notOpened, pictures = "full", withWords = true, onProgress }: BagOptions,
): Promise<DerivedCopies> {
  const copies = plan.redacted + (mark === undefined ? 0 : plan.pictures + plan.redacted);
  const progress = { filesDone: 0, filesTotal: plan.files + copies, bytesDone: 0, bytesTotal: plan.bytes };
  const onPiece = (length: number) => {
    progress.bytesDone += length;
    onProgress?.({ ...progress });
  };
  const onFile = () => {
    progress.filesDone += 1;
    onProgress?.({ ...progress });
  };
  const made = new Map<ExhibitId, DerivedFile[]>();
  for await (const record of recordsOf(reader, plan.exhibits)) {
    const own = corrections.get(record.id) ?? [];
    await addExhibit(bag, reader, record, own, { pictures, withWords }, onPiece, onFile);
    made.set(record.id, await addDerived(bag, reader, record, { pictures, mark, open, onFile }));
  }
  return derivedCopies(made);
}

const notOpened: OpenPicture = async () => {
  throw new PictureError("notOpened");
};

function headOf(custody: readonly CustodyEntry[], caseId: CaseId): CustodyHead {
  const last = custody.at(-1);
  if (last === undefined) throw new TypeError("a bundle needs the log with the entry of its export");
  return { caseId, lastSeq: last.seq, headHash: last.hash };
}

/** Only the named fields: the caller may hand over more than belongs into a bundle. */
function environmentText({ browser, os, extVersion, extBuildHash }: ExportEnvironment): string {
  return canonicalJson({ browser, os, extVersion, extBuildHash });
}

import { appVersion, browserName } from "@/src/capture/environment";
import { accountOf } from "@/src/export/account-of";
import type { ExportEnvironment } from "@/src/export/bag";
import { bundle } from "@/src/export/bundle";
import { pictureRule } from "@/src/export/picture-rule";
import { speechIn } from "@/src/i18n/speech-in";
import { markedCopy } from "@/src/marked/marked-copy";
import type { CustodyEntry } from "@/src/model/custody";
import type { DamagedItem } from "@/src/model/damaged-item";
import { ExportError } from "@/src/model/errors";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { PicturesRule } from "@/src/model/hand-over";
import type { UtcInstant } from "@/src/model/instant";
import { openPicture } from "@/src/picture/open-picture";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { ownFile } from "@/src/platform/own-file";
import { type SavePlace, savePlace } from "@/src/platform/save-place";
import type { MadePackage } from "@/src/ui/library/hand-over/state";
import { exhibitNumbers } from "@/src/ui/library/history";
import type { PackageRequest } from "@/src/ui/library/world";
import { sealStream } from "@/src/vault/age-file";
import { damagedAmong, unreadableIn } from "@/src/vault/damaged-items";
import type { VaultReader } from "@/src/vault/read";
import { logOf } from "./log-of";
import { papersIn } from "./papers";
import type { Append } from "./world";

/**
 * The log says that the export was begun before it is made, so that the package holds its entry; then the digest of what
 * was made, or that nothing was. Format: docs/formats/custody-log.md
 */
export async function makePackage(reader: VaultReader, append: Append, request: PackageRequest): Promise<MadePackage> {
  const [first] = request.items;
  if (first === undefined) throw new ExportError("nothingToExport");
  const { caseId } = first;
  const { seal, signal, pictures, receiver, language, withMarked, withWords } = request;
  const now = deviceClock.now();
  const name = packageName(now);
  const place = await savePlace(`${name}${seal.by === "nothing" ? ".zip" : ".age"}`, request.bytes);
  const items = request.items.length;
  const damaged = request.withoutDamaged ? await damagedAmong(reader, request.items, signal) : [];
  const whole = request.items.filter(({ id }) => damaged.every((item) => item.id !== id));
  const note = (outcome: "begun" | "stopped" | "failed", more: CustodyEntry["detail"] = {}) =>
    append({ caseId, act: { event: "export", item: null, digest: null, detail: { name, items, outcome, ...more } } });

  const begun = await note("begun", {
    ...(seal.by === "nothing" ? {} : { encrypted: true }),
    ...exhibitNumbers(whole.map(({ exhibit }) => exhibit)),
    ...(damaged.length > 0 && { damaged: damaged.length }),
    language,
    marked: withMarked,
    pictures,
    words: withWords,
  });
  try {
    const exhibits = whole.map(({ id }) => id);
    const rule = await pictureRule(reader, exhibits, pictures);
    const made = await write(reader, request, { name, now, caseId, exhibits, damaged, begun, place, rule });
    const digest = `sha256:${made.tagManifestSha256}` as const;
    await append({ caseId, act: { event: "digest", item: null, digest, detail: { name } } });
    const { fileName, isPlaced } = place;
    const sealed = seal.by === "keys" ? { by: seal.by } : seal;
    const head = { caseId, lastSeq: begun.seq, headHash: begun.hash };
    const keptBy = begun.actor;
    return {
      fileName,
      isPlaced,
      seal: sealed,
      pictures: rule,
      receiver,
      language,
      keptBy,
      withWords,
      items,
      exhibits,
      head,
      ...made,
    };
  } catch (error) {
    // Where the log cannot be written either, what went wrong first is told; an export only begun counts as not made.
    await note(signal.aborted ? "stopped" : "failed").catch(() => {});
    throw error;
  }
}

interface Under {
  name: string;
  now: UtcInstant;
  caseId: CaseId;
  exhibits: readonly ExhibitId[];
  damaged: readonly DamagedItem[];
  begun: CustodyEntry;
  place: SavePlace;
  rule: PicturesRule;
}

async function write(
  reader: VaultReader,
  { receiver, language, withMarked, withWords, seal, onProgress, signal }: PackageRequest,
  { name, now, caseId, exhibits, damaged: found, begun, place, rule: pictures }: Under,
): Promise<Pick<MadePackage, "tagManifestSha256" | "logBrokenAt" | "damaged">> {
  const custody = await logOf(reader, caseId, begun.seq);
  const papers = await papersIn(language);
  const speech = await speechIn(language);
  const damaged = [...found, ...(await unreadableIn(reader, custody))];
  const { stream, done } = bundle({
    reader,
    exhibits,
    damaged,
    mayBeEmpty: damaged.length > 0,
    caseId,
    custody,
    name,
    software: `Tidemark ${appVersion()}`,
    now,
    environment: await environment(),
    checkPage: await (await ownFile("check.html.txt")).text(),
    pictures,
    withWords,
    papers,
    ...(receiver === null ? {} : { receiver }),
    ...(withWords ? { account: await accountOf(reader, caseId, exhibits, custody, papers.words) } : {}),
    ...(withMarked
      ? { marked: (record, picture, boxes) => markedCopy(record, picture, { boxes, speech, signal }) }
      : {}),
    open: openPicture,
    onProgress,
    signal,
  });
  const sealed = seal.by === "nothing" ? stream : await sealStream(stream, sealedFor(seal));
  // A stream that fails tells its reader nothing of why; what failed first is known here.
  await place.save(sealed as ReadableStream<Uint8Array<ArrayBuffer>>).catch(async (cause) => {
    throw await whyNotMade(done, cause, signal);
  });
  const { tagManifestSha256, logFailure } = await done;
  const logBrokenAt = logFailure === null ? null : logFailure.index + 1;
  return { tagManifestSha256, logBrokenAt, damaged: damaged.length };
}

/** Where it was not the making that failed, it was the saving, which then stopped the making. */
async function whyNotMade(done: Promise<unknown>, saving: unknown, signal: AbortSignal): Promise<unknown> {
  const making = await done.then(
    () => null,
    (error: unknown) => error,
  );
  const isStopped = making instanceof ExportError && making.code === "cancelled" && !signal.aborted;
  return making === null || isStopped ? saving : making;
}

function sealedFor(seal: Exclude<PackageRequest["seal"], { by: "nothing" }>) {
  return seal.by === "words" ? { passphrase: seal.passphrase } : { recipient: seal.keys };
}

/** `documents-20261121-031205`: neutral, and another one each second. */
export function packageName(now: UtcInstant): string {
  const [day = "", time = ""] = now.replace(/[-:]/g, "").split("T");
  return `documents-${day}-${time.slice(0, 6)}`;
}

export async function environment(): Promise<ExportEnvironment> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  const [extVersion = "", extBuildHash = ""] = appVersion().split("+");
  return { browser: await browserName(), os: `${os} ${arch}`, extVersion, extBuildHash };
}

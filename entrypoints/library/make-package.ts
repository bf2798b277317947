import { appVersion, browserName } from "@/src/capture/environment";
import type { ExportEnvironment } from "@/src/export/bag";
import { bundle } from "@/src/export/bundle";
import { markedCopy } from "@/src/marked/marked-copy";
import { ExportError } from "@/src/model/errors";
import type { UtcInstant } from "@/src/model/instant";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { ownFile } from "@/src/platform/own-file";
import { saveStream } from "@/src/platform/save-file";
import { exhibitNumbers } from "@/src/ui/library/history";
import type { MadePackage } from "@/src/ui/library/state";
import type { PackageRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";
import type { Append } from "./world";

/** What is put around the package on its way out. */
export interface Wrapping {
  /** Of the file's name. */
  ending: string;
  wrap(stream: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>>;
}

const PLAIN: Wrapping = { ending: ".zip", wrap: async (stream) => stream };

/**
 * The log says that the export was begun before it is made, so that the package holds its entry; then the digest of what
 * was made, or that nothing was. Format: docs/formats/custody-log.md
 */
export async function makePackage(
  reader: VaultReader,
  append: Append,
  request: PackageRequest,
  wrapping: Wrapping = PLAIN,
): Promise<MadePackage> {
  const [first] = request.items;
  if (first === undefined) throw new ExportError("nothingToExport");
  const { caseId } = first;
  const now = deviceClock.now();
  const name = packageName(now);
  const items = request.items.length;
  const { signal } = request;
  const note = (
    outcome: "begun" | "stopped" | "failed",
    more: { exhibits?: string; marked?: boolean; encrypted?: boolean } = {},
  ) =>
    append({ caseId, act: { event: "export", item: null, digest: null, detail: { name, items, outcome, ...more } } });

  const begun = await note("begun", {
    ...(wrapping === PLAIN ? {} : { encrypted: true }),
    ...exhibitNumbers(request.items.map(({ exhibit }) => exhibit)),
    marked: request.withMarked,
  });
  try {
    const exhibits = request.items.map(({ id }) => id);
    const { stream, done } = bundle({
      reader,
      exhibits,
      caseId,
      custody: (await reader.custody(caseId)).slice(0, begun.seq + 1),
      name,
      software: `Tidemark ${appVersion()}`,
      now,
      environment: await environment(),
      checkPage: await (await ownFile("check.html.txt")).text(),
      ...(request.withMarked ? { marked: (record, picture) => markedCopy(record, picture, { signal }) } : {}),
      onProgress: ({ filesDone, filesTotal }) => request.onProgress(filesDone, filesTotal),
      signal,
    });
    const wrapped = await wrapping.wrap(stream);
    await saveStream(wrapped as ReadableStream<Uint8Array<ArrayBuffer>>, `${name}${wrapping.ending}`);
    const { tagManifestSha256, logFailure } = await done;
    const digest = `sha256:${tagManifestSha256}` as const;
    await append({ caseId, act: { event: "digest", item: null, digest, detail: { name } } });
    const head = { caseId, lastSeq: begun.seq, headHash: begun.hash };
    const logBrokenAt = logFailure === null ? null : logFailure.index + 1;
    return { fileName: `${name}${wrapping.ending}`, items, tagManifestSha256, exhibits, head, logBrokenAt };
  } catch (error) {
    // Where the log cannot be written either, what went wrong first is told; an export only begun counts as not made.
    await note(signal.aborted ? "stopped" : "failed").catch(() => {});
    throw error;
  }
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

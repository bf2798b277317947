import { appVersion, browserName } from "@/src/capture/environment";
import { bundle, type ExportEnvironment } from "@/src/export/bundle";
import { ExportError } from "@/src/model/errors";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { saveStream } from "@/src/platform/save-file";
import { exhibitNumbers } from "@/src/ui/library/history";
import type { MadePackage } from "@/src/ui/library/state";
import type { PackageRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";
import type { Append } from "./world";

/** The export is written into the log first, so that the package holds its entry; the digest when it is made. */
export async function makePackage(reader: VaultReader, append: Append, request: PackageRequest): Promise<MadePackage> {
  const [first] = request.items;
  if (first === undefined) throw new ExportError("nothingToExport");
  const { caseId } = first;
  const now = deviceClock.now();
  const name = `documents-${now.slice(0, 10).replaceAll("-", "")}`;
  const items = request.items.length;
  const numbers = exhibitNumbers(request.items.map(({ exhibit }) => exhibit));

  await append({ caseId, act: { event: "export", item: null, digest: null, detail: { name, items, ...numbers } } });
  const { stream, done } = bundle({
    reader,
    exhibits: request.items.map(({ id }) => id),
    caseId,
    custody: await reader.custody(caseId),
    name,
    software: `Tidemark ${appVersion()}`,
    now,
    environment: await environment(),
    onProgress: ({ filesDone, filesTotal }) => request.onProgress(filesDone, filesTotal),
    signal: request.signal,
  });
  const fileName = `${name}.zip`;
  await saveStream(stream as ReadableStream<Uint8Array<ArrayBuffer>>, fileName);
  const { tagManifestSha256 } = await done;
  await append({
    caseId,
    act: { event: "digest", item: null, digest: `sha256:${tagManifestSha256}`, detail: { name } },
  });
  return { fileName, items, tagManifestSha256 };
}

async function environment(): Promise<ExportEnvironment> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  const [extVersion = "", extBuildHash = ""] = appVersion().split("+");
  return { browser: await browserName(), os: `${os} ${arch}`, extVersion, extBuildHash };
}

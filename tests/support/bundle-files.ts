/** The files of a bundle taken out, to be spoiled one way or another and put back into a ZIP. */
import { BlobReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { PACKAGE_SIGNATURE } from "@/src/custody/signature";
import { buildManifest } from "@/src/manifest/build";
import { type Digests, digestsOf } from "@/src/model/digest";
import { BUNDLE_NAME } from "./bundle";
import { type RawEntry, rawZip } from "./raw-zip";

/** Path from the bundle's own folder → bytes. */
export type BundleFiles = Map<string, Uint8Array<ArrayBuffer>>;

export async function filesOf(zip: Blob): Promise<BundleFiles> {
  const files: BundleFiles = new Map();
  for (const entry of await new ZipReader(new BlobReader(zip), { useWebWorkers: false }).getEntries()) {
    if (entry.directory) continue;
    if (!entry.filename.startsWith(`${BUNDLE_NAME}/`)) continue; // beside the bag
    const bytes = await entry.getData(new Uint8ArrayWriter());
    files.set(entry.filename.slice(BUNDLE_NAME.length + 1), new Uint8Array(bytes));
  }
  return files;
}

export function entriesOf(files: BundleFiles): RawEntry[] {
  return [...files].map(([path, bytes]) => ({ name: `${BUNDLE_NAME}/${path}`, bytes }));
}

export function zipOf(files: BundleFiles, more: readonly RawEntry[] = []): Blob {
  return rawZip([...entriesOf(files), ...more]);
}

export function textOf(files: BundleFiles, path: string): string {
  return new TextDecoder().decode(bytesOf(files, path));
}

export function bytesOf(files: BundleFiles, path: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no file ${path}`);
  return bytes;
}

/** Writes a file anew, or changes its text. */
export function edit(files: BundleFiles, path: string, change: string | ((text: string) => string)): void {
  const text = typeof change === "string" ? change : change(textOf(files, path));
  files.set(path, new TextEncoder().encode(text));
}

/** Flips the lowest bit of one byte. */
export function flip(files: BundleFiles, path: string, at = 0): void {
  const bytes = new Uint8Array(bytesOf(files, path));
  bytes[at]! ^= 1;
  files.set(path, bytes);
}

/** Makes both kinds of list anew, as a careful forger would. */
export async function relist(files: BundleFiles): Promise<void> {
  const payload = await measure(files, (path) => path.startsWith("data/"));
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  edit(files, "bag-info.txt", (text) =>
    text.replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${bytes}.${payload.length}`),
  );
  for (const algorithm of ["sha256", "sha512"] as const) {
    edit(files, `manifest-${algorithm}.txt`, listOf(payload, algorithm));
  }
  await relistTags(files);
}

/** Makes only the tag manifests anew, and takes away the signature over them, as somebody without the key would. */
export async function relistTags(files: BundleFiles): Promise<void> {
  files.delete(PACKAGE_SIGNATURE);
  const tags = await measure(files, (path) => !path.startsWith("data/") && !path.startsWith("tagmanifest-"));
  for (const algorithm of ["sha256", "sha512"] as const) {
    edit(files, `tagmanifest-${algorithm}.txt`, listOf(tags, algorithm));
  }
}

type Measured = Digests & { path: string };

async function measure(files: BundleFiles, wanted: (path: string) => boolean): Promise<Measured[]> {
  const chosen = [...files].filter(([path]) => wanted(path));
  return Promise.all(chosen.map(async ([path, bytes]) => ({ path, ...(await digestsOf(bytes)) })));
}

function listOf(files: readonly Measured[], algorithm: "sha256" | "sha512"): string {
  return buildManifest(files.map((file) => ({ path: file.path, digest: file[algorithm] })));
}

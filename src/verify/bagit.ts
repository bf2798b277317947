/**
 * Whether files are a complete and valid BagIt bag (RFC 8493, 3): every file in the lists is there with the bytes the
 * lists give, and no other file is below `data/`. Says nothing about what the files mean. One file is read at a time.
 */
import { parseBagItTxt } from "@/src/manifest/parse-tags";
import { type BagFile, type BagSource, DamagedError, readText } from "./bag-source";
import { type FileList, fetchFindings, listFindings, listNames, readLists } from "./file-lists";
import type { Finding, VerifyOptions } from "./finding";

/** Algorithm → digest in lowercase hex. */
type FoundDigests = Readonly<Record<string, string | number>>;

export interface BagRules {
  versions: readonly string[];
  /** `Tag-File-Character-Encoding` in lower case → label in the Encoding Standard. */
  encodings: Readonly<Record<string, string>>;
  /** Name in a manifest's file name → length of its digest in hex digits. */
  algorithms: Readonly<Record<string, number>>;
  /** Algorithms that must each have a manifest and a tag manifest. With none, one manifest of any is enough. */
  required: readonly string[];
  /** Whether a file beside `data/` must be listed in every tag manifest. */
  mustBeListed(path: string): boolean;
  /** @param bytes Of the file, as announced. */
  newDigester(bytes: number): { update(piece: Uint8Array): void; finish(): FoundDigests | Promise<FoundDigests> };
}

export interface BagReport {
  findings: Finding[];
  /** Algorithm → what the manifest says. */
  payload: ReadonlyMap<string, FileList>;
}

export async function checkBagIt(source: BagSource, rules: BagRules, options: VerifyOptions): Promise<BagReport> {
  const declared = await readDeclaration(source, rules);
  if (declared === null) {
    return { findings: [{ code: "bagItUnsupported", path: "bagit.txt" }], payload: new Map() };
  }
  const payload = await readLists(source, "manifest", rules.algorithms, declared.encoding);
  const tags = await readLists(source, "tagmanifest", rules.algorithms, declared.encoding);
  const findings = [
    ...missingLists(source, rules),
    ...payload.findings,
    ...tags.findings,
    ...(await fetchFindings(source, payload.lists, declared.encoding)),
    ...listFindings(source, payload.lists, tags.lists, rules.mustBeListed),
    ...(await fileFindings(source, rules, [...payload.lists, ...tags.lists], options)),
  ];
  return { findings, payload: payload.lists };
}

async function readDeclaration(source: BagSource, rules: BagRules): Promise<{ encoding: string } | null> {
  const file = source.files.find(({ path }) => path === "bagit.txt");
  const text = file === undefined ? null : await readText(file);
  const declared = text === null ? null : parseBagItTxt(text);
  if (declared === null || !rules.versions.includes(declared.version)) return null;
  const encoding = rules.encodings[declared.encoding.toLowerCase()];
  return encoding === undefined ? null : { encoding };
}

function missingLists({ files }: BagSource, { required, algorithms }: BagRules): Finding[] {
  const names = new Set(files.map(({ path }) => path));
  const any = Object.keys(algorithms).some((algorithm) => names.has(listNames(algorithm).manifest));
  const findings: Finding[] =
    any || required.length > 0 ? [] : [{ code: "manifestMissing", path: "manifest-sha256.txt" }];
  for (const { manifest, tagmanifest } of required.map(listNames)) {
    if (!names.has(manifest)) findings.push({ code: "manifestMissing", path: manifest });
    if (!names.has(tagmanifest)) findings.push({ code: "tagManifestMissing", path: tagmanifest });
  }
  return findings;
}

/** Reads every listed file once and compares it with all lists it is in. */
async function fileFindings(
  { files }: BagSource,
  rules: BagRules,
  lists: readonly [algorithm: string, list: FileList][],
  { onProgress, signal }: VerifyOptions,
): Promise<Finding[]> {
  const listed = files.filter(({ path }) => lists.some(([, list]) => list.has(path)));
  const progress = { bytesDone: 0, bytesTotal: listed.reduce((sum, { bytes }) => sum + bytes, 0) };
  const findings: Finding[] = [];
  for (const file of listed) {
    const { digests, damaged } = await digestFile(file, rules, (piece) => {
      signal?.throwIfAborted();
      progress.bytesDone += piece.length;
      onProgress?.({ ...progress });
    });
    if (damaged) findings.push({ code: "zipDamaged", path: file.path });
    const { path } = file;
    const other = lists.find(([algorithm, list]) => list.has(path) && list.get(path) !== digests[algorithm]);
    if (other !== undefined) {
      const [algorithm, list] = other;
      const code = path.startsWith("data/") ? "fileChanged" : "tagFileChanged";
      const both = { listed: list.get(path)!, found: String(digests[algorithm]) };
      findings.push(damaged ? { code, path } : { code, path, digests: both });
    }
  }
  return findings;
}

async function digestFile(
  file: BagFile,
  rules: BagRules,
  onPiece: (piece: Uint8Array) => void,
): Promise<{ digests: FoundDigests; damaged: boolean }> {
  const digester = rules.newDigester(file.bytes);
  try {
    await file.read((piece) => {
      onPiece(piece);
      digester.update(piece);
    });
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    return { digests: await digester.finish(), damaged: true };
  }
  return { digests: await digester.finish(), damaged: false };
}

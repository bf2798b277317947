/** The lists of files in a bag: its manifests, tag manifests and `fetch.txt`, and how they fit the files that are there. */
import { decodePath, linesOf, parseManifest } from "@/src/manifest/parse";
import { type BagSource, readText } from "./bag-source";
import type { Finding } from "./finding";

/** Path → digest in lowercase hex. */
export type FileList = ReadonlyMap<string, string>;

export function listNames(algorithm: string): { manifest: string; tagmanifest: string } {
  return { manifest: `manifest-${algorithm}.txt`, tagmanifest: `tagmanifest-${algorithm}.txt` };
}

/** Reads all lists of one kind, and names those that cannot be read. */
export async function readLists(
  { files }: BagSource,
  kind: "manifest" | "tagmanifest",
  algorithms: Readonly<Record<string, number>>,
  encoding: string,
): Promise<{ lists: Map<string, FileList>; findings: Finding[] }> {
  const lists = new Map<string, FileList>();
  const findings: Finding[] = [];
  for (const [algorithm, digestLength] of Object.entries(algorithms)) {
    const file = files.find(({ path }) => path === listNames(algorithm)[kind]);
    if (file === undefined) continue;
    const text = await readText(file, encoding);
    const parsed = text === null ? null : parseManifest(text, digestLength);
    if (parsed?.ok && [...parsed.digests.keys()].every(kind === "manifest" ? isPayload : isListableTag)) {
      lists.set(algorithm, parsed.digests);
    } else {
      findings.push({ code: "manifestUnreadable", path: file.path });
    }
  }
  return { lists, findings };
}

function isPayload(path: string): boolean {
  return path.startsWith("data/");
}

/** A tag manifest lists files beside `data/`, but no tag manifest. */
function isListableTag(path: string): boolean {
  return !isPayload(path) && !isTagManifest(path);
}

function isTagManifest(path: string): boolean {
  return /^tagmanifest-[^/]+\.txt$/.test(path);
}

/** Files that are listed and not there, and files that are there and not in every list. Each is named once. */
export function listFindings(
  { files }: BagSource,
  payload: ReadonlyMap<string, FileList>,
  tags: ReadonlyMap<string, FileList>,
  mustBeListed: (path: string) => boolean,
): Finding[] {
  const present = new Set(files.map(({ path }) => path));
  const listed = [...payload.values(), ...tags.values()].flatMap((list) => [...list.keys()]);
  const missing = new Set(listed.filter((path) => !present.has(path)));
  const extra = [...present].filter((path) => {
    if (isPayload(path)) return [...payload.values()].some((list) => !list.has(path));
    return !isTagManifest(path) && mustBeListed(path) && [...tags.values()].some((list) => !list.has(path));
  });
  return [
    ...[...missing].map((path): Finding => ({ code: "fileMissing", path })),
    ...extra.map((path): Finding => ({ code: "fileExtra", path })),
  ];
}

/**
 * `fetch.txt` tells where missing files could be had. Nothing is ever fetched, so all it can do is name files that the
 * lists do not have, which makes it unreadable.
 */
export async function fetchFindings(
  { files }: BagSource,
  payload: ReadonlyMap<string, FileList>,
  encoding: string,
): Promise<Finding[]> {
  const file = files.find(({ path }) => path === "fetch.txt");
  if (file === undefined) return [];
  const lines = linesOf((await readText(file, encoding)) ?? "unreadable");
  const sound = lines.every((line) => {
    const path = /^\S+[ \t]+(?:\d+|-)[ \t]+(\S.*)$/.exec(line)?.[1];
    return path !== undefined && [...payload.values()].every((list) => list.has(decodePath(path)));
  });
  return sound ? [] : [{ code: "manifestUnreadable", path: "fetch.txt" }];
}

/**
 * Files that Finder and Explorer put into every folder that is looked at. In a folder that was unpacked from a package they are
 * nobody's doing; in a ZIP somebody put them.
 */
import { linesOf } from "@/src/manifest/parse";
import { type BagSource, readText } from "./bag-source";
import type { Finding } from "./finding";

const SYSTEM_FILE = /(^|\/)(\.DS_Store|\._[^/]+|Thumbs\.db|desktop\.ini)$/i;
const LIST = /^(tag)?manifest-[a-z0-9]+\.txt$/;

/** @returns The source without them, and what is said of each. One that a list names is a part of the bag. */
export async function withoutSystemFiles(source: BagSource): Promise<{ source: BagSource; findings: Finding[] }> {
  const isSystem = ({ path }: { path: string }) => SYSTEM_FILE.test(path);
  if (source.container === "zip" || ![...source.files, ...source.outside].some(isSystem))
    return { source, findings: [] };
  const listed = await listedPaths(source);
  const isLeft = (file: { path: string }) => isSystem(file) && !listed.has(file.path);
  const left = [...source.outside.filter(isSystem), ...source.files.filter(isLeft)];
  const files = source.files.filter((file) => !isLeft(file));
  const outside = source.outside.filter((file) => !isSystem(file));
  return {
    source: { ...source, files, outside },
    findings: left.map(({ path }): Finding => ({ code: "systemFile", path })),
  };
}

/** As the lists write them; names of this kind have nothing in them that is written another way. */
async function listedPaths({ files }: BagSource): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(files.filter(({ path }) => LIST.test(path)).map((file) => readText(file)));
  return new Set(
    lists.flatMap((text) => linesOf(text ?? "").map((line) => line.replace(/^[0-9A-Fa-f]+[ \t]+(\.\/)*/, ""))),
  );
}

/**
 * `npm run verify -- BUNDLE`: checks a bundle (a ZIP or an unpacked folder) without a browser.
 * Exit code: 0 intact, 1 not intact (each finding on its own line), 2 not a bundle or wrong usage.
 */
import { open, stat } from "node:fs/promises";
import type { Verdict } from "@/src/verify/finding";
import { verifyBag } from "@/src/verify/verify-bag";
import { verifyZip } from "@/src/verify/verify-bundle";
import { openFolder } from "./folder-source";
import { describeFinding, describeReason, printable } from "./verify-words";

const INTACT_MEANS =
  "If this is the digest the sender gave you another way, nothing was changed since the bundle was made; " +
  "without that comparison, someone could have changed files and made new lists.";
const CHANGED_MEANS = "What is named above is not as it was when the bundle was made; ask the sender for another copy.";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0 || path.startsWith("--")) return refuse("Usage: npm run verify -- BUNDLE");
  const kind = await stat(path).catch(() => null);
  if (kind === null) return refuse(`There is no file or folder ${printable(path)}.`);
  return report(await check(path, kind.isDirectory()));
}

async function check(path: string, isFolder: boolean): Promise<Verdict> {
  if (!isFolder) return checkZip(path);
  const source = await openFolder(path);
  return source === null ? { kind: "notABundle", reason: "notOneBag" } : verifyBag(source);
}

/** Reads by position: Node's `openAsBlob` gives a wrong size for files of 4 GiB and more (seen in 26.10). */
async function checkZip(path: string): Promise<Verdict> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (offset: number, length: number) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    };
    return await verifyZip({ size, read });
  } finally {
    await file.close();
  }
}

function report(verdict: Verdict): number {
  if (verdict.kind === "notABundle") return refuse(describeReason(verdict.reason));
  const { intact, findings, facts } = verdict;
  for (const finding of findings) console.log(describeFinding(finding));
  console.log(
    `${intact ? "Intact" : "NOT intact"}: ${facts.exhibits} exhibits, ${facts.files} files, ${facts.bytes} bytes.`,
  );
  if (facts.tagManifestSha256 !== null) console.log(`SHA-256 of tagmanifest-sha256.txt: ${facts.tagManifestSha256}`);
  console.log(intact ? INTACT_MEANS : CHANGED_MEANS);
  return intact ? 0 : 1;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

/**
 * `npm run verify -- BUNDLE`: checks a bundle (a ZIP or an unpacked folder) without a browser.
 * Exit code: 0 intact, 1 not intact (each finding on its own line), 2 not a bundle or wrong usage.
 */
import { stat } from "node:fs/promises";
import { checkBundle } from "./check-bundle";
import { printable, verdictLines } from "./verify-words";

const USAGE = "Usage: npm run verify -- BUNDLE";

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const [path, ...more] = args;
  if (path === "--help" || path === "-h") {
    console.log(USAGE);
    return 0;
  }
  if (path === undefined || more.length > 0 || path.startsWith("--")) return refuse(USAGE);
  if ((await stat(path).catch(() => null)) === null) return refuse(`There is no file or folder ${printable(path)}.`);
  const verdict = await checkBundle(path);
  const lines = verdictLines(verdict);
  if (verdict.kind === "notABundle") return refuse(lines.join("\n"));
  for (const line of lines) console.log(line);
  return verdict.intact ? 0 : 1;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

/**
 * The release build of both browsers in a folder of its own: made by the same configuration as `npm run build`, but never
 * in the way of a build that someone else is using.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "@/tools/root";

const run = promisify(execFile);

const BUILD = `
  import { build } from "wxt";
  for (const browser of ["chrome", "firefox"]) {
    await build({ root: process.cwd(), browser, manifestVersion: 3, outDir: process.argv[1] });
  }
`;

export interface OwnBuild {
  chromium: string;
  firefox: string;
  remove: () => Promise<void>;
}

export async function buildOwn(): Promise<OwnBuild> {
  const folder = await mkdtemp(join(tmpdir(), "notes-build-"));
  const { NODE_ENV: _, VITEST: __, ...env } = process.env; // as on the command line, not as in a test
  await run(process.execPath, ["--input-type=module", "-e", BUILD, folder], { cwd: ROOT, env });
  return {
    chromium: join(folder, "chrome-mv3"),
    firefox: join(folder, "firefox-mv3"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Every file with one of these endings, by its path in the package. */
export async function textsIn(folder: string, endings: RegExp): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && endings.test(entry.name));
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  return new Map(paths.map((path, n) => [path.slice(folder.length + 1).replaceAll("\\", "/"), texts[n]!]));
}

interface Message {
  code: string;
  message: string;
  file?: string;
}

/** What addons.mozilla.org's own checker says (`web-ext lint` is the same program). */
export async function mozillaLint(folder: string): Promise<{ errors: Message[]; warnings: Message[] }> {
  const linter = join(ROOT, "node_modules", "addons-linter", "bin", "addons-linter");
  // Its exit code says whether there were errors; they are read from what it prints.
  const { stdout } = await run(process.execPath, [linter, folder, "--output", "json"], { maxBuffer: 1 << 26 }).catch(
    (failed: { stdout: string }) => failed,
  );
  return JSON.parse(stdout) as { errors: Message[]; warnings: Message[] };
}

/** The same bundles judged by programs that know nothing of ours, and by our own command. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FILE_FINDINGS } from "@/src/model/file-finding";
import type { Finding } from "@/src/verify/finding";
import { BUNDLE_NAME, goodBundle } from "@/tests/support/bundle";
import { filesOf, flip, zipOf } from "@/tests/support/bundle-files";
import { describeFinding, printable } from "@/tools/verify-words";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const TSX = join(ROOT, "node_modules/tsx/dist/cli.mjs");

function has(program: string): boolean {
  const found = spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
  if (!found) console.log(`skipped: ${program} is not on this machine`);
  return found;
}

let folder: string;
let digest: string;
const at = (...names: string[]) => join(folder, ...names);
const bag = () => at(BUNDLE_NAME);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
  const { zip, facts } = await goodBundle();
  digest = facts.tagManifestSha256;
  writeFileSync(at("good.zip"), await zip.bytes());
  const files = await filesOf(zip);
  flip(files, "data/index.csv");
  writeFileSync(at("spoiled.zip"), await zipOf(files).bytes());
  writeFileSync(at("cut.zip"), (await zip.bytes()).slice(0, 5000));
  execFileSync("tar", ["--version"]);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!has("unzip"))("with Info-ZIP and coreutils", () => {
  beforeAll(() => execFileSync("unzip", ["-q", at("good.zip"), "-d", folder]));

  test("unzip finds no fault in the ZIP", () => {
    expect(spawnSync("unzip", ["-t", at("good.zip")]).status).toBe(0);
  });

  test.skipIf(!has("sha256sum")).each([
    ["sha256sum", ["tagmanifest-sha256.txt", "manifest-sha256.txt"], 17],
    ["sha512sum", ["tagmanifest-sha512.txt", "manifest-sha512.txt"], 17],
  ])("%s agrees with every line of the lists", (program, lists, lines) => {
    const { status, stdout } = spawnSync(program, ["-c", "--strict", ...lists], { cwd: bag(), encoding: "utf8" });
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .filter((line) => line.endsWith(": OK")).length,
    ).toBe(lines);
  });

  /** bagit-python, the one in Ruby, and bdbag; whichever of them the machine has. */
  const BAGIT_TOOLS: [program: string, args: string[]][] = [
    ["bagit.py", ["--validate"]],
    ["bagit", ["validate"]],
    ["bdbag", ["--validate", "full"]],
  ];
  const present = BAGIT_TOOLS.filter(([program]) => has(program));
  test.skipIf(present.length === 0).each(present)("%s finds it valid", (program, args) => {
    expect(spawnSync(program, [...args, bag()]).status).toBe(0);
  });

  test("the unpacked folder is intact for our command", () => {
    expect(verify(bag()).status).toBe(0);
  });

  test("a link in the unpacked folder is not followed", () => {
    symlinkSync("/etc/hostname", at(BUNDLE_NAME, "data", "link"));
    const { status, stdout } = verify(bag());
    rmSync(at(BUNDLE_NAME, "data", "link"));
    expect({ status, line: stdout.split("\n")[0] }).toEqual({
      status: 1,
      line: '"data/link" is a link or device, not a file; nothing was read.',
    });
  });
});

function verify(...args: string[]) {
  return spawnSync(process.execPath, [TSX, join(ROOT, "tools/verify.ts"), ...args], { cwd: ROOT, encoding: "utf8" });
}

describe("the command", () => {
  test("ends with 0 for a bundle that is intact, and prints the digest to compare", () => {
    const { status, stdout } = verify(at("good.zip"));
    expect(status).toBe(0);
    expect(stdout).toContain(`SHA-256 of tagmanifest-sha256.txt: ${digest}`);
  });

  test("ends with 1 for one that is not, each finding on its own line", () => {
    const { status, stdout } = verify(at("spoiled.zip"));
    expect(status).toBe(1);
    expect(stdout.split("\n")[0]).toMatch(
      /^"data\/index\.csv" was changed: its bytes are not those in the list \(digest listed [0-9a-f]{64}, found [0-9a-f]{64}\)\.$/,
    );
  });

  test("ends with 1 for one that was cut off", () => {
    expect(verify(at("cut.zip")).status).toBe(1);
  });

  test.each([
    ["something else", () => [join(ROOT, "package.json")]],
    ["a folder of something else", () => [join(ROOT, "src")]],
    ["nothing there", () => [at("absent.zip")]],
    ["no argument", () => []],
    ["two arguments", () => [at("good.zip"), at("good.zip")]],
  ])("ends with 2 for %s", (_name, args) => {
    const { status, stdout, stderr } = verify(...args());
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n").length).toBe(1);
  });
});

describe("words for findings", () => {
  test("there is one line for each", () => {
    const more: Finding[] = [
      { code: "oxumWrong" },
      { code: "custodyHeadMismatch" },
      { code: "zipDamaged", path: null },
      { code: "custodyBroken", failure: "entryEdited", index: 3 },
    ];
    const lines = [...FILE_FINDINGS.map((code): Finding => ({ code, path: "a\nb" })), ...more].map(describeFinding);
    expect(new Set(lines).size).toBe(lines.length - 1); // fileChanged and tagFileChanged are one to a reader
    expect(lines.filter((line) => line.includes("\n") || line.includes("undefined"))).toEqual([]);
  });

  test("names from a bundle cannot steer the terminal", () => {
    expect(printable("\u001b[31m\u202Ex\n")).toBe('"\\u001b[31m\\u{202e}x\\n"');
  });
});

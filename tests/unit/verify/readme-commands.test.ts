/** The commands of README.txt, as they stand there, run on a bundle that has a signature and a time stamp. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PACKAGE_SIGNATURE } from "@/src/custody/signature";
import { bundle } from "@/src/export/bundle";
import { bundleOptions, collect, twoExhibits } from "@/tests/support/bundle";
import { bytesOf, filesOf, textOf } from "@/tests/support/bundle-files";
import { makeTsa } from "@/tests/support/openssl-tsa";
import { stampOn } from "@/tests/support/stamps";

const LIST = "tagmanifest-sha256.txt";
const HEAD = "data/custody/head.json";

let folder: string;
let readme: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "readme-"));
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  const sign = async (bytes: Uint8Array<ArrayBuffer>) => ({
    signature: new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes)),
    publicKey,
  });
  const options = await bundleOptions(await twoExhibits());
  const files = await filesOf((await collect(bundle({ ...options, reader: { ...options.reader, sign } }))).zip);
  const tsa = makeTsa();
  const { request, reply, chain, root } = await stampOn(tsa, { data: bytesOf(files, LIST) });
  tsa.remove();
  const stamp = { "request.tsq": request, "reply.tsr": reply, "chain.pem": chain, "root.pem": root };
  for (const [name, bytes] of [
    ...files,
    ...Object.entries(stamp).map(([name, own]) => [`stamp/${name}`, own] as const),
  ])
    write(name, bytes);
  readme = textOf(files, "data/README.txt");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

/** The commands for Linux and OpenSSL in README.txt that hold such words. */
function commandsWith(words: string): string[] {
  const lines = readme.replaceAll(/ \\\n +/g, " ").split("\n");
  const commands = lines.flatMap(
    (line) => /^ {5}(?:Linux +)?((?:LC_ALL=C |sha256sum|openssl).*)$/.exec(line)?.[1] ?? [],
  );
  return commands.filter((command) => command.includes(words));
}

function run(command: string) {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8" });
  return { ends: status === 0, says: `${stdout}${stderr}` };
}

/** What becomes of a command while one byte of that file is another. */
function runSpoiled(command: string, name: string) {
  const bytes = readFileSync(join(folder, name));
  write(name, Buffer.from(bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))));
  const found = run(command);
  write(name, bytes);
  return found;
}

test("the list is compared in English whatever the system's language is, so that each line says OK", () => {
  const [command = ""] = commandsWith("LC_ALL=C");
  expect(command).toBe(`LC_ALL=C sha256sum -c --strict ${LIST} manifest-sha256.txt`);
  const { ends, says } = run(`export LANG=fr_FR.UTF-8 LANGUAGE=fr; ${command}`);
  expect({
    ends,
    lines: says
      .trim()
      .split("\n")
      .filter((line) => !line.endsWith(": OK")),
  }).toEqual({ ends: true, lines: [] });
});

describe.skipIf(spawnSync("openssl", ["version"]).error !== undefined)("with OpenSSL", () => {
  test("the signed end of the log is good, and another is not", () => {
    const [command = ""] = commandsWith("head.sig");
    expect(run(command)).toMatchObject({ ends: true, says: expect.stringContaining("OK") });
    expect(runSpoiled(command, HEAD)).toMatchObject({ ends: false });
  });

  test("the signed list of lists is good, and another is not", () => {
    const [command = ""] = commandsWith(PACKAGE_SIGNATURE);
    expect(run(command)).toMatchObject({ ends: true, says: expect.stringContaining("OK") });
    expect(runSpoiled(command, LIST)).toMatchObject({ ends: false });
  });

  test("the time stamp fits the list by both commands and its time is shown; another list does not fit", () => {
    const [byData = "", byRequest = "", ...more] = commandsWith("-verify").filter((line) => line.includes("stamp/"));
    expect(more).toEqual([]);
    for (const command of [byData, byRequest])
      expect(run(command)).toMatchObject({ ends: true, says: expect.stringContaining("Verification: OK") });
    expect(runSpoiled(byData, LIST)).toMatchObject({ ends: false });
    expect(runSpoiled(byRequest, "stamp/request.tsq")).toMatchObject({ ends: false });
    expect(run(commandsWith("-text")[0]!).says).toMatch(/Time stamp: \w{3} [ \d]\d \d\d:\d\d:\d\d/);
  });
});

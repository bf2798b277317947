import { spawnSync } from "node:child_process";
import { createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkLog } from "@/src/custody/check";
import { parseLog } from "@/src/custody/lines";
import { derSignature, headText, publicKeyPem, signatureFits, spkiOf } from "@/src/custody/signature";
import type { CustodyHead } from "@/src/model/custody";
import { act, chained } from "@/tests/support/exhibits";
import { brokenLogs, filesOf, goodLog, type LogFiles } from "./broken-logs";

const CHECKER = join(import.meta.dirname, "..", "..", "..", "tools", "check_custody.py");
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const root = mkdtempSync(join(tmpdir(), "notes-logs-"));
afterAll(() => rmSync(root, { recursive: true }));

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const PEM = publicKeyPem(publicKey.export({ type: "spki", format: "der" }));
const sign = (text: string) => createSign("SHA256").update(text).sign(privateKey);

interface Signed extends LogFiles {
  signature?: Uint8Array;
  key?: string;
}

/** What our own checker says: the log, its head, and where there is one the signature. */
async function ours({ log, head, signature, key = PEM }: Signed): Promise<boolean> {
  const parsed = parseLog(log);
  const stated = JSON.parse(head) as CustodyHead;
  if (!parsed.ok || head !== headText(stated)) return false;
  if (!(await checkLog(parsed.entries, stated.caseId, stated)).ok) return false;
  const spki = spkiOf(key);
  const bytes = new TextEncoder().encode(head);
  return signature === undefined || (spki !== null && (await signatureFits(bytes, signature, spki)));
}

/** Runs the checker once for each folder, in one process; prints one exit code a line. */
const RUN_ALL = `
import contextlib, io, os, runpy, sys
for folder in sys.argv[1:]:
    names = ["custody.jsonl", "head.json", "head.sig", "device-key.pem"]
    paths = [os.path.join(folder, name) for name in names]
    sys.argv = [""] + [path for path in paths if os.path.exists(path)]
    code = 0
    with contextlib.redirect_stdout(io.StringIO()):
        try: runpy.run_path(CHECKER, run_name="__main__")
        except SystemExit as end: code = end.code
    print(code or 0)
`;

/** What the checker in Python says of each: its exit codes. */
function theirs(all: readonly Signed[]): string[] {
  const folders = all.map(({ log, head, signature, key = PEM }) => {
    const folder = mkdtempSync(join(root, "log-"));
    writeFileSync(join(folder, "custody.jsonl"), log);
    writeFileSync(join(folder, "head.json"), head);
    if (signature !== undefined) {
      writeFileSync(join(folder, "head.sig"), signature);
      writeFileSync(join(folder, "device-key.pem"), key);
    }
    return folder;
  });
  const script = RUN_ALL.replace("CHECKER", JSON.stringify(CHECKER));
  const run = spawnSync("python3", ["-B", "-c", script, ...folders], { encoding: "utf8" });
  return run.stdout.trim().split("\n");
}

let good: LogFiles;
beforeAll(async () => {
  good = filesOf(await goodLog());
});

test("the second checker is small enough to be read whole", () => {
  expect(readFileSync(CHECKER, "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(60);
});

test("both checkers accept good logs, signed or not", async () => {
  const logs = [good, filesOf(await chained([act()])), filesOf(await chained([act(), act(), act()]))];
  const all = logs.flatMap((files): Signed[] => [files, { ...files, signature: sign(files.head) }]);
  for (const files of all) expect(await ours(files)).toBe(true);
  if (hasPython) expect(theirs(all)).toEqual(all.map(() => "0"));
});

test("more than sixty kinds of broken logs are refused by both checkers", async () => {
  const broken = await brokenLogs();
  expect(broken.size).toBeGreaterThanOrEqual(60);
  for (const [name, files] of broken) {
    expect(files, name).not.toEqual(good);
    expect(await ours(files), name).toBe(false);
  }
  const names = [...broken.keys()];
  const accepted = hasPython ? theirs([...broken.values()]).flatMap((code, n) => (code === "1" ? [] : [names[n]])) : [];
  expect(accepted).toEqual([]);
});

test("a forged head is refused by both checkers: signed by another key, or with a signature that was changed", async () => {
  const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rebuilt = filesOf(await chained([act({ app: "forged" })]));
  const signature = sign(good.head);
  const flipped = new Uint8Array(signature);
  flipped[20]! ^= 1;
  const forged: Record<string, Signed> = {
    "the log was built anew": { ...rebuilt, signature },
    "another key signed": { ...good, signature: createSign("SHA256").update(good.head).sign(other.privateKey) },
    "a bit was flipped": { ...good, signature: flipped },
    "the end is cut": { ...good, signature: signature.subarray(0, -1) },
    "it is empty": { ...good, signature: new Uint8Array() },
    "the key is none": { ...good, signature, key: "no key" },
    "the head is of another log": { ...good, signature: sign(rebuilt.head) },
  };
  for (const [name, files] of Object.entries(forged)) expect(await ours(files), name).toBe(false);
  if (hasPython) expect(theirs(Object.values(forged))).toEqual(Object.values(forged).map(() => "1"));
});

test("a signature by Web Crypto is one for openssl in DER", async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  expect(spkiOf(publicKeyPem(spki))).toEqual(spki);
  for (let n = 0; n < 20; n += 1) {
    const bytes = new TextEncoder().encode(good.head);
    const raw = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes);
    const signature = derSignature(new Uint8Array(raw));
    expect(await signatureFits(bytes, signature, spki)).toBe(true);
    if (n === 0 && hasPython) expect(theirs([{ ...good, signature, key: publicKeyPem(spki) }])).toEqual(["0"]);
  }
});

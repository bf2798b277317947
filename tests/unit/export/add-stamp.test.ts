import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withStamp } from "@/src/export/add-stamp";
import { completeStamp } from "@/src/timestamp/complete";
import { certificatesOf } from "@/src/timestamp/der";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { BUNDLE_NAME, goodBundle } from "@/tests/support/bundle";
import { bytesOf, filesOf } from "@/tests/support/bundle-files";
import { makeTsa, type Tsa } from "@/tests/support/openssl-tsa";
import { stampOn } from "@/tests/support/stamps";

let tsa: Tsa;
beforeAll(() => {
  tsa = makeTsa();
}, 60_000);
afterAll(() => tsa?.remove());

async function stampFor(zip: Blob) {
  const list = bytesOf(await filesOf(zip), "tagmanifest-sha256.txt");
  const { request, reply } = await stampOn(tsa, { data: list });
  return completeStamp(list, request, reply, certificatesOf(tsa.root) ?? []);
}

const collected = (stream: ReadableStream<Uint8Array>) =>
  new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();

test("a stamp is put into a bundle that was made before; every other file stays as it is, for other tools, too", async () => {
  const { zip } = await goodBundle();
  const stamped = await collected(withStamp(zip, BUNDLE_NAME, await stampFor(zip)));
  expect(await verifyBundle(stamped)).toMatchObject({
    intact: true,
    findings: [],
    facts: { stamp: { listedAs: null } },
  });
  const [before, after] = [await filesOf(zip), await filesOf(stamped)];
  expect([...after.keys()].filter((path) => !before.has(path))).toEqual([
    "stamp/request.tsq",
    "stamp/reply.tsr",
    "stamp/chain.pem",
    "stamp/root.pem",
  ]);
  for (const [path, bytes] of before) expect(after.get(path), path).toEqual(bytes);
  expect(await unpackedAndChecked(stamped)).toBe("Verification: OK\nVerification: OK\n");
});

/** As a stranger would, with the commands of docs/formats/bundle.md. */
async function unpacked(zip: Blob): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "bundle-"));
  writeFileSync(join(dir, "bundle.zip"), new Uint8Array(await zip.arrayBuffer()));
  execFileSync("unzip", ["-q", "bundle.zip"], { cwd: dir });
  return join(dir, BUNDLE_NAME);
}

async function unpackedAndChecked(zip: Blob): Promise<string> {
  const certificates = "-CAfile stamp/root.pem -untrusted stamp/chain.pem";
  const commands = [
    `openssl ts -verify -data tagmanifest-sha256.txt -in stamp/reply.tsr ${certificates}`,
    `openssl ts -verify -queryfile stamp/request.tsq -in stamp/reply.tsr ${certificates}`,
  ];
  const cwd = await unpacked(zip);
  return execFileSync("sh", ["-c", commands.join(" && ")], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

test("another stamp takes the place of the one that was there", async () => {
  const { zip } = await goodBundle();
  const once = await collected(withStamp(zip, BUNDLE_NAME, await stampFor(zip)));
  const second = await stampFor(zip);
  const twice = await collected(withStamp(once, BUNDLE_NAME, second));
  expect((await filesOf(twice)).get("stamp/reply.tsr")).toEqual(second.files.reply);
  expect(await verifyBundle(twice)).toMatchObject({ intact: true });
});

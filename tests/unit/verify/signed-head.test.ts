import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { PACKAGE_SIGNATURE } from "@/src/custody/signature";
import { bundle } from "@/src/export/bundle";
import type { DeviceSignature } from "@/src/vault/device-key";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { bundleOptions, collect, twoExhibits } from "@/tests/support/bundle";
import { type BundleFiles, bytesOf, edit, filesOf, flip, relist, zipOf } from "@/tests/support/bundle-files";

const HEAD = "data/custody/head.json";
const SIGNATURE = "data/custody/head.sig";
const KEY = "data/custody/device-key.pem";

let spki: Uint8Array<ArrayBuffer>;

async function signedBundle(): Promise<BundleFiles> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
  spki = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey));
  const sign = async (bytes: Uint8Array<ArrayBuffer>): Promise<DeviceSignature> => ({
    signature: new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes)),
    publicKey: spki,
  });
  const options = await bundleOptions(await twoExhibits());
  const { zip } = await collect(bundle({ ...options, reader: { ...options.reader, sign } }));
  return filesOf(zip);
}

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
if (!hasOpenssl) console.log("skipped: openssl is not on this machine");

/** @param signature Its path in the bundle. */
function opensslAccepts(signature: string, signed: Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), "notes-signed-"));
  const write = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const key = write("device-key.pem", bytesOf(files, KEY));
  const by = write("signature", bytesOf(files, signature));
  const { status } = spawnSync("openssl", [
    "dgst",
    "-sha256",
    "-verify",
    key,
    "-signature",
    by,
    write("signed", signed),
  ]);
  rmSync(folder, { recursive: true });
  return status === 0;
}

let files: BundleFiles;
let another: BundleFiles;
beforeAll(async () => {
  another = await signedBundle();
  files = await signedBundle();
});

test("a signed bundle is intact, and the digest of the key is told", async () => {
  const signedBy = createHash("sha256").update(spki).digest("hex");
  const facts = { signedBy, packageSigned: true };
  expect(await verifyBundle(zipOf(files))).toMatchObject({ intact: true, findings: [], facts });
});

describe("the signature over the list of lists", () => {
  const PAPERS: [string, string][] = [
    ["data/index.csv", "handle"],
    ["data/binder.html", "<h1"],
    ["data/declaration-draft.txt", " "],
    ["data/timeline.csv", "utc"],
  ];

  test.each(PAPERS)("does not fit when %s was made anew with all lists", async (path, word) => {
    const spoiled = new Map(files);
    const signature = bytesOf(spoiled, PACKAGE_SIGNATURE);
    edit(spoiled, path, (text) => text.replace(word, "forged"));
    await relist(spoiled);
    spoiled.set(PACKAGE_SIGNATURE, signature);
    const findings = [{ code: "signatureWrong", path: PACKAGE_SIGNATURE }];
    expect(await verifyBundle(zipOf(spoiled))).toMatchObject({ intact: false, findings });
  });

  test("is not said to be there when somebody took it away", async () => {
    const spoiled = new Map(files);
    edit(spoiled, "data/index.csv", (text) => text.replace("handle", "forged"));
    await relist(spoiled);
    expect(await verifyBundle(zipOf(spoiled))).toMatchObject({ findings: [], facts: { packageSigned: false } });
  });

  test("does not fit by another device's key", async () => {
    const spoiled = new Map(files).set(PACKAGE_SIGNATURE, bytesOf(another, PACKAGE_SIGNATURE));
    expect(await verifyBundle(zipOf(spoiled))).toMatchObject({ intact: false, facts: { packageSigned: false } });
  });

  test.skipIf(!hasOpenssl)("is one for openssl, and none of anything else", () => {
    const list = bytesOf(files, "tagmanifest-sha256.txt");
    expect(opensslAccepts(PACKAGE_SIGNATURE, list)).toBe(true);
    expect(opensslAccepts(PACKAGE_SIGNATURE, new Uint8Array([...list, 10]))).toBe(false);
  });
});

test.skipIf(!hasOpenssl)("openssl finds the signature good, and another head not", () => {
  const head = bytesOf(files, HEAD);
  expect(opensslAccepts(SIGNATURE, head)).toBe(true);
  expect(opensslAccepts(SIGNATURE, new Uint8Array([...head, 10]))).toBe(false);
});

describe("though all lists were made anew, it is found that", () => {
  test.each<[string, (files: BundleFiles) => unknown, object]>([
    [
      "the signature was changed",
      (spoiled) => flip(spoiled, SIGNATURE, 20),
      { code: "signatureWrong", path: SIGNATURE },
    ],
    [
      "the signature is none",
      (spoiled) => edit(spoiled, SIGNATURE, "none"),
      { code: "signatureWrong", path: SIGNATURE },
    ],
    [
      "the signature is very long",
      (spoiled) => edit(spoiled, SIGNATURE, "x".repeat(5000)),
      { code: "signatureWrong", path: SIGNATURE },
    ],
    [
      "the key is another device's",
      (spoiled) => spoiled.set(KEY, bytesOf(another, KEY)),
      { code: "signatureWrong", path: SIGNATURE },
    ],
    ["the key is none", (spoiled) => edit(spoiled, KEY, "none"), { code: "signatureWrong", path: KEY }],
    [
      "the head was edited",
      (spoiled) => edit(spoiled, HEAD, (text) => text.replace('"lastSeq":2', '"lastSeq":1')),
      { code: "signatureWrong", path: HEAD },
    ],
    ["the head is gone", (spoiled) => spoiled.delete(HEAD), { code: "fileMissing", path: HEAD }],
    ["the key is gone", (spoiled) => spoiled.delete(KEY), { code: "fileMissing", path: KEY }],
  ])("%s", async (_name, spoil, finding) => {
    const spoiled: BundleFiles = new Map(files);
    spoil(spoiled);
    await relist(spoiled);
    expect(await verifyBundle(zipOf(spoiled))).toMatchObject({
      intact: false,
      findings: [finding],
      facts: { signedBy: null },
    });
  });
});

test("a bundle whose signature was taken out whole is called not signed", async () => {
  const spoiled: BundleFiles = new Map(files);
  for (const path of [HEAD, SIGNATURE, KEY]) spoiled.delete(path);
  await relist(spoiled);
  expect(await verifyBundle(zipOf(spoiled))).toMatchObject({ intact: true, facts: { signedBy: null } });
});

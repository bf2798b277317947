import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StampFiles } from "@/src/model/stamp";
import type { Finding } from "@/src/verify/finding";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { goodBundle } from "@/tests/support/bundle";
import { type BundleFiles, bytesOf, edit, filesOf, flip, relist, zipOf } from "@/tests/support/bundle-files";
import { makeTsa, type Tsa } from "@/tests/support/openssl-tsa";
import { stampOn } from "@/tests/support/stamps";
import { verdictLines } from "@/tools/verify-words";

let tsa: Tsa;
let stamped: BundleFiles;
beforeAll(async () => {
  tsa = makeTsa();
  stamped = await filesOf((await goodBundle()).zip);
  const stamp = await stampOn(tsa, { data: bytesOf(stamped, "tagmanifest-sha256.txt") });
  for (const [name, bytes] of stampFiles(stamp)) stamped.set(name, bytes);
}, 60_000);
afterAll(() => tsa?.remove());

function stampFiles({ request, reply, chain, root }: StampFiles): [string, Uint8Array<ArrayBuffer>][] {
  const text = (pem: string) => new TextEncoder().encode(pem) as Uint8Array<ArrayBuffer>;
  return [
    ["stamp/request.tsq", request],
    ["stamp/reply.tsr", reply],
    ["stamp/chain.pem", text(chain)],
    ["stamp/root.pem", text(root)],
  ];
}

const foundIn = async (files: BundleFiles): Promise<Finding[]> => {
  const verdict = await verifyBundle(zipOf(files));
  return verdict.kind === "checked" ? verdict.findings : [];
};

test("a stamp of somebody we do not know leaves a bundle intact; its time is told as a claim, after the doubt", async () => {
  const verdict = await verifyBundle(zipOf(stamped));
  const rootSha256 = new X509Certificate(tsa.root).fingerprint256.replaceAll(":", "").toLowerCase();
  const stamp = { signer: "Sample good", rootName: "Sample root", listedAs: null, rootSha256 };
  expect(verdict).toMatchObject({ intact: true, findings: [], facts: { stamp } });
  const lines = verdictLines(verdict).join("\n");
  expect(lines).not.toContain("existed by");
  expect(lines).not.toContain("Signed by");
  expect(lines).toMatch(
    /A time stamp by somebody this program does not know says \d{4}-\d\d-\d\dT[\d:.]+Z\. It proves nothing/,
  );
  expect(lines).toContain(`what the authority publishes: ${rootSha256}\nIt calls itself "Sample good"`);
  expect(lines).toContain("not a qualified one");
});

test("of a stamp whose root is in the list, it is told what existed by then, and whose root it is", async () => {
  const verdict = await verifyBundle(zipOf(stamped));
  if (verdict.kind !== "checked") throw new Error(verdict.reason);
  const stamp = { ...verdict.facts.stamp!, listedAs: "FreeTSA" };
  const lines = verdictLines({ ...verdict, facts: { ...verdict.facts, stamp } }).join("\n");
  expect(lines).toMatch(
    /The time stamp says [\d:.TZ-]+: what is in the bundle existed by then\. Signed by "Sample good"/,
  );
  expect(lines).toContain("Its root certificate is the one of FreeTSA.");
  expect(lines).not.toContain("does not know");
});

test("a stamp without the certificates between is intact where the reply holds them", async () => {
  const files = new Map(stamped);
  files.delete("stamp/chain.pem");
  expect(await foundIn(files)).toEqual([]);
});

test("a bundle that was rewritten whole after it was stamped is found by its stamp", async () => {
  const files = new Map(stamped);
  edit(files, "data/index.csv", (old) => old.replace("made.up.1", "someone.else"));
  for (const name of ["request.tsq", "reply.tsr", "chain.pem", "root.pem"]) files.delete(`stamp/${name}`);
  await relist(files);
  for (const [name, bytes] of stamped) if (name.startsWith("stamp/")) files.set(name, bytes);
  expect(await foundIn(files)).toEqual([{ code: "stampWrong", fault: "wrongImprint" }]);
});

test.each([
  ["no reply", (files: BundleFiles) => files.delete("stamp/reply.tsr"), "incomplete"],
  ["no root", (files: BundleFiles) => files.delete("stamp/root.pem"), "incomplete"],
  ["a reply that is no reply", (files: BundleFiles) => edit(files, "stamp/reply.tsr", "none"), "notAReply"],
  ["a request that is no request", (files: BundleFiles) => edit(files, "stamp/request.tsq", "none"), "notAReply"],
  [
    "a turned bit in the signature",
    (files: BundleFiles) => flip(files, "stamp/reply.tsr", lastByte(files)),
    "wrongSignature",
  ],
])("%s: the stamp does not fit, and that is said", async (_name, spoil, fault) => {
  const files: BundleFiles = new Map(stamped);
  spoil(files);
  expect(await foundIn(files)).toEqual([{ code: "stampWrong", fault }]);
});

const lastByte = (files: BundleFiles): number => bytesOf(files, "stamp/reply.tsr").length - 1;

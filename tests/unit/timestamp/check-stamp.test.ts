import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StampFiles } from "@/src/model/stamp";
import { checkStamp } from "@/src/timestamp/check-stamp";
import { stampRequest } from "@/src/timestamp/request";
import { makeTsa, type Signer, type Tsa } from "../../support/openssl-tsa";
import { opensslSays } from "../../support/openssl-verdict";
import { issuedByStranger, loopAbove } from "../../support/sample-certificates";
import { digestBytes, LIST, stampOn } from "../../support/stamps";

let tsa: Tsa;
let other: Tsa;
let stamp: StampFiles;
beforeAll(async () => {
  tsa = makeTsa();
  other = makeTsa();
  stamp = await stampOn(tsa);
}, 60_000);
afterAll(() => {
  tsa?.remove();
  other?.remove();
});

const LATER = new Date("2051-06-01");
const changed = new TextEncoder().encode("0a1b  bagit.txt\n2c3d  bag-info.txtt\n") as Uint8Array<ArrayBuffer>;

/** What is checked, when, and what must come out. */
interface Case {
  data?: Uint8Array<ArrayBuffer>;
  files: () => StampFiles | Promise<StampFiles>;
  at?: Date;
  says: string;
}

const withSigner = async (signer: Signer): Promise<StampFiles> => {
  const request = stampRequest(await digestBytes(LIST));
  return { ...stamp, request, reply: tsa.forged(request, signer) };
};

/** As a request for SHA-512 is answered by an authority that gives SHA-256 only. */
function refusal(): StampFiles {
  const path = join(mkdtempSync(join(tmpdir(), "tsq-")), "request");
  execFileSync("openssl", ["ts", "-query", "-digest", "00".repeat(64), "-sha512", "-out", path], { stdio: "ignore" });
  return { ...stamp, reply: tsa.reply(readFileSync(path)) };
}

/** The reply without the certificate between, as authorities send it that were not asked for the chain. */
const NINE: Record<string, Case> = {
  "1 the bytes and the request that it was given for": { files: () => stamp, says: "fits" },
  "2 other bytes": { data: changed, files: () => stamp, says: "wrongImprint" },
  "3 another request for the same bytes": {
    files: async () => ({ ...stamp, request: stampRequest(await digestBytes(LIST)) }),
    says: "wrongNonce",
  },
  "4 the root of another authority": { files: () => ({ ...stamp, root: other.root }), says: "unknownAuthority" },
  "5 a signer who is not for time stamps": { files: () => withSigner("unfit"), says: "wrongSigner" },
  "6 after the signer's certificate has ended": { files: () => stamp, at: LATER, says: "outOfDate" },
  "7 then, at the stamp's own time": { files: () => stamp, says: "fits" },
  "8 an authority that refuses": { files: refusal, says: "refused" },
  "9 a reply to another request for other bytes": {
    files: async () => ({ ...(await stampOn(tsa, { data: changed })), request: stamp.request }),
    says: "wrongImprint",
  },
};

const MORE: Record<string, Case> = {
  "a signer's certificate that had ended at the time": {
    files: () => stampOn(tsa, { signer: "expired" }),
    says: "outOfDate",
  },
  "a purpose that is not marked critical": { files: () => withSigner("uncritical"), says: "wrongSigner" },
  "a signer for two purposes": { files: () => withSigner("twoPurposes"), says: "wrongSigner" },
  "a signer whose key may only encrypt": { files: () => withSigner("encrypts"), says: "wrongSigner" },
  "a token that was put together by hand, by a fit signer": { files: () => withSigner("good"), says: "fits" },
  "the certificate between in the reply only": { files: () => ({ ...stamp, chain: "" }), says: "fits" },
  "the certificate between as the root": {
    files: () => ({ ...stamp, root: tsa.between, chain: "" }),
    says: "unknownAuthority",
  },
  "no root": { files: () => ({ ...stamp, root: "" }), says: "unknownAuthority" },
  "a cross-certificate of the root, which leads nowhere": {
    files: async () => ({ ...stamp, chain: (await issuedByStranger(tsa.root)) + tsa.between }),
    says: "fits",
  },
};

async function ours(data: Uint8Array<ArrayBuffer>, files: StampFiles, at?: Date): Promise<string> {
  const check = await checkStamp(data, files, at);
  return check.ok ? "fits" : check.fault;
}

describe.each([
  ["the nine cases", NINE],
  ["more", MORE],
])("%s: OpenSSL and we say the same of", (_, cases) => {
  test.each(Object.entries(cases))("%s", async (_name, { data = LIST, files: make, at, says }) => {
    const files = await make();
    expect(await ours(data, files, at)).toBe(says);
    const { byData, byRequest } = opensslSays(data, files, at);
    expect(byData && byRequest).toBe(says === "fits");
  });
});

test("what a stamp says is read: time, policy, serial, who signed, and the root's digest", async () => {
  const check = await checkStamp(LIST, stamp);
  if (!check.ok) throw new Error(check.fault);
  const { time, rootSha256, ...rest } = check.stamp;
  expect(Math.abs(Date.parse(time) - Date.now())).toBeLessThan(120_000);
  expect(rootSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(rest).toEqual({
    rootName: "Sample root",
    accuracyMs: 1000,
    policy: "1.2.3.4.1",
    serial: expect.stringMatching(/^[0-9a-f]+$/),
    signer: "Sample good",
    signerUntil: "2049-01-01T00:00:00.000Z",
    listedAs: null,
    saysQualified: false,
  });
});

test("an authority with RSA keys is checked the same way", async () => {
  const rsa = makeTsa(["rsa:2048"]);
  const files = await stampOn(rsa);
  rsa.remove();
  expect(await ours(LIST, files)).toBe("fits");
  expect(opensslSays(LIST, files)).toEqual({ byData: true, byRequest: true });
}, 60_000);

test("certificates that issued each other in a ring do not keep the reader busy", async () => {
  expect(await ours(LIST, { ...stamp, chain: await loopAbove(tsa.between), root: other.root })).toBe(
    "unknownAuthority",
  );
});

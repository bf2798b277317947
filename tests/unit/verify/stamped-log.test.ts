import { afterAll, beforeAll, expect, test } from "vitest";
import { nextEntry } from "@/src/custody/chain";
import { freshSalt, headStampDetail, type StampedHead, saltedHead } from "@/src/custody/head-stamp";
import type { CustodyEntry } from "@/src/model/custody";
import { completeStamp } from "@/src/timestamp/complete";
import { certificatesOf } from "@/src/timestamp/der";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { goodBundle, twoExhibits } from "@/tests/support/bundle";
import { bytesOf, filesOf, textOf } from "@/tests/support/bundle-files";
import { act, CASE_ID, madeUpLog } from "@/tests/support/exhibits";
import { makeTsa, type Tsa } from "@/tests/support/openssl-tsa";
import { opensslSays } from "@/tests/support/openssl-verdict";
import { stampOn } from "@/tests/support/stamps";

let tsa: Tsa;
let log: CustodyEntry[];
beforeAll(async () => {
  tsa = makeTsa();
  log = await madeUpLog(await twoExhibits());
}, 60_000);
afterAll(() => tsa?.remove());

/** The log with a stamp before the entry of the export. */
async function logWith(detail: CustodyEntry["detail"]): Promise<CustodyEntry[]> {
  const before = log.slice(0, -1);
  const stamp = await nextEntry(before.at(-1), CASE_ID, act({ event: "stamp", detail }));
  const { event, item, digest, detail: exported } = log.at(-1)!;
  return [...before, stamp, await nextEntry(stamp, CASE_ID, act({ event, item, digest, detail: exported }))];
}

async function stampFor(head: StampedHead) {
  const data = saltedHead(head);
  const { request, reply } = await stampOn(tsa, { data });
  return headStampDetail(head, await completeStamp(data, request, reply, certificatesOf(tsa.root) ?? []));
}

const headOf = ({ seq, hash }: CustodyEntry): StampedHead => ({ seq, hash, salt: freshSalt() });
const checked = async (detail: CustodyEntry["detail"]) =>
  verifyBundle((await goodBundle({ custody: await logWith(detail) })).zip);

test("a stamp that was taken while saving fits, and lies in the bundle as files that openssl takes", async () => {
  const detail = await stampFor(headOf(log[1]!));
  const { zip } = await goodBundle({ custody: await logWith(detail) });
  expect(await verifyBundle(zip)).toMatchObject({ intact: true, facts: { stampsWhileSaving: 1, stamp: null } });
  const files = await filesOf(zip);
  const at = (name: string) => `data/custody/stamps/00002/${name}`;
  const stamp = {
    request: bytesOf(files, at("request.tsq")),
    reply: bytesOf(files, at("reply.tsr")),
    chain: textOf(files, at("chain.pem")),
    root: textOf(files, at("root.pem")),
  };
  const head = bytesOf(files, at("head.txt"));
  expect(new TextDecoder().decode(head)).toContain(log[1]!.hash);
  expect(opensslSays(head, stamp)).toEqual({ byData: true, byRequest: true });
});

test.each([
  [
    "of another log",
    async () => stampFor({ seq: 1, hash: "ab".repeat(32) as never, salt: freshSalt() }),
    "wrongImprint",
  ],
  ["that says it is for a later entry", async () => ({ ...(await stampFor(headOf(log[1]!))), seq: 3 }), "wrongImprint"],
  ["with another salt", async () => ({ ...(await stampFor(headOf(log[1]!))), salt: freshSalt() }), "wrongImprint"],
  ["without its reply", async () => ({ ...(await stampFor(headOf(log[1]!))), reply: null }), "incomplete"],
  ["whose reply is no reply", async () => ({ ...(await stampFor(headOf(log[1]!))), reply: "****" }), "notAReply"],
])("a stamp %s does not fit, and its entry is named", async (_name, make, fault) => {
  const verdict = await checked(await make());
  expect(verdict).toMatchObject({ intact: false, findings: [{ code: "stampWrong", fault, entry: 2 }] });
});

test("an entry that says that no stamp was had is no fault", async () => {
  expect(await checked({ outcome: "failed", why: "unreachable" })).toMatchObject({ intact: true });
});

import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
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
import { verdictLines } from "@/tools/verify-words";

/** Stands in for the list of authorities: no real one answers a test. */
const { listed } = vi.hoisted(() => ({ listed: new Map<string, string>() }));
vi.mock("@/src/timestamp/roots", async (original) => ({
  ...(await original<object>()),
  nameOfRoot: (root: string) => listed.get(root) ?? null,
}));

let tsa: Tsa;
let other: Tsa;
let log: CustodyEntry[];
beforeAll(async () => {
  tsa = makeTsa();
  other = makeTsa();
  listed.set(rootOf(other), "Sample authority");
  log = await madeUpLog(await twoExhibits());
}, 60_000);
afterAll(() => {
  tsa?.remove();
  other?.remove();
});

const rootOf = ({ root }: Tsa) => new X509Certificate(root).fingerprint256.replaceAll(":", "").toLowerCase();

/** The log with stamps before the entry of the export. */
async function logWith(...stamps: Partial<CustodyEntry>[]): Promise<CustodyEntry[]> {
  const entries = log.slice(0, -1);
  const { event, item, digest, detail } = log.at(-1)!;
  for (const each of [
    ...stamps.map((stamp) => ({ event: "stamp" as const, ...stamp })),
    { event, item, digest, detail },
  ])
    entries.push(await nextEntry(entries.at(-1), CASE_ID, act(each)));
  return entries;
}

async function stampFor(head: StampedHead, by = tsa) {
  const data = saltedHead(head);
  const { request, reply } = await stampOn(by, { data });
  return headStampDetail(head, await completeStamp(data, request, reply, certificatesOf(by.root) ?? []));
}

const headOf = ({ seq, hash }: CustodyEntry): StampedHead => ({ seq, hash, salt: freshSalt() });
const checked = async (...stamps: Partial<CustodyEntry>[]) =>
  verifyBundle((await goodBundle({ custody: await logWith(...stamps) })).zip);

test("a stamp that was taken while saving fits, and lies in the bundle as files that openssl takes", async () => {
  const detail = await stampFor(headOf(log[1]!));
  const { zip } = await goodBundle({ custody: await logWith({ detail }) });
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
  [
    "whose entry says another time",
    async () => ({ ...(await stampFor(headOf(log[1]!))), time: "2019-01-01T00:00:00.000Z" }),
    "otherThanSaid",
  ],
  [
    "whose entry names the root of a listed authority",
    async () => ({ ...(await stampFor(headOf(log[1]!))), root: rootOf(other) }),
    "otherThanSaid",
  ],
])("a stamp %s does not fit, and its entry is named", async (_name, make, fault) => {
  const verdict = await checked({ detail: await make() });
  expect(verdict).toMatchObject({ intact: false, findings: [{ code: "stampWrong", fault, entry: 2 }] });
});

test("an older stamp does not pass for the stamp of an item that came after it", async () => {
  const [first, second] = log as [CustodyEntry, CustodyEntry];
  const older = await stampFor(headOf(first));
  expect(await checked({ item: first.item, detail: older })).toMatchObject({ intact: true });
  const verdict = await checked({ item: second.item, detail: older });
  expect(verdict).toMatchObject({ findings: [{ code: "stampWrong", fault: "wrongImprint", entry: 2 }] });
});

test("an entry that says the time of an item's stamp and does not hold the stamp is found", async () => {
  const detail = { time: "2026-11-21T02:00:00.000Z", policy: "1.2.3", serial: "01", root: rootOf(other) };
  const verdict = await checked({ item: log[0]!.item, detail });
  expect(verdict).toMatchObject({ findings: [{ code: "stampWrong", fault: "incomplete", entry: 2 }] });
});

test("stamps of listed authorities are counted apart from those that anybody may have made, whose roots are told", async () => {
  const [first, second] = log as [CustodyEntry, CustodyEntry];
  const details = [await stampFor(headOf(first)), await stampFor(headOf(second)), await stampFor(headOf(first), other)];
  const verdict = await checked(...details.map((detail) => ({ detail })));
  const unlistedStampRoots = [{ sha256: rootOf(tsa), stamps: 2 }];
  expect(verdict).toMatchObject({ intact: true, facts: { stampsWhileSaving: 3, unlistedStampRoots } });
  const lines = verdictLines(verdict).join("\n");
  expect(lines).toContain("Time stamps taken while saving that fit the log: 1.");
  expect(lines).toContain(
    "Time stamps taken while saving, by somebody this program does not know: 2. They prove nothing",
  );
  expect(lines).toContain(rootOf(tsa));
});

test("an entry that says that no stamp was had is no fault", async () => {
  const failed = { item: log[0]!.item, detail: { outcome: "failed", why: "unreachable" } };
  expect(await checked(failed)).toMatchObject({ intact: true });
});

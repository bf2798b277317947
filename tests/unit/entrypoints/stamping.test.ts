import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { stampNext, stampSaved } from "@/entrypoints/background/stamping";
import { checkLog } from "@/src/custody/check";
import { headFault, headStampsIn, saltedHead } from "@/src/custody/head-stamp";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { StampError } from "@/src/model/stamp";
import { writeStampAuthority } from "@/src/platform/preferences";
import type { Post } from "@/src/timestamp/ask";
import { checkStamp } from "@/src/timestamp/check-stamp";
import { type OpenVault, openReader, openVault } from "@/src/vault/open";
import { makeTsa, type Tsa } from "@/tests/support/openssl-tsa";
import { opensslSays } from "@/tests/support/openssl-verdict";
import { ACT, newProfile, seal } from "@/tests/support/vaults";

const given = vi.hoisted(() => ({ isAllowed: true, roots: "" }));
vi.mock("@/src/platform/browser", () => import("@/tests/support/fake-browser"));
vi.mock("@/src/platform/server-permission", () => ({ isServerAllowed: async () => given.isAllowed }));
vi.mock("@/src/timestamp/roots", async (original) => ({
  ...(await original<typeof import("@/src/timestamp/roots")>()),
  knownRoots: () => given.roots,
}));

let tsa: Tsa;
let vault: OpenVault;
let saved: ExhibitRecord;
beforeAll(() => {
  tsa = makeTsa();
  given.roots = tsa.root;
}, 60_000);
afterAll(() => tsa?.remove());
beforeEach(async () => {
  newProfile();
  given.isAllowed = true;
  post.mockClear();
  vault = await openVault();
  saved = await seal(vault);
});

const post = vi.fn<Post>(async (_url, request) => tsa.reply(request));
const stamp = () => stampSaved(vault, saved, () => ACT, post);
const log = async () => (await openReader()).custody(saved.caseId);

test("as long as nobody switched it on, nobody is asked and nothing is written", async () => {
  await stamp();
  expect(post).not.toHaveBeenCalled();
  expect(await log()).toHaveLength(1);
});

test("the salted head of the log is stamped, and the stamp stands in the log with all that is needed to check it", async () => {
  await writeStampAuthority("freetsa");
  await stamp();
  expect(post.mock.calls.map(([url]) => url)).toEqual(["https://freetsa.org/tsr"]);
  const entries = await log();
  expect(await checkLog(entries, saved.caseId)).toMatchObject({ ok: true, lastSeq: 1 });
  expect(entries[1]).toMatchObject({ event: "stamp", item: saved.id, detail: { seq: 0, head: entries[0]!.hash } });
  const [only] = headStampsIn(entries).stamps;
  expect(headFault(entries, only!)).toBeNull();
  expect(await checkStamp(saltedHead(only!), only!.files)).toMatchObject({ ok: true });
  expect(opensslSays(saltedHead(only!), only!.files)).toEqual({ byData: true, byRequest: true });
});

test("what pages of ours saved themselves is stamped one after another, and each item has its own entry", async () => {
  await writeStampAuthority("freetsa");
  const other = await seal(vault);
  let running = 0;
  const alone = vi.fn<Post>(async (_url, request) => {
    running += 1;
    expect(running).toBe(1);
    const reply = await tsa.reply(request);
    running -= 1;
    return reply;
  });
  const gone = crypto.randomUUID() as ExhibitId;
  await Promise.all([saved.id, gone, other.id].map((id) => stampNext(vault, id, () => ACT, alone)));
  expect(alone).toHaveBeenCalledTimes(2);
  const stamps = (await log()).filter(({ event }) => event === "stamp");
  expect(stamps.map(({ item, digest }) => [item, digest !== null])).toEqual([
    [saved.id, true],
    [other.id, true],
  ]);
});

test("the same head stamped twice goes out as two different digests, so nobody can tell that it is the same", async () => {
  await writeStampAuthority("freetsa");
  await stamp();
  await stamp();
  const salts = headStampsIn(await log()).stamps.map(({ salt }) => salt);
  expect(new Set(salts).size).toBe(2);
  expect(salts.every((salt) => /^[0-9a-f]{64}$/.test(salt))).toBe(true);
});

test("where no stamp is had, the log says so, and the item stays saved", async () => {
  await writeStampAuthority("sectigo");
  post.mockRejectedValueOnce(new StampError("unreachable"));
  await stamp();
  const last = (await log()).at(-1)!;
  expect(last).toMatchObject({ event: "stamp", digest: null, detail: { outcome: "failed", why: "unreachable" } });
  await expect((await openReader()).record(saved.id)).resolves.toMatchObject({ id: saved.id });
});

test("where the permission was taken back in the browser, nothing is sent", async () => {
  await writeStampAuthority("freetsa");
  given.isAllowed = false;
  await stamp();
  expect(post).not.toHaveBeenCalled();
  expect((await log()).at(-1)).toMatchObject({ detail: { why: "notAllowed" } });
});

test("an authority that is in the list no more is not asked", async () => {
  await writeStampAuthority("another");
  await stamp();
  expect(post).not.toHaveBeenCalled();
});

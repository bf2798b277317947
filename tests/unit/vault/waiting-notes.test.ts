import { beforeEach, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import type { ExhibitId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { AddressNote, Note, ReportNote } from "@/src/model/note";
import { keepAddressOnly } from "@/src/vault/address-only";
import { changePassphrase, lock, unlock } from "@/src/vault/lock";
import { putNote, removeNote } from "@/src/vault/notes";
import { type OpenVault, openReader } from "@/src/vault/open";
import { ExhibitWriter } from "@/src/vault/seal";
import { keepLook, keepNote } from "@/src/vault/waiting-notes";
import { fake } from "@/tests/support/fake-browser";
import { ACT, draft, newVault, rawDump, rowCounts, seal, writeFiles } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 }));

const PASSPHRASE = "Grünkohl mit Pinkel, 1978";
const NOW = "2027-11-21T00:00:00.000Z" as UtcInstant;
const at = (utc: string) => ({ ...ACT, utc: utc as UtcInstant });

const ADDRESS: AddressNote = {
  address: "https://example.com/posts/zebra",
  platform: "web",
  handle: "made.up",
  posted: "2 Nov",
  why: "under-18-or-unsure",
};
const reportAbout = (address: string, exhibits: ExhibitId[] = []): ReportNote => ({
  ...{ kind: "intimate-picture", destination: null, to: "A platform", route: "form", address, exhibits },
  ...{
    sentUtc: ACT.utc,
    tz: ACT.tz,
    by: "",
    reference: "",
    due: null,
    answer: null,
    outcome: null,
    looks: [],
    words: "",
  },
});

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});

const lockedVault = async () => {
  await changePassphrase(vault, null, PASSPHRASE);
  await lock();
};
const keepAddress = (some: Partial<AddressNote>, utc: string) =>
  keepNote(
    vault,
    { caseId: vault.defaultCase, kind: "address", body: { ...ADDRESS, ...some }, replaces: null },
    at(utc),
  );
const read = async () => (await openReader()).notes(vault.defaultCase);

test("an address that is kept while locked leaves nothing readable, and no key in memory", async () => {
  await lockedVault();
  await keepAddress({}, "2026-11-21T02:00:00.000Z");
  expect(fake.session.stored).toEqual({});
  const held = (await rawDump(vault)).filter(({ bytes }) => bytes.includes(Buffer.from("zebra")));
  expect(held).toEqual([]);
  expect(await rowCounts(vault)).toMatchObject({ notes: 1, custody: 0, cases: 0 });
  await expect((await openReader()).notes(vault.defaultCase)).rejects.toMatchObject({ code: "locked" });
});

test("what waits gets its log entry at the next unlocking, with the time of writing and of this, once", async () => {
  await lockedVault();
  await keepAddress({ address: "https://example.com/2" }, "2026-11-21T02:00:00.000Z");
  await keepAddress({ address: "https://example.com/1" }, "2026-11-21T01:00:00.000Z");
  await unlock(vault, PASSPHRASE, NOW);
  const { notes, damaged } = await read();
  expect(damaged).toEqual([]);
  expect(notes.map(({ body }) => (body as AddressNote).address)).toEqual([
    "https://example.com/1",
    "https://example.com/2",
  ]);
  const log = await (await openReader()).custody(vault.defaultCase);
  expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true, lastSeq: 1 });
  expect(log.map(({ utc, detail }) => [utc, detail.about, detail.entered])).toEqual([
    ["2026-11-21T01:00:00.000Z", "address", NOW],
    ["2026-11-21T02:00:00.000Z", "address", NOW],
  ]);
  await lock();
  await unlock(vault, PASSPHRASE, NOW);
  expect((await read()).notes).toHaveLength(2);
});

test("one that was damaged is named as one that cannot be read, and the others are entered", async () => {
  await lockedVault();
  await keepAddress({ address: "https://example.com/1" }, "2026-11-21T01:00:00.000Z");
  await keepAddress({ address: "https://example.com/2" }, "2026-11-21T02:00:00.000Z");
  const [first] = await vault.db.getAll("notes");
  first!.value.bytes[0]! ^= 1;
  await vault.db.put("notes", first!);
  await unlock(vault, PASSPHRASE, NOW);
  const { notes, damaged } = await read();
  expect(notes).toHaveLength(1);
  expect(damaged).toEqual([first!.id]);
});

async function reported(some: Partial<ReportNote> = {}) {
  const first = await seal(vault);
  const body = { ...reportAbout(first.url.browser, [first.id]), ...some };
  const note = await putNote(vault, { caseId: vault.defaultCase, kind: "report", body, replaces: null }, ACT);
  const reports = [{ caseId: note.caseId, id: note.id }];
  const report = async () => (await read()).notes.find(({ id }) => id === note.id) as Note<"report">;
  const linksOf = async (id: ExhibitId) => (await (await openReader()).remarks(id))?.remarks.links ?? [];
  return { first, note, reports, report, linksOf };
}

test("proof that it is still there stands beside the report, and is linked to its first exhibit; twice is once", async () => {
  const { first, reports, report, linksOf } = await reported();
  const proof = await seal(vault);
  for (const _ of [1, 2]) await keepLook(vault, { reports, found: "up", exhibit: proof.id }, ACT);
  expect((await report()).body.looks).toEqual([{ utc: ACT.utc, found: "up", exhibit: proof.id }]);
  expect(await linksOf(proof.id)).toEqual([{ rel: "look-of", item: first.id }]);
  expect(await checkLog(await (await openReader()).custody(vault.defaultCase), vault.defaultCase)).toMatchObject({
    ok: true,
  });
});

test.each<[string, Partial<ReportNote>]>([
  ["was found gone before", { looks: [{ utc: ACT.utc, found: "gone", exhibit: null }] }],
  ["was said to be removed", { outcome: "removed" }],
])("what %s and is there again is linked as the same item again", async (_, some) => {
  const { first, reports, linksOf } = await reported(some);
  const proof = await seal(vault);
  await keepLook(vault, { reports, found: "up", exhibit: proof.id }, ACT);
  expect(await linksOf(proof.id)).toEqual([{ rel: "same-item", item: first.id }]);
});

test("proof that was saved while locked is linked at the next unlocking; a report deleted meanwhile is left out", async () => {
  const { first, note, reports, report, linksOf } = await reported();
  const gone = await reported();
  await removeNote(vault, gone.note.caseId, gone.note, ACT);
  await lockedVault();
  const writer = await ExhibitWriter.begin(vault);
  await writeFiles(writer);
  await writer.seal(vault.defaultCase, draft(), ACT);
  await keepLook(vault, { reports: [...reports, ...gone.reports], found: "gone", exhibit: writer.id }, ACT);
  await unlock(vault, PASSPHRASE, NOW);
  expect((await report()).body.looks).toEqual([{ utc: ACT.utc, found: "gone", exhibit: writer.id }]);
  expect(await linksOf(writer.id)).toEqual([{ rel: "look-of", item: first.id }]);
  expect(await rowCounts(vault)).toMatchObject({ pending: 0, notes: 1 });
  expect(note.id).toBe((await report()).id);
});

test("an item of someone under 18 is deleted with its pictures, and its address, account and time are kept", async () => {
  const { id, url } = await seal(vault);
  await keepAddressOnly(vault, id, ACT);
  const reader = await openReader();
  await expect(reader.record(id)).rejects.toMatchObject({ code: "notFound" });
  expect((await reader.summaries()).summaries).toEqual([]);
  expect(await rowCounts(vault)).toMatchObject({ exhibits: 0, chunks: 0, drafts: 0 });
  expect((await read()).notes).toMatchObject([
    { kind: "address", body: { address: url.browser, handle: "made.up", why: "under-18-or-unsure" } },
  ]);
  const log = await reader.custody(vault.defaultCase);
  expect(log.map(({ event, detail }) => [event, detail.about ?? detail.exhibit])).toEqual([
    ["capture", 1],
    ["edit-note", "address"],
    ["delete", 1],
  ]);
  expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true });
});

test("where there is no room the item stays, and no address is written", async () => {
  const { id } = await seal(vault);
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === "notes") throw new DOMException("no room left", "QuotaExceededError");
    return put.call(this, value, key);
  });
  await expect(keepAddressOnly(vault, id, ACT)).rejects.toMatchObject({ code: "full" });
  vi.restoreAllMocks();
  const reader = await openReader();
  expect((await reader.record(id)).exhibit).toBe(1);
  expect((await read()).notes).toEqual([]);
  expect(await reader.custody(vault.defaultCase)).toHaveLength(1);
});

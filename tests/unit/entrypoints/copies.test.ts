import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { copiesWorld } from "@/entrypoints/library/copies";
import type { Append } from "@/entrypoints/library/world";
import { checkLog } from "@/src/custody/check";
import type { CopyPlace } from "@/src/model/copy";
import type { Sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { CaseNote, NoteDraft } from "@/src/model/note";
import { receivedCase } from "@/src/model/received";
import { NO_REMARKS } from "@/src/model/remarks";
import {
  readPlace,
  readScreens,
  readStampAuthority,
  writePlace,
  writeScreens,
  writeStampAuthority,
} from "@/src/platform/preferences";
import type { SealedFor } from "@/src/ui/library/copies/run-copies";
import { beginCase } from "@/src/vault/case-choice";
import { addCorrection } from "@/src/vault/corrections";
import { deleteExhibit } from "@/src/vault/delete";
import { checkFixity } from "@/src/vault/fixity";
import { changePassphrase, lock, lockState } from "@/src/vault/lock";
import { setInMeta } from "@/src/vault/meta";
import { putNote } from "@/src/vault/notes";
import { type OpenVault, openReader, openVault } from "@/src/vault/open";
import type { VaultReader } from "@/src/vault/read";
import { putRemarks } from "@/src/vault/remarks";
import { appendAct } from "@/src/vault/seal";
import { failWrites, HOW_WRITES_FAIL } from "@/tests/support/failing-store";
import { fake } from "@/tests/support/fake-browser";
import { ACT, CONTENTS, type Contents, draft, newProfile, rawDump, rowCounts, seal } from "@/tests/support/vaults";

const saved = vi.hoisted(() => ({ file: new Blob(), name: "" }));
vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one
vi.mock("@/src/capture/environment", () => ({ appVersion: () => "0.1.0+0123", browserName: async () => "Chromium" }));
vi.mock("@/src/platform/own-file", () => import("@/tests/support/own-file"));
vi.mock("@/src/platform/save-sealed", () => ({
  saveSealed: async (stream: ReadableStream<Uint8Array<ArrayBuffer>>, name: string) => {
    saved.file = await new Response(stream).blob();
    saved.name = name;
  },
}));
vi.mock("@/entrypoints/library/world", () => ({}));

/** More than one piece everywhere. */
const LARGE: Contents = { ...CONTENTS, "original/screen-000.png": new Uint8Array(3 << 20).fill(7) };

const PASSPHRASE = "heather anchor plural 62 copper";

let vault: OpenVault;
const append: Append = ({ caseId, act }) => appendAct(vault, caseId, { ...ACT, ...act });
const world = copiesWorld({ reader: openReader, append, lockState: () => lockState(vault.db) });
const going = () => ({ onProgress: () => {}, signal: new AbortController().signal });
const make = (sealedFor: SealedFor = { passphrase: PASSPHRASE }) => world.make({ sealedFor, ...going() });
const check = (file: Blob, secret: string, place: CopyPlace) => world.check({ file, secret, ...going() }, place);
const putBackAll = (file: Blob, secret: string) => world.putBack({ file, secret, ...going() });
const putBack = async (file: Blob, secret: string) => (await putBackAll(file, secret)).items;

async function newVault(): Promise<void> {
  newProfile();
  vault = await openVault();
}
beforeEach(newVault);

/** All that a reader can say of what is kept. */
async function everything() {
  const reader = await openReader();
  const { summaries } = await reader.summaries();
  const records = await Promise.all(summaries.map(({ id }) => reader.record(id)));
  const corrections = await Promise.all(summaries.map(({ id }) => reader.corrections(id)));
  return { summaries, records, corrections, log: await reader.custody(summaries[0]!.caseId) };
}

const someone: CaseNote = { name: "The second matter", role: "friend", agreed: "yes" };
const aReport: NoteDraft<"report">["body"] = {
  kind: "threat",
  destination: null,
  to: "A made-up place",
  route: "email",
  address: "https://example.com/posts/1",
  exhibits: [],
  sentUtc: ACT.utc,
  tz: ACT.tz,
  by: "",
  reference: "42",
  due: null,
  answer: null,
  outcome: null,
  looks: [],
  words: "",
};

/** Two cases: one with items, remarks and a note, one that holds notes alone and is the one in use. */
async function twoCases(): Promise<{ first: CaseId; second: CaseId }> {
  const { id, caseId: first } = await seal(vault);
  await seal(vault);
  await putRemarks(vault, { item: id, remarks: { ...NO_REMARKS, description: "the first one" }, replaces: null }, ACT);
  await putNote(vault, { caseId: first, kind: "report", body: aReport, replaces: null }, ACT);
  const { caseId: second } = await beginCase(vault, someone, ACT);
  await setInMeta(vault.db, { idleMinutes: 15 });
  return { first, second };
}

async function spoilEntry(caseId: CaseId, seq: number): Promise<void> {
  const row = (await vault.db.get("custody", [caseId, seq]))!;
  row.value.bytes[0]! ^= 1;
  await vault.db.put("custody", row);
}

/** All that is kept of an item. */
async function allOf(reader: VaultReader, id: ExhibitId) {
  const record = await reader.record(id);
  const notes = await reader.notes(record.caseId);
  return [record, await reader.corrections(id), await reader.remarks(id), notes];
}

describe("a copy", () => {
  test("put back into a clean browser gives the same items, numbers and log, which goes on", async () => {
    const [one, two, three] = [await seal(vault), await seal(vault), await seal(vault)];
    await addCorrection(vault, { item: one.id, fact: "handle", value: "made.up.1" }, ACT);
    await deleteExhibit(vault, two.id, ACT);
    await deleteExhibit(vault, three.id, ACT);
    expect((await make()).fileName).toMatch(/^documents-\d{8}-\d{6}\.zip\.age$/);
    const before = await everything();

    await newVault();
    expect(await world.read()).toBeNull();
    expect(await putBack(saved.file, PASSPHRASE)).toBe(1);
    const after = await everything();
    expect(after.records).toEqual(before.records);
    expect(after.corrections).toEqual(before.corrections);
    expect(after.summaries).toEqual(before.summaries);
    const inCopy = before.log.slice(0, -1); // the digest of the copy cannot be in it
    expect(after.log.slice(0, -1)).toEqual(inCopy);
    expect(after.log.at(-1)).toMatchObject({ event: "restore", detail: { items: 1 } });
    expect(await checkLog(after.log, one.caseId)).toMatchObject({ ok: true });
    expect(await checkFixity(await openReader())).toMatchObject({ findings: [], isComplete: true });
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, exhibits: 1, chunks: 4 });
    vault.db.close();
    vault = await openVault();
    expect((await seal(vault)).exhibit).toBe(4); // numbers of deleted items stay used
  });

  test("holds every case, all that was written, and what was set", async () => {
    const { first, second } = await twoCases();
    const reader = await openReader();
    const item = (await reader.summaries()).summaries[1]!.id;
    const before = {
      remarks: await reader.remarks(item),
      notes: [await reader.notes(first), await reader.notes(second)],
      logs: [await reader.custody(first), await reader.custody(second)],
    };
    await make();
    await newVault();
    expect(await putBack(saved.file, PASSPHRASE)).toBe(2);
    const after = await openReader();
    expect((await after.cases()).current).toBe(second);
    expect(new Set((await after.cases()).ids)).toEqual(new Set([first, second]));
    expect(await after.remarks(item)).toEqual(before.remarks);
    expect([await after.notes(first), await after.notes(second)]).toEqual(before.notes);
    expect((await lockState(vault.db)).idleMinutes).toBe(15);
    expect((await checkFixity(after)).findings).toEqual([]);
    for (const [place, id] of [first, second].entries()) {
      const log = await after.custody(id);
      expect(log.slice(0, before.logs[place]!.length)).toEqual(before.logs[place]);
      expect(log.at(-1)).toMatchObject({ event: "restore", actor: id === second ? "friend" : "unstated" });
      expect(await checkLog(log, id)).toMatchObject({ ok: true });
    }
  });

  test.each([true, false])(
    "brings the settings along; stamping only where it is allowed here (%s)",
    async (isAllowed) => {
      await seal(vault);
      await writePlace({ place: "hk", language: "zh-Hant" });
      await writeStampAuthority("freetsa");
      await writeScreens(30);
      await make();
      await newVault();
      fake.local.restart();
      if (isAllowed) fake.given.origins.push("https://freetsa.org/*");
      expect(await putBackAll(saved.file, PASSPHRASE)).toEqual({ items: 1, asksForStamps: !isAllowed });
      expect(await readPlace()).toEqual({ place: "hk", language: "zh-Hant" });
      expect(await readScreens()).toBe(30);
      expect(await readStampAuthority()).toBe(isAllowed ? "freetsa" : null);
    },
  );

  test("holds what is intact of a case whose log is damaged, which is put back as a damaged one", async () => {
    const { first, second } = await twoCases();
    const before = await openReader();
    const [, { id }] = (await before.summaries()).summaries as [unknown, ExhibitSummary];
    await addCorrection(vault, { item: id, fact: "handle", value: "made.up.1" }, ACT);
    for (const seq of [0, 4]) await spoilEntry(first, seq); // of the first item's saving, and of the correction
    expect(await make()).toMatchObject({ leftOut: 0, damagedCases: [null] });
    await check(saved.file, PASSPHRASE, "stick");
    expect(await world.read()).toEqual({ places: 1, newItems: 0, hasNewWords: false });
    const [left, kept] = [await before.readableCustody(first), await allOf(before, id)];

    await newVault();
    expect(await putBack(saved.file, PASSPHRASE)).toBe(2);
    const after = await openReader();
    expect(await after.damagedCases()).toEqual([{ caseId: first, how: "damaged" }]);
    await expect(after.custody(first)).rejects.toMatchObject({ code: "damaged" });
    const log = await after.readableCustody(first);
    const inCopy = left.findIndex(({ event }) => event === "export") + 1;
    expect(log.slice(0, inCopy)).toEqual(left.slice(0, inCopy));
    expect(log.slice(inCopy)).toMatchObject([
      { event: "check", detail: { about: "log", outcome: "different", how: "damaged" } },
      { event: "restore", detail: { items: 2 } },
    ]);
    expect(await allOf(after, id)).toEqual(kept);
    expect((await checkFixity(after)).findings).toMatchObject([{ path: "custody.jsonl" }]);
    expect(await checkLog(await after.custody(second), second)).toMatchObject({ ok: true });
  });

  test("of a damaged case that takes what is saved is put back, and a new case takes it", async () => {
    const { caseId } = await seal(vault);
    await appendAct(vault, caseId, { ...ACT, event: "check", item: null, digest: null, detail: {} });
    await spoilEntry(caseId, 0);
    await make();
    await newVault();
    expect(await putBack(saved.file, PASSPHRASE)).toBe(1);
    vault.db.close();
    vault = await openVault();
    const next = await seal(vault);
    expect(next.caseId).not.toBe(caseId);
    const [entry] = await (await openReader()).custody(next.caseId);
    expect(entry!.detail).toMatchObject({ continues: caseId });
  });

  test("of a case that once was damaged, as its log tells, takes no item when it is put back", async () => {
    const { caseId } = await seal(vault);
    await vault.db.delete("cases", caseId);
    expect(await make()).toMatchObject({ damagedCases: [] }); // its log is whole, and tells
    await newVault();
    await putBack(saved.file, PASSPHRASE);
    expect(await (await openReader()).damagedCases()).toEqual([{ caseId, how: "damaged" }]);
    vault.db.close();
    vault = await openVault();
    const next = await seal(vault);
    const [entry] = await (await openReader()).custody(next.caseId);
    expect(entry!.detail).toMatchObject({ continues: caseId });
  });

  test("of a case that came in from someone else is put back as theirs: no item is saved into it", async () => {
    const { caseId } = await seal(vault);
    const from = {
      name: "documents-1",
      digest: `sha256:${"0".repeat(64)}`,
      lastSeq: 0,
      headHash: "0".repeat(64) as Sha256,
    } as const;
    const theirWords = { event: "edit-note", item: null, digest: null, detail: { about: "event" } } as const;
    await appendAct(vault, caseId, { ...ACT, ...theirWords });
    await appendAct(vault, caseId, { ...ACT, ...receivedCase(from, 1) });
    await make();
    await newVault();
    await putBack(saved.file, PASSPHRASE);
    expect(await (await openReader()).receivedCases()).toEqual(new Set([caseId]));
    expect(await world.read()).toMatchObject({ hasNewWords: false });
  });

  test("of the first form is put back as it was", async () => {
    const folder = join(import.meta.dirname, "..", "..", "fixtures", "copies");
    const kept = JSON.parse(readFileSync(join(folder, "v1.json"), "utf8"));
    const copy = new Blob([readFileSync(join(folder, "v1.zip.age"))]);
    expect(await putBack(copy, kept.passphrase)).toBe(2);
    const after = await everything();
    expect(after.records).toEqual(kept.records);
    expect(after.corrections).toEqual(kept.corrections);
    expect(after.log.slice(0, -1)).toEqual(kept.log);
    expect(after.log.at(-1)!.event).toBe("restore");
    expect((await checkFixity(await openReader())).findings).toEqual([]);
  });

  test("leaves out what is damaged, and does not count for it", async () => {
    await seal(vault);
    const { id } = await seal(vault);
    const key = (await vault.db.getAllKeys("chunks")).find(([exhibit, , chunk]) => exhibit === id && chunk === 1)!;
    const row = (await vault.db.get("chunks", key))!;
    await vault.db.put("chunks", { ...row, bytes: row.bytes.with(0, row.bytes[0]! ^ 1) });
    expect(await make()).toMatchObject({ leftOut: 1 });
    await check(saved.file, PASSPHRASE, "stick");
    expect(await world.read()).toEqual({ places: 1, newItems: 1, hasNewWords: false });
    expect(await world.isAhead()).toBe(true);
    await newVault();
    expect(await putBack(saved.file, PASSPHRASE)).toBe(1);
    vault.db.close();
    vault = await openVault();
    expect((await seal(vault)).exhibit).toBe(3);
  });

  test("holds all but an item that could never be put back or laid out, and counts that one", async () => {
    await seal(vault);
    const record = draft();
    const { captured } = record;
    for (const strange of [{ offsetMin: 1e20 }, { endUtc: "+275760-09-13T00:00:00.000Z" as UtcInstant }])
      await seal(vault, { record: { ...record, captured: { ...captured, ...strange } } });
    const elsewhere = await seal(vault, { record: { ...record, captured: { ...captured, tz: "Mars/Base" } } });
    expect(await make()).toMatchObject({ leftOut: 2 });
    await newVault();
    expect(await putBack(saved.file, PASSPHRASE)).toBe(2);
    expect((await everything()).records).toContainEqual(elsewhere);
  });

  test("reminds of what was saved or written since, and not of what was deleted again", async () => {
    expect(await world.isAhead()).toBe(false);
    const { id, caseId } = await seal(vault);
    expect(await world.isAhead()).toBe(true);
    await make();
    await check(saved.file, PASSPHRASE, "stick");
    expect(await world.isAhead()).toBe(false);
    await deleteExhibit(vault, (await seal(vault)).id, ACT);
    expect(await world.isAhead()).toBe(false);
    await addCorrection(vault, { item: id, fact: "handle", value: "made.up.1" }, ACT);
    expect(await world.isAhead()).toBe(true);
    await make();
    await check(saved.file, PASSPHRASE, "stick");
    await putNote(vault, { caseId, kind: "report", body: aReport, replaces: null }, ACT);
    expect(await world.isAhead()).toBe(true);
  });

  test.each(["making", "unsealing", "comparing", "writing"] as const)(
    "that is stopped while %s leaves nothing half",
    async (part) => {
      await seal(vault, { contents: LARGE });
      await make();
      const stop = new AbortController();
      const before = saved.file;
      if (part === "making") {
        const making = world.make({
          sealedFor: { passphrase: PASSPHRASE },
          onProgress: () => stop.abort(),
          signal: stop.signal,
        });
        await expect(making).rejects.toMatchObject({ code: "cancelled" });
        expect(saved.file).toBe(before);
        expect((await everything()).log.at(-1)!.detail).toMatchObject({ outcome: "stopped" });
        return;
      }
      await newVault();
      const onProgress = (now: { part: string }) => now.part === part && stop.abort();
      const request = { file: saved.file, secret: PASSPHRASE, signal: stop.signal, onProgress };
      await expect(world.putBack(request)).rejects.toMatchObject({ code: "cancelled" });
      expect(await rowCounts(vault)).toMatchObject({
        exhibits: 0,
        drafts: 0,
        chunks: 0,
        custody: 0,
        cases: 0,
        notes: 0,
      });
    },
  );

  test.each(HOW_WRITES_FAIL)("where the store has no room, %s, nothing is put back", async (how) => {
    await twoCases();
    await make();
    for (const [store, from] of [
      ["chunks", 3],
      ["exhibits", 1],
      ["custody", 2],
      ["notes", 1],
      ["meta", 0],
    ] as const) {
      await newVault();
      failWrites(store, how, from);
      await expect(putBack(saved.file, PASSPHRASE)).rejects.toMatchObject({ code: expect.any(String) });
      vi.restoreAllMocks();
      expect(await rowCounts(vault)).toMatchObject({
        exhibits: 0,
        drafts: 0,
        chunks: 0,
        custody: 0,
        cases: 0,
        notes: 0,
      });
    }
  });

  test("counts only after it was opened again, and no longer for items saved since", async () => {
    await seal(vault);
    await make();
    expect(await world.read()).toEqual({ places: 0, newItems: 1, hasNewWords: false });
    await check(saved.file, PASSPHRASE, "stick");
    await check(saved.file, PASSPHRASE, "stick");
    expect(await world.read()).toEqual({ places: 1, newItems: 0, hasNewWords: false });
    await check(saved.file, PASSPHRASE, "elsewhere");
    await seal(vault);
    expect(await world.read()).toEqual({ places: 2, newItems: 1, hasNewWords: false });
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, chunks: 8 });
  });

  test("is an age file around a ZIP for other programs too", async () => {
    await seal(vault);
    const identity = await generateX25519Identity();
    await make({ recipient: await identityToRecipient(identity) });
    const folder = mkdtempSync(join(tmpdir(), "notes-copy-"));
    try {
      writeFileSync(join(folder, "key"), identity);
      writeFileSync(join(folder, "copy.age"), new Uint8Array(await saved.file.arrayBuffer()));
      const at = { cwd: folder };
      execFileSync("age", ["-d", "-i", "key", "-o", "copy.zip", "copy.age"], at);
      expect(execFileSync("unzip", ["-t", "copy.zip"], at).toString()).toContain("No errors detected");
    } finally {
      rmSync(folder, { recursive: true });
    }
    await check(saved.file, identity, "stick");
  });

  test.each([
    ["with another passphrase", (bytes: Uint8Array) => bytes, "not it", "wrongPassphrase"],
    ["that was cut off", (bytes: Uint8Array) => bytes.slice(0, -20), PASSPHRASE, "notACopy"],
    [
      "with one flipped bit",
      (bytes: Uint8Array) => bytes.with(bytes.length >> 1, bytes[bytes.length >> 1]! ^ 1),
      PASSPHRASE,
      "notACopy",
    ],
    ["that is something else", () => new TextEncoder().encode("a holiday picture"), PASSPHRASE, "notACopy"],
    ["that is empty", () => new Uint8Array(), PASSPHRASE, "notACopy"],
  ])("%s is refused whole, and leaves nothing", async (_, spoil, secret, code) => {
    await seal(vault);
    await make();
    const spoiled = new Blob([new Uint8Array(spoil(new Uint8Array(await saved.file.arrayBuffer())))]);
    await newVault();
    await expect(putBack(spoiled, secret)).rejects.toMatchObject({ code });
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 0, drafts: 0, chunks: 0, custody: 0, cases: 0 });
  });

  test("of other notes does not count for these, and is not put into them", async () => {
    await seal(vault);
    await make();
    await newVault();
    const { caseId } = await seal(vault);
    await expect(check(saved.file, PASSPHRASE, "stick")).rejects.toMatchObject({ code: "notACopy" });
    await expect(putBack(saved.file, PASSPHRASE)).rejects.toMatchObject({ code: "notEmpty" });
    expect((await everything()).log).toHaveLength(1);
    expect((await everything()).summaries[0]!.caseId).toBe(caseId);
  });

  test("is put back where only the name and the role of a case were said; that case gives way", async () => {
    const { caseId } = await seal(vault);
    await make();
    await newVault();
    const note = await beginCase(vault, { name: "Mine", role: "survivor", agreed: null }, ACT);
    await putBack(saved.file, PASSPHRASE);
    const reader = await openReader();
    expect(await reader.cases()).toEqual({ ids: [caseId], current: caseId });
    expect((await reader.notes(note.caseId)).notes).toEqual([]);
    expect(await reader.damagedCases()).toEqual([]);
  });

  test("leaves nothing readable in the store while it is opened", async () => {
    await seal(vault);
    await make();
    await newVault();
    const before = IDBObjectStore.prototype.add;
    const seen: Buffer[] = [];
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === "chunks") seen.push(Buffer.from(value.bytes));
      return before.call(this, value, key);
    });
    await putBack(saved.file, PASSPHRASE);
    vi.restoreAllMocks();
    expect(seen.length).toBeGreaterThan(4);
    for (const bytes of [...seen, ...(await rawDump(vault)).map((row) => row.bytes)]) {
      expect(bytes.includes("custody.jsonl")).toBe(false);
    }
  });

  test("is neither made nor put back while the notes are locked", async () => {
    await seal(vault);
    await make();
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    expect(fake.session.stored).toEqual({});
    await expect(make()).rejects.toMatchObject({ code: "locked" });
    await expect(putBack(saved.file, PASSPHRASE)).rejects.toMatchObject({ code: "locked" });
  });
});

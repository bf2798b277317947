import * as v from "valibot";
import { beforeEach, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import type { CaseId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { EventNote, Note, NoteDraft } from "@/src/model/note";
import { NO_REMARKS } from "@/src/model/remarks";
import { keptNote, keptRemarks, noteDraft, remarks as remarksSchema } from "@/src/notes/schema";
import { beginCase, chooseCase } from "@/src/vault/case-choice";
import { addCorrection } from "@/src/vault/corrections";
import { deleteExhibit } from "@/src/vault/delete";
import { checkFixity } from "@/src/vault/fixity";
import { putNote, removeNote } from "@/src/vault/notes";
import { type OpenVault, openReader } from "@/src/vault/open";
import { putRemarks } from "@/src/vault/remarks";
import { ACT, newVault, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const EVENT: EventNote = {
  way: "phone-call",
  time: { kind: "about", utc: "2026-11-02T06:05:00.000Z" as UtcInstant, zone: "Asia/Hong_Kong", words: "after lunch" },
  what: "A call from an unknown number about the garden plan",
  did: "Hung up",
  effect: "",
  witnesses: ["Sam"],
  exhibits: [],
};

let vault: OpenVault;
let caseId: CaseId;
beforeEach(async () => {
  vault = await newVault();
  caseId = vault.defaultCase;
});

const event = (some: Partial<EventNote> = {}, replaces: Note | null = null): NoteDraft => ({
  caseId,
  kind: "event",
  body: { ...EVENT, ...some },
  replaces: replaces && { id: replaces.id, revision: replaces.revision },
});
const kept = async () => (await (await openReader()).notes(caseId)).notes;
const log = async () => (await openReader()).custody(caseId);
const findings = async () => (await checkFixity(await openReader())).findings.map(({ path, state }) => [path, state]);

test("is kept as it was written, named in the log by its digest, and its words are in neither log nor store", async () => {
  const note = await putNote(vault, event(), ACT);
  expect(await kept()).toEqual([note]);
  expect(note).toMatchObject({ kind: "event", body: EVENT, writtenUtc: ACT.utc, changedUtc: ACT.utc });
  expect((await log()).at(-1)).toMatchObject({
    event: "edit-note",
    item: null,
    detail: { about: "event", note: note.id, removed: false },
  });
  expect(await checkLog(await log(), caseId)).toMatchObject({ ok: true });
  expect(JSON.stringify(await log())).not.toContain("garden");
  expect(JSON.stringify(await log())).not.toContain(note.revision);
  for (const row of await vault.db.getAll("notes"))
    expect(Object.keys(row).sort()).toEqual(["case", "dataKeyId", "id", "key", "value"]);
  expect(await findings()).toEqual([]);
});

test("another wording takes its place; one that another window changed meanwhile is not written over", async () => {
  const first = await putNote(vault, event(), ACT);
  const second = await putNote(vault, event({ what: "A second call" }, first), {
    ...ACT,
    utc: "2026-11-22T00:00:00.000Z" as UtcInstant,
  });
  expect(second).toMatchObject({ id: first.id, writtenUtc: first.writtenUtc, changedUtc: "2026-11-22T00:00:00.000Z" });
  await expect(putNote(vault, event({ what: "From the other window" }, first), ACT)).rejects.toMatchObject({
    code: "changedMeanwhile",
  });
  await expect(removeNote(vault, caseId, first, ACT)).rejects.toMatchObject({ code: "changedMeanwhile" });
  expect(await kept()).toEqual([second]);
  expect(await log()).toHaveLength(2);
});

test("taken away it is gone with its key, and the log says so", async () => {
  const note = await putNote(vault, event(), ACT);
  await removeNote(vault, caseId, note, ACT);
  expect(await kept()).toEqual([]);
  expect(await vault.db.count("notes")).toBe(0);
  expect((await log()).at(-1)).toMatchObject({ digest: null, detail: { note: note.id, removed: true } });
  await expect(removeNote(vault, caseId, note, ACT)).rejects.toMatchObject({ code: "notFound" });
  expect(await findings()).toEqual([]);
});

test("a note that was put back, taken out or changed in the store is found by the check", async () => {
  const first = await putNote(vault, event(), ACT);
  const old = (await vault.db.get("notes", [caseId, first.id]))!;
  await putNote(vault, event({ what: "Other words" }, first), ACT);
  const now = (await vault.db.get("notes", [caseId, first.id]))!;
  await vault.db.put("notes", old);
  expect(await findings()).toEqual([["notes", "changed"]]);
  await vault.db.delete("notes", [caseId, first.id]);
  expect(await findings()).toEqual([["notes", "missing"]]);
  now.value.bytes[3]! ^= 1;
  await vault.db.put("notes", now);
  expect(await findings()).toEqual([["notes", "changed"]]);
  expect(await (await openReader()).notes(caseId)).toEqual({ notes: [], damaged: [first.id] });
});

test("remarks stand beside the record, in the list too, whatever is corrected or made anew, and go with the item", async () => {
  const record = await seal(vault);
  const remarks = {
    ...NO_REMARKS,
    description: "The plan on the wall",
    significance: "Shows the date",
    tags: ["wall"],
  };
  const first = await putRemarks(vault, { item: record.id, remarks, replaces: null }, ACT);
  const listed = async () => (await (await openReader()).summaries()).summaries[0]?.remarks;
  expect(await listed()).toEqual({ description: "The plan on the wall", tags: ["wall"], words: "Shows the date" });
  await addCorrection(vault, { item: record.id, fact: "handle", value: "kim" }, ACT);
  expect(await listed()).toMatchObject({ description: "The plan on the wall" });
  await vault.db.clear("lists");
  expect(await listed()).toMatchObject({ description: "The plan on the wall" });
  const reader = await openReader();
  expect(await reader.record(record.id)).toEqual(record);
  expect(await reader.remarks(record.id)).toEqual(first);
  await expect(putRemarks(vault, { item: record.id, remarks: NO_REMARKS, replaces: null }, ACT)).rejects.toMatchObject({
    code: "changedMeanwhile",
  });
  expect(await findings()).toEqual([]);
  const row = (await vault.db.get("exhibits", record.id))!;
  const { remarks: _, ...without } = row;
  await vault.db.put("exhibits", without);
  expect(await findings()).toEqual([["remarks", "missing"]]);
  await vault.db.put("exhibits", row);
  await deleteExhibit(vault, record.id, ACT);
  await expect(reader.remarks(record.id)).rejects.toMatchObject({ code: "notFound" });
});

test("a case of its own has its own numbers and log, in the role that was chosen", async () => {
  await seal(vault);
  const note = await beginCase(vault, { name: "For Sam", role: "friend", agreed: "yes" }, ACT);
  const record = await seal(vault, {}, note.caseId);
  expect(record.exhibit).toBe(1);
  const reader = await openReader();
  const own = await reader.custody(note.caseId);
  expect(own.map(({ event, actor }) => [event, actor])).toEqual([
    ["edit-note", "friend"],
    ["capture", "friend"],
  ]);
  expect(await reader.cases()).toEqual({ ids: expect.arrayContaining([caseId, note.caseId]), current: note.caseId });
  await chooseCase(vault, caseId);
  expect(await reader.cases()).toMatchObject({ current: caseId });
  await expect(chooseCase(vault, crypto.randomUUID() as CaseId)).rejects.toMatchObject({ code: "notFound" });
  expect(await findings()).toEqual([]);
});

test("what has another shape, or is longer than may be, is refused", async () => {
  const good = event();
  expect(v.is(noteDraft, good)).toBe(true);
  expect(v.is(keptNote, await putNote(vault, good, ACT))).toBe(true);
  const bad: unknown[] = [
    { ...good, kind: "report" },
    { ...good, extra: 1 },
    event({ what: "x".repeat(20_001) }),
    event({ witnesses: Array.from({ length: 201 }, () => "a") }),
    event({ way: "telepathy" as never }),
    event({
      time: {
        kind: "range",
        utc: "2026-11-03T00:00:00.000Z" as UtcInstant,
        untilUtc: "2026-11-02T00:00:00.000Z" as UtcInstant,
        zone: "UTC",
      },
    }),
    event({ time: { kind: "exact", utc: "yesterday" as UtcInstant, zone: "UTC" } }),
  ];
  for (const draft of bad) expect(v.is(noteDraft, draft)).toBe(false);
  expect(v.is(remarksSchema, { ...NO_REMARKS, links: [{ rel: "same-item", item: "not an id" }] })).toBe(false);
  expect(v.is(keptRemarks, { remarks: NO_REMARKS, utc: ACT.utc, tz: ACT.tz, revision: crypto.randomUUID() })).toBe(
    true,
  );
});

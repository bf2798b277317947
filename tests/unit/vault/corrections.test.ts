import { beforeEach, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import { canonicalJson } from "@/src/model/canonical-json";
import { standing } from "@/src/model/correction";
import { sha256 } from "@/src/model/digest";
import type { ExhibitId } from "@/src/model/exhibit";
import { claimsOf } from "@/src/model/exhibit-kind";
import { addCorrection } from "@/src/vault/corrections";
import { type OpenVault, openReader } from "@/src/vault/open";
import { ACT, newVault, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});

test("stands beside the record, which stays as it was sealed, and is named in the log", async () => {
  const record = await seal(vault);
  const made = await addCorrection(vault, { item: record.id, fact: "handle", value: "kim" }, ACT);
  const reader = await openReader();
  expect(await reader.record(record.id)).toEqual(record);
  expect(await reader.corrections(record.id)).toEqual(made);
  expect(made[0]).toMatchObject({ fact: "handle", pageValue: claimsOf(record).handle, value: "kim", utc: ACT.utc });
  const log = await reader.custody(record.caseId);
  expect(await checkLog(log, record.caseId)).toMatchObject({ ok: true });
  expect(log.at(-1)).toMatchObject({ event: "edit-note", item: record.id });
  expect(log.at(-1)!.digest).toBe(`sha256:${await sha256(canonicalJson(made[0]))}`);
  expect(JSON.stringify(log)).not.toContain("kim");
});

test("of the account name is in the list beside the page's, also where the list is made anew, until it is taken back", async () => {
  const { id: item } = await seal(vault);
  const other = await seal(vault);
  const listed = async () => (await (await openReader()).summaries()).summaries.find(({ id }) => id === item)!;
  const { handle } = await listed();
  await addCorrection(vault, { item, fact: "handle", value: "kim" }, ACT);
  expect(await listed()).toMatchObject({ handle, correctedHandle: "kim" });
  await vault.db.clear("lists");
  expect(await listed()).toMatchObject({ handle, correctedHandle: "kim" });
  await addCorrection(vault, { item, fact: "handle", value: null }, ACT);
  expect(await listed()).not.toHaveProperty("correctedHandle");
  expect((await (await openReader()).summaries()).summaries.map(({ id }) => id)).toEqual([other.id, item]);
});

test("is followed by the next one and never replaced; the last one stands, until it is taken back", async () => {
  const { id: item } = await seal(vault);
  for (const value of ["kim", "kim.doe", null]) await addCorrection(vault, { item, fact: "handle", value }, ACT);
  const all = await addCorrection(vault, { item, fact: "postedAtText", value: "May 6" }, ACT);
  expect(all.map(({ value }) => value)).toEqual(["kim", "kim.doe", null, "May 6"]);
  expect(standing(all.slice(0, 2)).get("handle")?.value).toBe("kim.doe");
  expect([...standing(all).keys()]).toEqual(["postedAtText"]);
});

test("two made at once are both kept, each with its entry", async () => {
  const { id: item, caseId } = await seal(vault);
  await Promise.all(["a", "b"].map((value) => addCorrection(vault, { item, fact: "handle", value }, ACT)));
  const reader = await openReader();
  expect((await reader.corrections(item)).map(({ value }) => value).sort()).toEqual(["a", "b"]);
  expect(await checkLog(await reader.custody(caseId), caseId)).toMatchObject({ ok: true });
});

test("is refused for what is not there, and none are there until one was made", async () => {
  const { id } = await seal(vault);
  expect(await (await openReader()).corrections(id)).toEqual([]);
  const gone = "00000000-0000-4000-8000-000000000000" as ExhibitId;
  const made = addCorrection(vault, { item: gone, fact: "handle", value: "kim" }, ACT);
  await expect(made).rejects.toMatchObject({ code: "notFound" });
});

test("of one exhibit put in another's place is refused as damaged", async () => {
  const [one, other] = [await seal(vault), await seal(vault)];
  await addCorrection(vault, { item: one.id, fact: "handle", value: "kim" }, ACT);
  const { corrections } = (await vault.db.get("exhibits", one.id))!;
  await vault.db.put("exhibits", { ...(await vault.db.get("exhibits", other.id))!, corrections: corrections! });
  await expect((await openReader()).corrections(other.id)).rejects.toMatchObject({ code: "damaged" });
});

import { beforeEach, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import type { UtcInstant } from "@/src/model/instant";
import { sweepDrafts } from "@/src/vault/drafts";
import { lock, unlock } from "@/src/vault/lock";
import { openReader, openVault } from "@/src/vault/open";
import { setPassphrase } from "@/src/vault/passphrase";
import { SCHEMA_VERSION } from "@/src/vault/schema";
import { putStoredVault } from "@/tests/support/stored-vault";
import { CONTENTS, newProfile, readAll, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one

beforeEach(newProfile);

async function expectWhole({ records, log }: Awaited<ReturnType<typeof putStoredVault>>, more = 0): Promise<void> {
  const reader = await openReader();
  const { summaries, damaged } = await reader.summaries();
  expect(damaged).toEqual([]);
  expect(
    summaries
      .map(({ exhibit }) => exhibit)
      .toReversed()
      .slice(0, records.length),
  ).toEqual([1, 2, 3]);
  for (const record of records) {
    expect(await reader.record(record.id)).toEqual(record);
    for (const { path, bytes } of record.files) {
      const read = await readAll(await reader.file(record.id, path));
      expect(read.length).toBe(bytes);
      if (CONTENTS[path] instanceof Uint8Array) expect(read).toEqual(CONTENTS[path]);
    }
  }
  const now = await reader.custody(records[0]!.caseId);
  expect(now.slice(0, log.length)).toEqual(log);
  expect(await checkLog(now, records[0]!.caseId)).toMatchObject({ ok: true, lastSeq: log.length - 1 + more });
}

test.each(["v1"])("a vault of %s opens, and everything in it reads back", async (version) => {
  const kept = await putStoredVault(version);
  const vault = await openVault();
  expect((await vault.db.get("meta", "vault"))!.version).toBe(SCHEMA_VERSION);
  await expectWhole(kept);
  expect(await sweepDrafts(vault)).toHaveLength(1);
  await expectWhole(kept);
});

test.each(["v1"])("a vault of %s is written on: number, log and list go on from where they were", async (version) => {
  const kept = await putStoredVault(version);
  const vault = await openVault();
  await sweepDrafts(vault);
  expect((await seal(vault)).exhibit).toBe(4);
  expect(await vault.db.count("lists")).toBe(1);
  await expectWhole(kept, 1);
  expect((await (await openReader()).summaries()).summaries.map(({ exhibit }) => exhibit)).toEqual([4, 3, 2, 1]);
});

test.each(["v1"])("a vault of %s takes a passphrase", async (version) => {
  const kept = await putStoredVault(version);
  const vault = await openVault();
  await setPassphrase(vault.db, null, "made up for this");
  await lock();
  await expect((await openReader()).summaries()).rejects.toMatchObject({ code: "locked" });
  await unlock(vault, "made up for this", "2026-11-22T00:00:00.000Z" as UtcInstant);
  await expectWhole(kept);
});

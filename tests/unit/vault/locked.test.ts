import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import type { UtcInstant } from "@/src/model/instant";
import { sweepDrafts } from "@/src/vault/drafts";
import { changePassphrase, lock, lockState, noteUse, recoveryKey, unlock } from "@/src/vault/lock";
import { setInMeta } from "@/src/vault/meta";
import { type OpenVault, openReader } from "@/src/vault/open";
import { settle } from "@/src/vault/pending";
import { recoveryLines } from "@/src/vault/recovery-key";
import { appendAct, ExhibitWriter } from "@/src/vault/seal";
import { fake } from "@/tests/support/fake-browser";
import {
  ACT,
  CONTENTS,
  draft,
  newVault,
  openIdentityOf,
  rawDump,
  readAll,
  reopen,
  rowCounts,
  seal,
  writeFiles,
} from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one

const PASSPHRASE = "Grünkohl mit Pinkel, 1978";
const NOW = "2027-11-21T00:00:00.000Z" as UtcInstant;
const check = { ...ACT, event: "check", item: null, digest: null, detail: {} } as const;

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});
afterEach(() => vi.useRealTimers());

async function saveLocked(title = "A post"): Promise<void> {
  const writer = await ExhibitWriter.begin(vault);
  await writeFiles(writer);
  const sealed = await writer.seal(vault.defaultCase, draft({ page: { title, lang: null } }), ACT);
  expect("exhibit" in sealed).toBe(false);
}

async function expectLocked(): Promise<void> {
  expect(await lockState(vault.db)).toMatchObject({ hasPassphrase: true, isLocked: true });
  const reader = await openReader();
  const [id] = await vault.db.getAllKeys("exhibits");
  const readings = [
    reader.summaries(),
    reader.custody(vault.defaultCase),
    reader.record(id!),
    reader.file(id!, "derived/stitched.png"),
    reader.sign(new Uint8Array(1)),
    appendAct(vault, vault.defaultCase, check),
  ];
  for (const reading of readings) await expect(reading).rejects.toMatchObject({ code: "locked" });
}

describe("a locked vault", () => {
  test.each(["lock", "restart"])("opens nothing, and nothing of it is in memory (%s)", async (how) => {
    await seal(vault);
    await changePassphrase(vault, null, PASSPHRASE);
    await seal(vault);
    if (how === "lock") await lock();
    else vault = await reopen(vault, "new session");
    await expectLocked();
    expect(fake.session.stored).toEqual({});
  });

  test("takes what is saved, and leaves no key of it in memory", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    await saveLocked();
    expect(fake.session.stored).toEqual({});
    expect(await rowCounts(vault)).toMatchObject({ pending: 1, drafts: 0, exhibits: 0, custody: 0, lists: 0 });
  });

  test("gives numbers and log entries at the next unlocking, in the order of saving", async () => {
    await seal(vault);
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    for (const title of ["second", "third"]) await saveLocked(title);
    vault = await reopen(vault, "new session");
    await saveLocked("fourth");
    await unlock(vault, PASSPHRASE, NOW);
    expect((await seal(vault)).exhibit).toBe(5);

    const reader = await openReader();
    const { summaries, waiting } = await reader.summaries();
    expect(waiting).toBe(0);
    expect(summaries.map(({ exhibit, title }) => [exhibit, title])).toEqual([
      [5, "A post"],
      [4, "fourth"],
      [3, "third"],
      [2, "second"],
      [1, "A post"],
    ]);
    const log = await reader.custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true, lastSeq: 4 });
    expect(log.map(({ detail }) => detail.entered)).toEqual([undefined, NOW, NOW, NOW, undefined]);
    for (const { id } of summaries) {
      await reader.record(id);
      expect(await readAll(await reader.file(id, "derived/stitched.png"))).toEqual(CONTENTS["derived/stitched.png"]);
    }
    expect(await rowCounts(vault)).toMatchObject({ pending: 0, exhibits: 5, custody: 5 });
  });

  test("settles many, and goes on after it was stopped half-way", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    for (let n = 1; n <= 120; n += 1) await saveLocked(`saved ${n}`);
    let left = 1;
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === "custody" && value.seq === 70) left -= 1;
      if (left <= 0) throw new DOMException("the browser ends", "UnknownError");
      return add.call(this, value, key);
    });
    await unlock(vault, PASSPHRASE, NOW);
    vi.restoreAllMocks();
    expect((await rowCounts(vault)).pending).toBe(70);
    expect((await (await openReader()).summaries()).waiting).toBe(70);
    expect((await (await openReader()).summaries()).summaries).toHaveLength(50);
    expect(await settle(vault, NOW)).toBe(0);
    const reader = await openReader();
    const { summaries, damaged } = await reader.summaries();
    expect(damaged).toEqual([]);
    expect(summaries.toReversed().map(({ title }) => title)).toEqual(
      Array.from({ length: 120 }, (_, n) => `saved ${n + 1}`),
    );
    expect(await checkLog(await reader.custody(vault.defaultCase), vault.defaultCase)).toMatchObject({ lastSeq: 119 });
  }, 60_000);

  test("numbers the others when one that waits is damaged, and says that one still waits", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    for (const title of ["one", "two", "three"]) await saveLocked(title);
    const [, second] = await vault.db.getAll("pending");
    second!.value.bytes[0]! ^= 1;
    await vault.db.put("pending", second!);
    await unlock(vault, PASSPHRASE, NOW);
    const { summaries, waiting } = await (await openReader()).summaries();
    expect(summaries.map(({ title }) => title)).toEqual(["three", "one"]);
    expect(waiting).toBe(1);
  });

  test("puts what is saved into a new case where the log is damaged by the time it is unlocked", async () => {
    await seal(vault);
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    for (const title of ["one", "two"]) await saveLocked(title);
    await vault.db.delete("custody", [vault.defaultCase, 0]);
    await unlock(vault, PASSPHRASE, NOW);
    const { summaries, waiting } = await (await openReader()).summaries();
    expect(waiting).toBe(0);
    const [two, one, before] = [...summaries].sort((a, b) => (a.title === "A post" ? 1 : b.title! < a.title! ? -1 : 1));
    expect(before?.caseId).toBe(vault.defaultCase);
    expect([one, two].map((each) => [each?.title, each?.exhibit])).toEqual([
      ["one", 1],
      ["two", 2],
    ]);
    expect(one?.caseId).toBe(two?.caseId);
    expect(one?.caseId).not.toBe(vault.defaultCase);
  });

  test("takes back what was not finished when the background was stopped", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    await writeFiles(await ExhibitWriter.begin(vault));
    vault = await reopen(vault, "same session");
    expect(await sweepDrafts(vault)).toHaveLength(1);
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, chunks: 0, pending: 0 });
  });
});

describe("a capture that is under way", () => {
  test("when the vault is locked is kept, and numbered later", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    await lock();
    expect("exhibit" in (await writer.seal(vault.defaultCase, draft(), ACT))).toBe(false);
    await unlock(vault, PASSPHRASE, NOW);
    expect((await (await openReader()).summaries()).summaries).toHaveLength(1);
  });

  test("when the vault is unlocked gets its number at once", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    await unlock(vault, PASSPHRASE, NOW);
    expect(await writer.seal(vault.defaultCase, draft(), ACT)).toMatchObject({ exhibit: 1 });
  });
});

describe("the passphrase", () => {
  test("is the only one that opens, letter by letter, and however its letters were typed", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    for (const wrong of ["", PASSPHRASE.toLowerCase(), `${PASSPHRASE} `, "AGE-SECRET-KEY"]) {
      await expect(unlock(vault, wrong, NOW)).rejects.toMatchObject({ code: "wrongPassphrase" });
    }
    await expectLockedState(true);
    await unlock(vault, PASSPHRASE.normalize("NFD"), NOW);
    await expectLockedState(false);
  }, 30_000);

  test("is not changed without the one so far, and the one before no longer opens", async () => {
    await seal(vault);
    await changePassphrase(vault, null, PASSPHRASE);
    await expect(changePassphrase(vault, null, "another one")).rejects.toMatchObject({ code: "wrongPassphrase" });
    await expect(changePassphrase(vault, "not it", "another one")).rejects.toMatchObject({ code: "wrongPassphrase" });
    await changePassphrase(vault, PASSPHRASE, "another one");
    await lock();
    await expect(unlock(vault, PASSPHRASE, NOW)).rejects.toMatchObject({ code: "wrongPassphrase" });
    await unlock(vault, "another one", NOW);
    expect((await (await openReader()).summaries()).summaries).toHaveLength(1);
  }, 30_000);

  test("leaves no identity in the clear in the store, and none of before opens what is saved since", async () => {
    const identity = await openIdentityOf(vault);
    await changePassphrase(vault, null, PASSPHRASE);
    await seal(vault);
    const dump = await rawDump(vault);
    for (const text of ["AGE-SECRET-KEY", PASSPHRASE]) {
      expect(dump.filter(({ bytes }) => bytes.includes(Buffer.from(text)))).toEqual([]);
    }
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["notes"]);
    await lock();
    await expect(unlock(vault, identity, NOW)).rejects.toMatchObject({ code: "wrongKey" });
  });

  test("that cannot be stored leaves the one so far", async () => {
    await seal(vault);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === "meta") throw new DOMException("no room left", "QuotaExceededError");
      return put.call(this, value, key);
    });
    await expect(changePassphrase(vault, null, PASSPHRASE)).rejects.toMatchObject({ code: "full" });
    vi.restoreAllMocks();
    expect(await lockState(vault.db)).toMatchObject({ hasPassphrase: false, isLocked: false });
    expect((await (await openReader()).summaries()).summaries).toHaveLength(1);
  });
});

describe("the key of the recovery sheet", () => {
  test("opens the vault as it is printed, in any letter case and spacing", async () => {
    await seal(vault);
    await changePassphrase(vault, null, PASSPHRASE);
    const printed = recoveryLines(await recoveryKey(vault, PASSPHRASE));
    expect(printed[0]).toBe("AGE-SECRET-KEY-1");
    expect(
      printed
        .slice(1)
        .join(" ")
        .split(" ")
        .every((group) => group.length <= 4),
    ).toBe(true);
    for (const typed of [printed.join("\n"), printed.join("").toLowerCase(), printed.join(" ").replaceAll(" ", "-")]) {
      await lock();
      await unlock(vault, typed, NOW);
      await expectLockedState(false);
    }
    await changePassphrase(vault, printed.join(" "), "another one");
    await lock();
    await expect(unlock(vault, printed.join(" "), NOW)).rejects.toMatchObject({ code: "wrongKey" });
  });

  test("is refused with one letter wrong, and as the mistake it is", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    const key = await recoveryKey(vault, PASSPHRASE);
    await lock();
    for (let at = "AGE-SECRET-KEY-1".length; at < key.length; at += 1) {
      const typed = `${key.slice(0, at)}${key[at] === "Q" ? "P" : "Q"}${key.slice(at + 1)}`;
      await expect(unlock(vault, typed, NOW)).rejects.toMatchObject({ code: "mistypedKey" });
    }
  });

  test("is shown only to who knows the passphrase", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await expect(recoveryKey(vault, "")).rejects.toMatchObject({ code: "wrongPassphrase" });
  });
});

describe("lying unused", () => {
  test("locks after five minutes, or as many as were set; a use puts it off", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000_000_000 });
    await changePassphrase(vault, null, PASSPHRASE);
    vi.setSystemTime(Date.now() + 4 * 60_000);
    await noteUse(vault);
    vi.setSystemTime(Date.now() + 4 * 60_000);
    await expectLockedState(false);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    await expectLockedState(true);
    await noteUse(vault);
    await expectLockedState(true);
    await setInMeta(vault.db, { idleMinutes: 30 });
    await unlock(vault, PASSPHRASE, NOW);
    vi.setSystemTime(Date.now() + 29 * 60_000);
    await expectLockedState(false);
  });
});

async function expectLockedState(isLocked: boolean): Promise<void> {
  expect((await lockState(vault.db)).isLocked).toBe(isLocked);
}

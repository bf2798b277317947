import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import { VaultError } from "@/src/model/errors";
import type { UtcInstant } from "@/src/model/instant";
import { addCorrection } from "@/src/vault/corrections";
import { deleteExhibit } from "@/src/vault/delete";
import * as drafts from "@/src/vault/drafts";
import { checkFixity } from "@/src/vault/fixity";
import { changePassphrase, lock, lockState } from "@/src/vault/lock";
import { type OpenVault, openReader, openVault } from "@/src/vault/open";
import { ExhibitWriter } from "@/src/vault/seal";
import { finishWipe, wipe } from "@/src/vault/wipe";
import { failWrites, HOW_WRITES_FAIL } from "@/tests/support/failing-store";
import { browser, fake } from "@/tests/support/fake-browser";
import { ACT, draft, newVault, rawDump, reopen, rowCounts, seal, writeFiles } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one

const PASSPHRASE = "Grünkohl mit Pinkel, 1978";

let vault: OpenVault;
beforeEach(async () => {
  vi.restoreAllMocks();
  vault = await newVault();
});

const listed = async () => (await (await openReader()).summaries()).summaries.map(({ exhibit }) => exhibit);

describe("deleting one item", () => {
  test("destroys its key, removes every row of it, and leaves the others whole", async () => {
    const [, gone] = [await seal(vault), await seal(vault), await seal(vault)];
    const before = await rowCounts(vault);
    await addCorrection(vault, { item: gone.id, fact: "handle", value: "made.up.2" }, ACT);
    await deleteExhibit(vault, gone.id, ACT);
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 2, chunks: (before.chunks! / 3) * 2, drafts: 0 });
    for (const { store, bytes } of await rawDump(vault)) expect(bytes.includes(gone.id), store).toBe(false);
    await expect((await openReader()).record(gone.id)).rejects.toMatchObject({ code: "notFound" });
    expect(await listed()).toEqual([3, 1]);
    expect(await checkFixity(await openReader())).toMatchObject({ findings: [], isComplete: true });
  });

  test("is written into the log, and its number is given to no other, also after a restart", async () => {
    const gone = await seal(vault);
    await deleteExhibit(vault, gone.id, ACT);
    const log = await (await openReader()).custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true, lastSeq: 1 });
    expect(log.at(-1)).toMatchObject({ event: "delete", item: gone.id, detail: { exhibit: 1 } });
    vault = await reopen(vault, "new session");
    expect((await seal(vault)).exhibit).toBe(2);
    expect(await listed()).toEqual([2]);
  });

  test("that was cut off after the key was destroyed is finished at the next start", async () => {
    const kept = await seal(vault);
    const gone = await seal(vault);
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === "chunks") throw new DOMException("the browser ends", "UnknownError");
      return Reflect.apply(remove, this, [key]);
    });
    await deleteExhibit(vault, gone.id, ACT);
    vi.restoreAllMocks();
    expect(await listed()).toEqual([1]);
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 1, drafts: 1, chunks: 8 });
    vault = await reopen(vault, "new session");
    await drafts.sweepDrafts(vault);
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 1, drafts: 0, chunks: 4 });
    await (await openReader()).record(kept.id);
  });

  test.each(HOW_WRITES_FAIL)("that cannot be written down deletes nothing (%s)", async (how) => {
    const record = await seal(vault);
    failWrites("custody", how);
    await expect(deleteExhibit(vault, record.id, ACT)).rejects.toBeInstanceOf(VaultError);
    vi.restoreAllMocks();
    expect(await (await openReader()).record(record.id)).toEqual(record);
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 1, drafts: 0, chunks: 4, custody: 1 });
  });

  test("is refused while locked, and for what is not in the list", async () => {
    const record = await seal(vault);
    const writing = await ExhibitWriter.begin(vault);
    await expect(deleteExhibit(vault, writing.id, ACT)).rejects.toMatchObject({ code: "notFound" });
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    await expect(deleteExhibit(vault, record.id, ACT)).rejects.toMatchObject({ code: "locked" });
  });
});

const remove = IDBObjectStore.prototype.delete;

describe("deleting everything", () => {
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

  test.each(["no passphrase", "unlocked", "locked"])(
    "leaves nothing, and a new vault after it is empty (%s)",
    async (how) => {
      await seal(vault);
      if (how !== "no passphrase") await changePassphrase(vault, null, PASSPHRASE);
      if (how === "locked") await lock();
      await fake.local.set({ screens: 30 });
      const { recipient, defaultCase } = (await vault.db.get("meta", "vault"))!;
      vault.db.close();
      await wipe();
      expect(await databases()).toEqual([]);
      expect([fake.session.stored, fake.local.stored]).toEqual([{}, {}]);

      vault = await openVault();
      expect(await lockState(vault.db)).toMatchObject({ hasPassphrase: false, isLocked: false });
      const fresh = (await vault.db.get("meta", "vault"))!;
      expect([fresh.recipient, fresh.defaultCase]).not.toContain(recipient);
      expect(fresh.defaultCase).not.toBe(defaultCase);
      expect(await listed()).toEqual([]);
      expect((await seal(vault)).exhibit).toBe(1);
    },
  );

  test("gives back what the user allowed later, and says so in no file", async () => {
    fake.given = { permissions: ["pageCapture"], origins: ["https://freetsa.org/*"] };
    await wipe();
    expect(fake.given).toEqual({ permissions: [], origins: [] });
    expect(fake.local.stored).toEqual({});
  });

  test("is not held up by a browser that keeps a permission", async () => {
    fake.given = { permissions: ["pageCapture"], origins: [] };
    vi.spyOn(browser.permissions, "remove").mockRejectedValue(new Error("not now"));
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await wipe();
    expect(await databases()).toEqual([]);
  });

  test("does not wait for another page that has the notes open, nor for a capture that goes on", async () => {
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    await openReader();
    await wipe();
    await expect(writer.seal(vault.defaultCase, draft(), ACT)).rejects.toThrow();
    vault = await openVault();
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 0, drafts: 0, chunks: 0, dataKeys: 0 });
  });

  test("that was cut off is finished at the next start, and otherwise a start deletes nothing", async () => {
    await seal(vault);
    vi.spyOn(IDBFactory.prototype, "deleteDatabase").mockImplementation(() => {
      throw new DOMException("the browser ends", "UnknownError");
    });
    await expect(wipe()).rejects.toMatchObject({ code: "cannotOpen" });
    vi.restoreAllMocks();
    await finishWipe();
    expect(await databases()).toEqual([]);

    vault = await openVault();
    await seal(vault);
    await finishWipe();
    expect(await listed()).toEqual([1]);
  });
});

test("the act of deleting carries the time it was given", async () => {
  const utc = "2026-12-01T00:00:00.000Z" as UtcInstant;
  const { id } = await seal(vault);
  await deleteExhibit(vault, id, { ...ACT, utc });
  expect((await (await openReader()).custody(vault.defaultCase)).at(-1)?.utc).toBe(utc);
});

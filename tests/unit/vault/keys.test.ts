import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { KeyRing } from "@/src/vault/data-keys";
import { openDatabase } from "@/src/vault/database";
import { type OpenVault, openReader, openVault } from "@/src/vault/open";
import { setPassphrase } from "@/src/vault/passphrase";
import { SCHEMA_VERSION } from "@/src/vault/schema";
import { fake } from "@/tests/support/fake-browser";
import { CONTENTS, newProfile, openIdentityOf, readAll, reopen, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

beforeEach(newProfile);
afterEach(() => vi.restoreAllMocks());

const isReadable = async (vault: OpenVault, path = "derived/stitched.png") => {
  const reader = await openReader();
  const { summaries } = await reader.summaries();
  for (const { id } of summaries) {
    await reader.record(id);
    expect(await readAll(await reader.file(id, path))).toEqual(CONTENTS[path]);
  }
  await reader.custody(vault.defaultCase);
  return summaries.length;
};

describe("the session's key", () => {
  test("is kept while the browser runs, however often the background is stopped", async () => {
    let vault = await openVault();
    const { id } = await vault.access.dataKey();
    for (let n = 0; n < 3; n += 1) vault = await reopen(vault, "same session");
    expect((await vault.access.dataKey()).id).toBe(id);
    expect(await vault.db.count("dataKeys")).toBe(1);
    await seal(vault);
    expect(await isReadable(vault)).toBe(1);
  });

  test("is another one after the browser was closed, and what the old ones sealed is still readable", async () => {
    let vault = await openVault();
    const ids = new Set<string>();
    for (let session = 0; session < 3; session += 1) {
      await seal(vault);
      ids.add((await vault.access.dataKey()).id);
      vault = await reopen(vault, "new session");
    }
    expect((await seal(vault)).exhibit).toBe(4);
    expect(ids.add((await vault.access.dataKey()).id).size).toBe(4);
    expect(await isReadable(vault)).toBe(4);
  });

  test("is made anew where the store does not know the one in memory", async () => {
    const vault = await openVault();
    const { id } = await vault.access.dataKey();
    await vault.db.clear("dataKeys");
    const again = await reopen(vault, "same session");
    expect((await again.access.dataKey()).id).not.toBe(id);
    await seal(again);
    expect(await isReadable(again)).toBe(1);
  });

  test("is in no reader's hands to make", async () => {
    await openReader();
    expect(fake.session.stored).toEqual({});
  });

  test("cannot be taken out of the key object", async () => {
    const { key } = await (await openVault()).access.dataKey();
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });

  test("may be asked for again after the store failed once", async () => {
    const vault = await openVault();
    await seal(vault);
    const keys = new KeyRing(vault.db, await openIdentityOf(vault));
    const { id } = await vault.access.dataKey();
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementationOnce(() => {
      throw new DOMException("disk trouble", "UnknownError");
    });
    await expect(keys.get(id)).rejects.toThrow();
    expect((await keys.get(id)).id).toBe(id);
  });
});

describe("opening", () => {
  test("twice at once makes one vault", async () => {
    const [one, other] = await Promise.all([openVault(), openVault(), openReader(), openReader()]);
    expect(one.defaultCase).toBe(other.defaultCase);
    const sealed = [await seal(one), await seal(other), ...(await Promise.all([seal(one), seal(other)]))];
    expect(sealed.map(({ exhibit }) => exhibit).sort()).toEqual([1, 2, 3, 4]);
    expect(await isReadable(one)).toBe(4);
    expect(await isReadable(other)).toBe(4);
    expect(await one.db.count("meta")).toBe(1);
  });

  test("a store of a later release says so, and leaves it alone", async () => {
    const vault = await openVault();
    await seal(vault);
    vault.db.close();
    await later();
    await expect(openVault()).rejects.toMatchObject({ code: "newerVersion" });
    await expect(openReader()).rejects.toMatchObject({ code: "newerVersion" });
  });

  test("any other refusal is “cannotOpen”", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no storage in this window", "InvalidStateError");
    });
    await expect(openDatabase()).rejects.toMatchObject({ code: "cannotOpen" });
  });

  test("does not stand in the way of a later release", async () => {
    const vault = await openVault();
    await later();
    expect(() => vault.db.transaction("meta")).toThrow();
  });

  /** The store as a later release would have it. */
  function later(): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open("notes", SCHEMA_VERSION + 1);
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("blocked"));
    });
  }
});

test("a passphrase is worth 2^17 rounds of scrypt, and age itself opens what it seals", async (context) => {
  const vault = await openVault();
  const identity = await setPassphrase(vault.db, null, "made up for this");
  const { identity: kept } = (await vault.db.get("meta", "vault"))!;
  const sealed = kept.kind === "passphrase" ? kept.sealed : new Uint8Array();
  expect(new TextDecoder().decode(sealed)).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 17\n/);
  if (spawnSync("age", ["--version"]).error) return context.skip("age is not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "notes-age-"));
  try {
    writeFileSync(join(folder, "identity.age"), sealed);
    // age asks for a passphrase at a terminal only; `script` is one.
    const asked = spawnSync("script", ["-qec", `age -d ${join(folder, "identity.age")}`, "/dev/null"], {
      input: "made up for this\n",
      encoding: "utf8",
    });
    expect(asked.stdout).toContain(identity);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("age itself opens a stored data key with the stored identity", async (context) => {
  if (spawnSync("age", ["--version"]).error)
    return context.skip("age is not on this machine (Debian: apt install age)");
  const vault = await openVault();
  const meta = (await vault.db.get("meta", "vault"))!;
  await vault.access.dataKey();
  const [row] = await vault.db.getAll("dataKeys");
  const folder = mkdtempSync(join(tmpdir(), "notes-age-"));
  try {
    writeFileSync(join(folder, "identity.txt"), await openIdentityOf(vault), { mode: 0o600 });
    writeFileSync(join(folder, "key.age"), row!.sealed);
    const raw = execFileSync("age", ["-d", "-i", join(folder, "identity.txt"), join(folder, "key.age")]);
    expect([...raw]).toEqual((fake.session.stored["dataKey"] as { raw: number[] }).raw);
    expect(raw.length).toBe(32);
    const recipient = execFileSync("age-keygen", ["-y", join(folder, "identity.txt")], { encoding: "utf8" });
    expect(recipient.trim()).toBe(meta.recipient);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

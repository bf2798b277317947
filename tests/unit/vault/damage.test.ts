import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import { Access } from "@/src/vault/access";
import { custodyBinding, openCase, readCase } from "@/src/vault/cases";
import { readStored } from "@/src/vault/chunks";
import { decrypt, openRow, openRowKey } from "@/src/vault/cipher";
import { KeyRing, openWith } from "@/src/vault/data-keys";
import { openPart } from "@/src/vault/lists";
import { lock } from "@/src/vault/lock";
import type { OpenVault } from "@/src/vault/open";
import { setPassphrase } from "@/src/vault/passphrase";
import { openPending } from "@/src/vault/pending";
import { IdbReader } from "@/src/vault/reader";
import { openExhibitKey, openFiles, openRecord } from "@/src/vault/rows";
import type { Db, Sealed, VaultDb } from "@/src/vault/schema";
import { appendAct, ExhibitWriter } from "@/src/vault/seal";
import { keepIdentity } from "@/src/vault/session-keys";
import { ACT, aboutOf, CONTENTS, draft, newVault, readAll, reopen, seal, writeFiles } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one

const STORES = ["dataKeys", "cases", "exhibits", "chunks", "custody", "lists", "pending"] as const;
const OTHER_CASE = "6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10" as CaseId;
const check = { ...ACT, event: "check", item: null, digest: null, detail: {} } as const;

let vault: OpenVault;
let identity: string;

/** Three exhibits, two cases, two browser sessions, a passphrase, and two exhibits that were saved while locked. */
beforeAll(async () => {
  vault = await newVault();
  await seal(vault);
  vault = await reopen(vault, "new session");
  await seal(vault);
  await seal(vault, { contents: { "a.png": "one chunk", "b.txt": "another" } });
  await appendAct(vault, vault.defaultCase, check);
  await appendAct(vault, OTHER_CASE, check);
  await appendAct(vault, OTHER_CASE, check);
  identity = await setPassphrase(vault.db, null, "a made-up passphrase");
  await waiting(vault, { "a.png": "saved while locked" });
  await waiting(vault);
  await keepIdentity(identity);
});

/** An exhibit that waits for its number. */
async function waiting(vault: OpenVault, contents = CONTENTS): Promise<void> {
  await lock();
  const writer = await ExhibitWriter.begin(vault);
  await writeFiles(writer, contents);
  await writer.seal(vault.defaultCase, draft(), ACT);
}

/** Reads all there is, with keys opened anew. */
async function readEverything(): Promise<void> {
  const access = new Access(vault.db);
  const keys = await access.keys();
  const reader = new IdbReader(vault.db, access);
  const { summaries, damaged } = await reader.summaries();
  if (damaged.length > 0) throw new VaultError("damaged"); // the list says so in its own way
  for (const row of await vault.db.getAll("lists")) {
    // The list is made anew from the records where it is damaged, so that has to be looked for.
    const { lists } = await readCase(vault.db, keys, row.case);
    await openPart(keys, row, lists![row.part]!);
  }
  for (const row of await vault.db.getAll("pending")) {
    const { owner, stored } = await openPending(keys, row);
    for (const [n, file] of stored.entries()) await readAll(readStored(vault.db, owner.key, owner.id, n, file));
  }
  for (const { id } of summaries) {
    const { files } = await reader.record(id);
    for (const { path } of files) await readAll(await reader.file(id, path));
  }
  for (const id of [vault.defaultCase, OTHER_CASE]) {
    await reader.custody(id);
    await readCase(vault.db, keys, id);
  }
}

type Row = Parameters<Db["put"]>[1];
/** One run of bytes in one row: where it stands and how it is reached in that row. */
interface Spot {
  store: (typeof STORES)[number];
  row: number;
  path: string[];
}

async function allSpots(): Promise<Spot[]> {
  const spots: Spot[] = [];
  const walk = (value: unknown, store: Spot["store"], row: number, path: string[]): void => {
    if (value instanceof Uint8Array) spots.push({ store, row, path });
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, store, row, [...path, key]);
    }
  };
  for (const store of STORES) for (const [n, row] of (await vault.db.getAll(store)).entries()) walk(row, store, n, []);
  return spots;
}

const rowAt = async ({ store, row }: Spot): Promise<Row> => (await vault.db.getAll(store))[row]! as Row;

function at(row: unknown, path: string[]): Uint8Array<ArrayBuffer> {
  return path.reduce((value, key) => (value as Record<string, unknown>)[key], row) as Uint8Array<ArrayBuffer>;
}

function put(row: unknown, path: string[], value: unknown): void {
  const holder = path.slice(0, -1).reduce((inner, key) => (inner as Record<string, unknown>)[key], row);
  (holder as Record<string, unknown>)[path.at(-1)!] = value;
}

/** Changes rows, reads everything, puts the rows back. @returns What the reading said. */
async function afterChange(store: Spot["store"], changed: Row[], before: Row[]): Promise<unknown> {
  for (const row of changed) await vault.db.put(store, row as never);
  const outcome = await readEverything().then(
    () => "read without complaint",
    (error: unknown) => (error as { code?: unknown }).code ?? error,
  );
  for (const row of before) await vault.db.put(store, row as never);
  return outcome;
}

/** One bit, one byte, or the end. */
function mutated(bytes: Uint8Array<ArrayBuffer>, place: number, by: number): Uint8Array<ArrayBuffer> {
  if (by % 8 === 0) return bytes.slice(0, place % bytes.length);
  const changed = new Uint8Array(bytes);
  changed[place % bytes.length]! ^= by % 2 === 0 ? 1 << (by % 7) : 1 + (by % 255);
  return changed;
}

/** Opens everything in one row, with the true keys. */
async function openAlone(keys: KeyRing, store: Spot["store"], row: Row): Promise<void> {
  const as = <Name extends Spot["store"]>(_name: Name) => row as VaultDb[Name]["value"];
  if (store === "dataKeys") return void (await openWith(identity, as(store).sealed));
  if (store === "cases") return void (await openCase(keys, as(store)));
  if (store === "lists") return void (await openPart(keys, as(store), PART_VERSION));
  if (store === "pending") return void (await openPending(keys, as(store)));
  if (store === "custody") {
    const { case: id, seq, dataKeyId } = as(store);
    return void (await openRow(await keys.get(dataKeyId), custodyBinding(id, seq), as(store)));
  }
  if (store === "exhibits") {
    await openRecord(keys, as(store));
    return void (await openFiles(await openExhibitKey(keys, as(store)), as(store)));
  }
  const { exhibit: id, file, chunk } = as("chunks");
  const owner = (await vault.db.get("exhibits", id)) ?? (await vault.db.getFromIndex("pending", "id", id))!;
  await decrypt(await openExhibitKey(keys, owner), { kind: "chunk", id, version: 1, at: [file, chunk] }, as("chunks"));
}

/** The part was written once for each of the three exhibits. */
const PART_VERSION = 3;

test("what nobody touched reads without complaint", async () => {
  await expect(readEverything()).resolves.toBeUndefined();
  const stores = new Set((await allSpots()).map(({ store }) => store));
  expect([...stores]).toEqual([...STORES]);
});

describe("damaged is what is said of", () => {
  test("one bit flipped, anywhere in any row", async () => {
    const spots = await allSpots();
    const flip = fc.record({ spot: fc.constantFrom(...spots), place: fc.nat(), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(flip, async ({ spot, place, bit }) => {
        const row = await rowAt(spot);
        const changed = structuredClone(row);
        const bytes = at(changed, spot.path);
        bytes[place % bytes.length]! ^= 1 << bit;
        expect(await afterChange(spot.store, [changed], [row])).toBe("damaged");
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test("10,000 rows with a bit, a byte or an end changed, each opened by itself", async () => {
    const spots = await allSpots();
    const rows = new Map<string, Row[]>();
    for (const store of STORES) rows.set(store, (await vault.db.getAll(store)) as Row[]);
    const change = fc.sample(fc.record({ spot: fc.constantFrom(...spots), at: fc.nat(), by: fc.nat() }), 10_000);
    const keys = await new Access(vault.db).keys();
    for (const store of STORES) for (const row of rows.get(store)!) await openAlone(keys, store, row);
    let refused = 0;
    for (const { spot, at: place, by } of change) {
      const row = structuredClone(rows.get(spot.store)![spot.row]!);
      put(row, spot.path, mutated(at(row, spot.path), place, by));
      await openAlone(keys, spot.store, row).catch((error: unknown) => {
        if (error instanceof VaultError && error.code === "damaged") refused += 1;
      });
    }
    expect(refused).toBe(10_000);
  }, 60_000);

  test("every run of bytes, its first and its last bit flipped", async () => {
    for (const spot of await allSpots()) {
      for (const [place, mask] of [
        [0, 128],
        [-1, 1],
      ] as const) {
        const row = await rowAt(spot);
        const changed = structuredClone(row);
        const bytes = at(changed, spot.path);
        bytes[place === 0 ? 0 : bytes.length - 1]! ^= mask;
        expect(await afterChange(spot.store, [changed], [row]), `${spot.store} ${spot.path}`).toBe("damaged");
      }
    }
  });

  test("bytes cut off or put on at the end", async () => {
    for (const spot of await allSpots()) {
      const row = await rowAt(spot);
      const bytes = at(row, spot.path);
      for (const other of [bytes.slice(0, -1), bytes.slice(0, 5), new Uint8Array(0), Uint8Array.of(...bytes, 0)]) {
        const changed = structuredClone(row);
        put(changed, spot.path, other);
        expect(await afterChange(spot.store, [changed], [row]), `${spot.store} ${spot.path}`).toBe("damaged");
      }
    }
  });

  test("two ciphertexts of one store that changed places", async () => {
    const sealed = (await allSpots())
      .filter(({ path }) => path.at(-1) === "bytes")
      .map((spot) => ({ ...spot, path: spot.path.slice(0, -1) }));
    const pairs = STORES.flatMap((store) => {
      const spots = sealed.filter((spot) => spot.store === store);
      return spots.flatMap((one, n) => spots.slice(n + 1).map((other) => ({ store, one, other })));
    });
    expect(pairs.length).toBeGreaterThan(100);
    for (const { store, one, other } of pairs) {
      const before = (await vault.db.getAll(store)) as Row[];
      const changed = structuredClone(before);
      const take = ({ row, path }: Spot): Sealed => {
        const { iv, bytes } = (path.length > 0 ? at(before[row], path) : before[row]) as unknown as Sealed;
        return { iv, bytes };
      };
      const give = ({ row, path }: Spot, value: Sealed) => {
        const place = path.length > 0 ? at(changed[row], path) : changed[row];
        Object.assign(place as object, value);
      };
      give(one, take(other));
      give(other, take(one));
      expect(
        await afterChange(store, changed, before),
        `${store} ${one.row}.${one.path} ${other.row}.${other.path}`,
      ).toBe("damaged");
    }
  }, 30_000);

  test.each([
    ["exhibits", ["id"]],
    ["chunks", ["exhibit", "file", "chunk"]],
    ["custody", ["case", "seq"]],
    ["cases", ["id"]],
    ["dataKeys", ["id"]],
    ["pending", ["place", "id"]],
  ] as const)("two whole rows of %s that changed places", async (store, keys) => {
    const rows = (await vault.db.getAll(store)) as unknown as Record<string, unknown>[];
    for (const [n, one] of rows.entries()) {
      for (const other of rows.slice(n + 1)) {
        const keyOf = (row: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, row[key]]));
        const changed = [
          { ...one, ...keyOf(other) },
          { ...other, ...keyOf(one) },
        ];
        expect(await afterChange(store, changed as Row[], [one, other] as Row[])).toBe("damaged");
      }
    }
  });

  test("a row that names another session's key, or one that never was", async () => {
    const [mine, other] = (await vault.db.getAllKeys("dataKeys")) as [string, string];
    for (const store of ["exhibits", "custody", "cases", "lists", "pending"] as const) {
      for (const row of await vault.db.getAll(store)) {
        for (const dataKeyId of [row.dataKeyId === mine ? other : mine, crypto.randomUUID()]) {
          expect(await afterChange(store, [{ ...row, dataKeyId } as Row], [row as Row])).toBe("damaged");
        }
      }
    }
  });

  test.each(["chunks", "dataKeys"] as const)("a row of %s that is gone", async (store) => {
    for (const key of await vault.db.getAllKeys(store)) {
      const row = (await vault.db.get(store, key as never))!;
      await vault.db.delete(store, key as never);
      expect(await afterChange(store, [], [row as Row])).toBe("damaged");
    }
  });

  test("an identity that is not this vault's, or none at all", async () => {
    for (const wrong of ["", `${identity.slice(0, -1)}${identity.endsWith("Q") ? "P" : "Q"}`]) {
      const [id] = await vault.db.getAllKeys("dataKeys");
      await expect(new KeyRing(vault.db, wrong).get(id!)).rejects.toMatchObject({ code: "damaged" });
    }
  });
});

test("two chunks of one file that changed places are damaged", async () => {
  const writer = await ExhibitWriter.begin(vault);
  const file = writer.file(aboutOf("long.png"));
  for (const fill of [1, 2]) await file.write(new Uint8Array(1 << 20).fill(fill));
  await file.close();
  const { id } = await writer.seal(vault.defaultCase, draft(), ACT);
  const chunkAt = async (place: number) => (await vault.db.get("chunks", [id, 0, place]))!;
  // 0 is the head, which is empty here.
  for (const [first, second] of [
    [1, 2],
    [0, 1],
  ] as const) {
    const [one, other] = [await chunkAt(first), await chunkAt(second)];
    const changed = [
      { ...one, chunk: second },
      { ...other, chunk: first },
    ];
    expect(await afterChange("chunks", changed as Row[], [one, other] as Row[])).toBe("damaged");
  }
});

test("no row's key opens another row", async () => {
  const keys = new KeyRing(vault.db, identity);
  const rows = await vault.db.getAll("exhibits");
  for (const { id, dataKeyId, key } of rows) {
    const rowKey = await openRowKey(await keys.get(dataKeyId), id, 1, key);
    for (const other of rows) {
      const opened = decrypt(rowKey, { kind: "record", id: other.id, version: 1 }, other.value);
      if (other.id === id) await opened;
      else await expect(opened).rejects.toMatchObject({ code: "damaged" });
    }
  }
});

test("a case row put back to an older state cannot make a number or a place in the log be used twice", async () => {
  const older = (await vault.db.get("cases", vault.defaultCase))!;
  const { exhibit } = await seal(vault);
  const newer = (await vault.db.get("cases", vault.defaultCase))!;
  await vault.db.put("cases", older);
  const places = await vault.db.count("custody");
  await appendAct(vault, vault.defaultCase, check);
  expect(await vault.db.count("custody")).toBe(places + 2); // that it is damaged, and the act
  await vault.db.put("cases", newer);
  const next = await seal(vault);
  expect([next.caseId === vault.defaultCase, next.exhibit]).not.toEqual([true, exhibit]);
});

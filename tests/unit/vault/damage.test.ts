import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import { readCase } from "@/src/vault/cases";
import { decrypt, openRowKey } from "@/src/vault/cipher";
import { KeyRing } from "@/src/vault/keys";
import { type OpenVault, openVault } from "@/src/vault/open";
import { IdbReader } from "@/src/vault/reader";
import type { Db, Sealed } from "@/src/vault/schema";
import { appendAct, ExhibitWriter } from "@/src/vault/seal";
import { ACT, aboutOf, draft, newProfile, readAll, reopen, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const STORES = ["dataKeys", "cases", "exhibits", "chunks", "custody"] as const;
const OTHER_CASE = "6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10" as CaseId;
const check = { ...ACT, event: "check", item: null, digest: null, detail: {} } as const;

let vault: OpenVault;
let identity: string;

/** Three exhibits, two cases, two browser sessions. */
beforeAll(async () => {
  newProfile();
  vault = await openVault();
  await seal(vault);
  vault = await reopen(vault, "new session");
  await seal(vault);
  await seal(vault, { contents: { "a.png": "one chunk", "b.txt": "another" } });
  await appendAct(vault, vault.defaultCase, check);
  await appendAct(vault, OTHER_CASE, check);
  await appendAct(vault, OTHER_CASE, check);
  identity = (await vault.db.get("meta", "vault"))!.identity.identity;
});

/** Reads all there is, with keys opened anew. */
async function readEverything(): Promise<void> {
  const keys = new KeyRing(vault.db, identity);
  const reader = new IdbReader(vault.db, keys);
  const { summaries, damaged } = await reader.summaries();
  if (damaged.length > 0) throw new VaultError("damaged"); // the list says so in its own way
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
      { numRuns: 300 },
    );
  });

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
    for (const store of ["exhibits", "custody", "cases"] as const) {
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
  await expect(seal(vault)).rejects.toMatchObject({ code: "cannotOpen" });
  await vault.db.put("cases", newer);
  expect((await seal(vault)).exhibit).toBe(exhibit + 1);
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import { digestsOf } from "@/src/model/digest";
import { sweepDrafts } from "@/src/vault/drafts";
import { type OpenVault, openReader } from "@/src/vault/open";
import { appendAct, ExhibitWriter } from "@/src/vault/seal";
import { failWrites, HOW_WRITES_FAIL } from "@/tests/support/failing-store";
import {
  ACT,
  aboutOf,
  bytesOf,
  draft,
  newVault,
  numbered,
  readAll,
  reopen,
  rowCounts,
  seal,
  writeFiles,
} from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});
afterEach(() => vi.restoreAllMocks());

/** Each file lies as its head and the rest. */
const CHUNKS = 4;
const NOTHING_NEW = { exhibits: 1, custody: 1, drafts: 0, chunks: CHUNKS };

/** As the background does it: what fails is abandoned. */
async function sealOrAbandon(prepare: () => void = () => {}): Promise<unknown> {
  const writer = await ExhibitWriter.begin(vault);
  try {
    await writeFiles(writer);
    prepare();
    return await writer.seal(vault.defaultCase, draft(), ACT);
  } catch (error) {
    vi.restoreAllMocks();
    await writer.abandon();
    throw error;
  }
}

describe.each(["exhibits", "custody", "lists", "cases"])("when there is no room for the row in %s", (store) => {
  test.each(HOW_WRITES_FAIL)("nothing is kept, no number is used, and it says “full” (%s)", async (how) => {
    await seal(vault);
    const failed = sealOrAbandon(() => failWrites(store, how));
    await expect(failed).rejects.toMatchObject({ code: "full" });
    expect(await rowCounts(vault)).toMatchObject(NOTHING_NEW);

    expect((await seal(vault)).exhibit).toBe(2);
    const log = await (await openReader()).custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true, lastSeq: 1 });
  });
});

describe("when there is no room for the bytes", () => {
  test.each(HOW_WRITES_FAIL)("of a picture, it says “full” and nothing is kept (%s)", async (how) => {
    await seal(vault);
    const writer = await ExhibitWriter.begin(vault);
    failWrites("chunks", how, 1);
    const file = writer.file(aboutOf("a.png"));
    await file.write(new Uint8Array(1 << 20));
    await expect(file.write(new Uint8Array(1 << 20))).rejects.toMatchObject({ code: "full" });
    vi.restoreAllMocks();
    await writer.abandon();
    expect(await rowCounts(vault)).toMatchObject(NOTHING_NEW);
  });

  test("of a text, it says “full” whether that shows while writing or at the end", async () => {
    const noise = () => crypto.getRandomValues(new Uint8Array(1 << 16));
    for (const pieces of [1, 200]) {
      const writer = await ExhibitWriter.begin(vault);
      failWrites("chunks", "the call throws");
      const file = writer.file(aboutOf("a.txt"));
      const written = (async () => {
        for (let n = 0; n < pieces; n += 1) await file.write(noise());
        await file.close();
      })();
      await expect(written).rejects.toMatchObject({ code: "full" });
      vi.restoreAllMocks();
      await writer.abandon();
    }
    expect(await rowCounts(vault)).toMatchObject({ chunks: 0, drafts: 0 });
  });

  test("of a draft, it says “full” at once", async () => {
    failWrites("drafts", "the transaction is aborted and its requests end with AbortError");
    await expect(ExhibitWriter.begin(vault)).rejects.toMatchObject({ code: "full" });
  });
});

test("an act that cannot be written leaves the log as it was, and the next act takes its place", async () => {
  const act = { ...ACT, event: "check", item: null, digest: null, detail: {} } as const;
  for (const store of ["custody", "cases"]) {
    for (const how of HOW_WRITES_FAIL) {
      failWrites(store, how);
      await expect(appendAct(vault, vault.defaultCase, act)).rejects.toMatchObject({ code: "full" });
      vi.restoreAllMocks();
    }
  }
  expect(await rowCounts(vault)).toMatchObject({ custody: 0, cases: 0 });
  expect(await appendAct(vault, vault.defaultCase, act)).toMatchObject({ seq: 0 });
});

test("a refusal of another kind is not called “full”", async () => {
  vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
    throw new DOMException("disk trouble", "UnknownError");
  });
  await expect(ExhibitWriter.begin(vault)).rejects.toMatchObject({ code: "cannotOpen" });
});

describe("abandoning", () => {
  test("leaves no byte behind", async () => {
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    expect(await rowCounts(vault)).toMatchObject({ drafts: 1, chunks: CHUNKS });
    await writer.abandon();
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, chunks: 0, exhibits: 0, custody: 0, cases: 0 });
  });

  test("leaves no byte behind that was still on its way", async () => {
    const writer = await ExhibitWriter.begin(vault);
    const file = writer.file(aboutOf("a.png"));
    const onItsWay = file.write(new Uint8Array(3 << 20));
    await writer.abandon();
    await expect(onItsWay).rejects.toMatchObject({ code: "notFound" });
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, chunks: 0 });
  });

  test("touches no other exhibit, sealed or not", async () => {
    const record = await seal(vault);
    const other = await ExhibitWriter.begin(vault);
    await writeFiles(other);
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    await writer.abandon();
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 1, drafts: 1, chunks: 2 * CHUNKS });
    await readAll(await (await openReader()).file(record.id, "derived/stitched.png"));
    expect(numbered(await other.seal(vault.defaultCase, draft(), ACT)).exhibit).toBe(2);
  });

  test("after the seal takes nothing away", async () => {
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    const record = await writer.seal(vault.defaultCase, draft(), ACT);
    await writer.abandon();
    const read = await readAll(await (await openReader()).file(record.id, "derived/stitched.png"));
    expect(read.length).toBe(300);
  });
});

describe("after the seal", () => {
  test("no byte can be added", async () => {
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    await writer.seal(vault.defaultCase, draft(), ACT);
    const late = writer.file(aboutOf("late.png"));
    await expect(late.write(new Uint8Array(1 << 20))).rejects.toMatchObject({ code: "notFound" });
    expect(await vault.db.count("chunks")).toBe(CHUNKS);
  });

  test("an exhibit cannot be sealed once more", async () => {
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    const record = await writer.seal(vault.defaultCase, draft(), ACT);
    await expect(writer.seal(vault.defaultCase, draft(), ACT)).rejects.toMatchObject({ code: "cannotOpen" });
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 1, custody: 1 });
    expect(await (await openReader()).record(record.id)).toEqual(record);
  });
});

test("drafts that a stopped background left behind are swept with their bytes, and nothing else is", async () => {
  const record = await seal(vault);
  for (let n = 0; n < 3; n += 1) await writeFiles(await ExhibitWriter.begin(vault));
  vault = await reopen(vault, "same session");
  expect(await sweepDrafts(vault)).toHaveLength(3);
  expect(await rowCounts(vault)).toMatchObject(NOTHING_NEW);
  expect((await readAll(await (await openReader()).file(record.id, "derived/stitched.png"))).length).toBe(300);
  expect(await sweepDrafts(vault)).toHaveLength(0);
});

describe("bytes that do not read back as they were given", () => {
  test.each(["a.png", "a.txt"])("are damaged, and nothing is sealed (%s)", async (path) => {
    const writer = await ExhibitWriter.begin(vault);
    const file = writer.file(aboutOf(path));
    const write = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore, value, key) {
      // The disk keeps another byte than it was given.
      if (this.name === "chunks") value.bytes[5] ^= 1;
      return write.call(this, value, key);
    });
    await file.write(bytesOf("evidence ".repeat(100)));
    await expect(file.close()).rejects.toMatchObject({ code: "damaged" });
    await expect(writer.seal(vault.defaultCase, draft(), ACT)).rejects.toThrow();
    await writer.abandon();
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 0, custody: 0, chunks: 0, drafts: 0 });
  });

  test("are not those that whoever gave them put in their place afterwards", async () => {
    const writer = await ExhibitWriter.begin(vault);
    const file = writer.file(aboutOf("a.png"));
    const piece = bytesOf("evidence");
    await file.write(piece);
    piece[0] = 0;
    expect(await file.close()).toMatchObject(await digestsOf(bytesOf("evidence")));
  });

  test("are damaged where a chunk is gone", async () => {
    const writer = await ExhibitWriter.begin(vault);
    const file = writer.file(aboutOf("a.png"));
    await file.write(new Uint8Array(1 << 20));
    await file.write(new Uint8Array(1 << 20));
    await vault.db.delete("chunks", [writer.id, 0, 1]);
    await expect(file.close()).rejects.toMatchObject({ code: "damaged" });
  });
});

describe("a record that does not read back as it was sealed", () => {
  test("is not called saved, also where it is a well-made record of something else", async () => {
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, "decrypt").mockImplementation(async (...given) => {
      const text = new TextDecoder().decode(await decrypt(...given));
      return new TextEncoder().encode(text.replace('"exhibit":1', '"exhibit":2')).buffer;
    });
    await expect(writer.seal(vault.defaultCase, draft(), ACT)).rejects.toMatchObject({ code: "damaged" });
  });

  test.each(["value", "gone"])("is not listed, and is taken back whole (%s)", async (what) => {
    const writer = await ExhibitWriter.begin(vault);
    await writeFiles(writer);
    const get = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
      const request = get.call(this, what === "gone" && this.name === "exhibits" ? "nobody" : key);
      if (this.name === "exhibits" && what === "value") {
        request.addEventListener("success", () => {
          request.result.value.bytes[0] ^= 1;
        });
      }
      return request;
    });
    await expect(writer.seal(vault.defaultCase, draft(), ACT)).rejects.toMatchObject({ code: "damaged" });
    vi.restoreAllMocks();
    expect((await (await openReader()).summaries()).summaries).toEqual([]);
    await writer.abandon();
    expect(await rowCounts(vault)).toMatchObject({ exhibits: 0, chunks: 0, custody: 0, cases: 0, lists: 0 });
    expect((await seal(vault)).exhibit).toBe(1);
  });
});

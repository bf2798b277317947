import { createHash, randomBytes } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import { canonicalJson } from "@/src/model/canonical-json";
import { sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { browserAddress } from "@/src/model/exhibit-kind";
import { summaryOf } from "@/src/vault/lists";
import { type OpenVault, openReader } from "@/src/vault/open";
import { appendAct, ExhibitWriter } from "@/src/vault/seal";
import {
  ACT,
  aboutOf,
  bytesOf,
  CONTENTS,
  type Contents,
  draft,
  newVault,
  numbered,
  readAll,
  seal,
} from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});

async function readBack(record: ExhibitRecord): Promise<Contents> {
  const reader = await openReader();
  const read: Contents = {};
  for (const { path } of record.files) read[path] = new Uint8Array(await readAll(await reader.file(record.id, path)));
  return read;
}

const asBytes = (contents: Contents) =>
  Object.fromEntries(Object.entries(contents).map(([path, content]) => [path, new Uint8Array(bytesOf(content))]));

describe("a sealed exhibit", () => {
  test("reads back byte for byte, with its record, its line in the list and its log", async () => {
    const record = await seal(vault);
    const reader = await openReader();
    expect(await readBack(record)).toEqual(asBytes(CONTENTS));
    expect(await reader.record(record.id)).toEqual(record);
    expect(await reader.summaries()).toEqual({ summaries: [summaryOf(record)], damaged: [], waiting: 0 });
    expect(await reader.custody(vault.defaultCase)).toHaveLength(1);
  });

  test("has in its record all that was drafted, its case, its number and its files in order", async () => {
    const record = await seal(vault);
    expect(record).toMatchObject({ ...draft(), caseId: vault.defaultCase, exhibit: 1 });
    expect(record.files.map(({ path }) => path)).toEqual(Object.keys(CONTENTS));
  });

  test.each([
    ["whose head comes last", "head"],
    ["which is digested while it is stored", ""],
  ])("names the right digests also of a file too long to be held, %s", async (_, head) => {
    const writer = await ExhibitWriter.begin(vault);
    // What is made here gets its first bytes last.
    const file = writer.file({ ...aboutOf("long.png"), role: head === "" ? "original" : "derived" });
    const piece = randomBytes(7 << 20);
    const expected = [createHash("sha256").update(head), createHash("sha512").update(head)] as const;
    for (let n = 0; n < 7; n += 1) {
      await file.write(piece);
      for (const each of expected) each.update(piece);
    }
    const [sha256, sha512] = expected.map((each) => each.digest("hex"));
    const bytes = 7 * piece.length + head.length;
    expect(await file.close(bytesOf(head))).toMatchObject({ bytes, sha256, sha512 });
  });

  test("names sizes and digests that node:crypto finds too", async () => {
    const { files } = await seal(vault);
    for (const file of files) {
      const bytes = bytesOf(CONTENTS[file.path]!);
      expect(file).toEqual({
        ...aboutOf(file.path),
        bytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        sha512: createHash("sha512").update(bytes).digest("hex"),
        complete: true,
      });
    }
  });

  test("shows in the list what its record says", async () => {
    const facts = { ...draft().facts, platform: "x", handle: "kim", postedAtText: "3h" };
    const missing = [{ what: "posted-time", why: "notOnPage" } as const];
    const record = await seal(vault, { record: draft({ facts, missing, page: { title: "T", lang: null } }) });
    expect((await (await openReader()).summaries()).summaries).toEqual([
      {
        id: record.id,
        caseId: vault.defaultCase,
        exhibit: 1,
        capturedUtc: record.captured.endUtc,
        url: browserAddress(record),
        title: "T",
        platform: "x",
        handle: "kim",
        postedAtText: "3h",
        pictures: "as shown",
        missing,
        text: null,
      },
    ]);
  });

  test.each<[string, number[], string]>([
    ["an empty picture", [0], "a.png"],
    ["an empty text", [0], "a.txt"],
    ["one byte", [1], "a.png"],
    ["exactly one chunk", [1 << 20], "a.png"],
    ["a chunk and one byte more", [1 << 20, 1], "a.png"],
    ["a text of many pieces", [70_000, 1, 0, 33_333], "a.txt"],
    ["5 MB in odd pieces", [1, 1_048_575, 3, 0, 1_500_001, 17, 2_400_000, 65_537], "a.png"],
    ["5 MB of text in odd pieces", [7, 2_000_003, 0, 1, 2_999_999], "a.txt"],
  ])("keeps %s", async (_name, sizes, path) => {
    const pieces = sizes.map((size) => new Uint8Array(randomBytes(size)));
    const writer = await ExhibitWriter.begin(vault);
    const file = writer.file(aboutOf(path));
    for (const piece of pieces) await file.write(piece);
    const { bytes, sha256: digest } = await file.close();
    const whole = Buffer.concat(pieces);
    expect({ bytes, digest }).toEqual({
      bytes: whole.length,
      digest: createHash("sha256").update(whole).digest("hex"),
    });

    const record = await writer.seal(vault.defaultCase, draft(), ACT);
    const read = await readAll(await (await openReader()).file(record.id, path));
    expect(Buffer.compare(read, whole)).toBe(0);
  });

  test("has at least one chunk for every file, so that an empty one is vouched for too", async () => {
    await seal(vault, { contents: { "a.png": "" } });
    expect(await vault.db.count("chunks")).toBe(1);
  });

  test("lies gzipped where it is text", async () => {
    await seal(vault, { contents: { "a.txt": "a post ".repeat(20_000) } });
    const [chunk] = await vault.db.getAll("chunks");
    expect(chunk!.bytes.length).toBeLessThan(5000);
  });

  test("is kept whole by a slow disk", async () => {
    const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, "encrypt").mockImplementation(async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return encrypt(...given);
    });
    const noise = new Uint8Array(randomBytes((1 << 20) + 100_000));
    const writer = await ExhibitWriter.begin(vault);
    const file = writer.file(aboutOf("a.txt"));
    for (let at = 0; at < noise.length; at += 1 << 16) await file.write(noise.slice(at, at + (1 << 16)));
    await file.close();
    vi.restoreAllMocks();
    const { id } = await writer.seal(vault.defaultCase, draft(), ACT);
    expect(Buffer.compare(await readAll(await (await openReader()).file(id, "a.txt")), noise)).toBe(0);
  });

  test("keeps files that were written side by side apart", async () => {
    const writer = await ExhibitWriter.begin(vault);
    const [a, b] = [writer.file(aboutOf("a.png")), writer.file(aboutOf("b.txt"))];
    for (let n = 0; n < 50; n += 1) await Promise.all([a.write(bytesOf(`a${n}`)), b.write(bytesOf(`b${n}`))]);
    await b.close();
    await a.close();
    const record = numbered(await writer.seal(vault.defaultCase, draft(), ACT));
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    expect(record.files.map(({ path }) => path)).toEqual(["a.png", "b.txt"]);
    expect(await readBack(record)).toEqual(
      asBytes({ "a.png": numbers.map((n) => `a${n}`).join(""), "b.txt": numbers.map((n) => `b${n}`).join("") }),
    );
  });

  test("is refused while one of its files is still open", async () => {
    const writer = await ExhibitWriter.begin(vault);
    const [, second] = [writer.file(aboutOf("a.png")), writer.file(aboutOf("b.png"))];
    await second.close();
    await expect(writer.seal(vault.defaultCase, draft(), ACT)).rejects.toThrow(/open/);
    expect(await vault.db.count("exhibits")).toBe(0);
  });
});

describe("the log of a case", () => {
  test("begins with the first capture, holds together, and names the digest of each record", async () => {
    const records = [await seal(vault), await seal(vault), await seal(vault)];
    const log = await (await openReader()).custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true, lastSeq: 2 });
    for (const [seq, record] of records.entries()) {
      expect(log[seq]).toMatchObject({
        ...ACT,
        seq,
        event: "capture",
        item: record.id,
        digest: `sha256:${await sha256(canonicalJson(record))}`,
        detail: {
          exhibit: seq + 1,
          method: "photograph",
          tiles: 6,
          widthPx: 1280,
          heightPx: 4000,
          complete: true,
          files: 2,
        },
      });
    }
  });

  test("grows by one entry for an act that makes no exhibit, and replies with the entry as stored", async () => {
    const { id } = await seal(vault);
    const entry = await appendAct(vault, vault.defaultCase, {
      ...ACT,
      event: "reveal",
      item: id,
      digest: null,
      detail: {},
    });
    const log = await (await openReader()).custody(vault.defaultCase);
    expect(log[1]).toEqual(entry);
    expect(await checkLog(log, vault.defaultCase, { lastSeq: 1, headHash: entry.hash })).toMatchObject({ ok: true });
  });

  test("is one log for each case, and empty for a case that nothing was done in", async () => {
    const other = crypto.randomUUID() as CaseId;
    await seal(vault);
    const act = { ...ACT, event: "check", item: null, digest: null, detail: {} } as const;
    await appendAct(vault, other, act);
    const reader = await openReader();
    expect(await checkLog(await reader.custody(other), other)).toMatchObject({ ok: true, lastSeq: 0 });
    expect(await reader.custody(vault.defaultCase)).toHaveLength(1);
    expect(await reader.custody(crypto.randomUUID() as CaseId)).toEqual([]);
  });

  test("takes many acts at once, each in a place of its own", async () => {
    const act = { ...ACT, event: "check", item: null, digest: null, detail: {} } as const;
    await Promise.all(Array.from({ length: 20 }, () => appendAct(vault, vault.defaultCase, act)));
    const log = await (await openReader()).custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true, lastSeq: 19 });
  });
});

describe("exhibit numbers", () => {
  test("go up by one, also when exhibits are sealed at the same time", async () => {
    const records = await Promise.all(Array.from({ length: 12 }, () => seal(vault)));
    const numbers = records.map(({ exhibit }) => exhibit).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    const log = await (await openReader()).custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true, lastSeq: 11 });
  });

  test("are not given to what was abandoned", async () => {
    expect((await seal(vault)).exhibit).toBe(1);
    const writer = await ExhibitWriter.begin(vault);
    await writer.abandon();
    expect((await seal(vault)).exhibit).toBe(2);
  });

  test("are listed newest first", async () => {
    for (let n = 0; n < 4; n += 1) await seal(vault);
    expect((await (await openReader()).summaries()).summaries.map(({ exhibit }) => exhibit)).toEqual([4, 3, 2, 1]);
  });
});

test("what is not there is not found", async () => {
  const record = await seal(vault);
  const reader = await openReader();
  const nobody = crypto.randomUUID() as ExhibitId;
  await expect(reader.record(nobody)).rejects.toMatchObject({ code: "notFound" });
  await expect(reader.file(nobody, "a")).rejects.toMatchObject({ code: "notFound" });
  await expect(reader.file(record.id, "original/none.png")).rejects.toMatchObject({ code: "notFound" });
});

import { beforeEach, describe, expect, test, vi } from "vitest";
import { importWorld } from "@/entrypoints/library/import-files";
import { checkLog } from "@/src/custody/check";
import { sha256 } from "@/src/model/digest";
import type { ImportRecord } from "@/src/model/exhibit";
import { MAX_IMPORT_BYTES } from "@/src/model/from-elsewhere";
import { browser } from "@/src/platform/browser";
import type { ImportRequest } from "@/src/ui/library/importing/run-import";
import { deleteExhibit } from "@/src/vault/delete";
import { sweepDrafts } from "@/src/vault/drafts";
import { checkFixity } from "@/src/vault/fixity";
import { type OpenVault, openReader } from "@/src/vault/open";
import { bytes, CHAT, MAIL, photo } from "@/tests/support/elsewhere";
import { ACT, newVault, rowCounts, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one
vi.mock("@/src/capture/environment", () => ({
  appVersion: () => "0.1.0+0123",
  programEnvironment: async () => ({ browser: "B", os: "O", extVersion: "0", extBuildHash: "0", userAgent: "U" }),
}));

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});

const take = (file: File, some: Partial<ImportRequest> = {}) =>
  importWorld.importFile({ file, how: "chosen", onBytes: () => {}, signal: new AbortController().signal, ...some });
const photoFile = () => new File([photo()], "IMG 1.jpg", { lastModified: Date.UTC(2026, 10, 2, 6, 5, 10) });

/** A file that says it is longer than it is, gives its bytes in pieces, and may fail after them. */
function odd(pieces: Uint8Array<ArrayBuffer>[], size: number, fails = false): File {
  const file = new File(pieces, "a.bin");
  const stream = () =>
    new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece !== undefined) return controller.enqueue(piece);
        return fails ? controller.error(new DOMException("", "NotReadableError")) : controller.close();
      },
    });
  return Object.defineProperties(file, { size: { value: size }, stream: { value: stream } });
}

describe("a file from elsewhere", () => {
  test("comes in byte for byte, with the next number, its own name and dates, and an entry in the log", async () => {
    await seal(vault);
    const told: number[] = [];
    const { id, exhibit } = await take(photoFile(), { how: "dropped", onBytes: (n) => told.push(n) });
    expect(exhibit).toBe(2);
    expect(told.reduce((sum, n) => sum + n, 0)).toBe(photo().length);

    const reader = await openReader();
    const record = (await reader.record(id)) as ImportRecord;
    expect(record).toMatchObject({
      kind: "import",
      imported: {
        file: "original/file.jpg",
        form: "picture",
        name: "IMG 1.jpg",
        modifiedUtc: "2026-11-02T06:05:10.000Z",
        how: "dropped",
      },
      files: [{ role: "original", mime: "image/jpeg", bytes: photo().length, sha256: await sha256(photo()) }],
    });
    expect(await new Response(await reader.file(id, "original/file.jpg")).bytes()).toEqual(photo());

    const log = await reader.custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true });
    expect(log.at(-1)).toMatchObject({
      event: "import",
      item: id,
      detail: { about: "file", exhibit: 2, form: "picture" },
    });
    expect(JSON.stringify(log)).not.toContain("IMG");
    expect(await checkFixity(reader)).toMatchObject({ findings: [] });
  });

  test("is found in the list by its name and its words, as something that was imported", async () => {
    await take(new File([MAIL], "mail.eml"));
    const [item] = (await (await openReader()).summaries()).summaries;
    expect(item).toMatchObject({ platform: "imported", title: "mail.eml", url: "", handle: null });
    expect(item?.text).toContain("The words of the mail.");
  });

  test("keeps its number when it is deleted, also where the case's own row has to be made anew", async () => {
    const { id } = await take(new File([CHAT], "chat.txt"));
    await deleteExhibit(vault, id, ACT);
    expect(await take(photoFile())).toMatchObject({ exhibit: 2 });
  });
});

test("the background is told of each file that came in, so that it is time-stamped, and of none that did not", async () => {
  const told = vi.spyOn(browser.runtime, "sendMessage");
  const { id } = await take(photoFile());
  await expect(take(new File([], "a.jpg"))).rejects.toMatchObject({ code: "empty" });
  expect(told.mock.calls).toEqual([[{ name: "exhibit.saved", request: { item: id } }]]);
  told.mockRestore();
});

describe("nothing of a file comes in, and nothing else is touched,", () => {
  const EMPTY = { exhibits: 0, drafts: 0, chunks: 0, custody: 0 };

  test.each<[string, () => File, string]>([
    ["where there is nothing in it", () => new File([], "a.jpg"), "empty"],
    ["where it is larger than can be kept", () => odd([], MAX_IMPORT_BYTES + 1), "tooLarge"],
    ["where it ends before its end", () => odd([bytes("half")], 100), "unreadable"],
    ["where reading fails on the way", () => odd([new Uint8Array(3_000_000)], 9_000_000, true), "unreadable"],
  ])("%s", async (_, file, code) => {
    await expect(take(file())).rejects.toMatchObject({ code });
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });

  test("where it is stopped", async () => {
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    const file = new File([new Uint8Array(3_000_000)], "long.bin");
    await expect(take(file, { onBytes: stop, signal: stopping.signal })).rejects.toMatchObject({ code: "stopped" });
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });

  test("while the notes are locked", async () => {
    vi.spyOn(vault.access.constructor.prototype, "keys").mockRejectedValueOnce(
      Object.assign(new Error(), { code: "locked" }),
    );
    await expect(take(photoFile())).rejects.toMatchObject({ code: "locked" });
    vi.restoreAllMocks();
  });
});

test("a draft that a closed page left behind goes at the next start, and is not said to be a page", async () => {
  const { ExhibitWriter } = await import("@/src/vault/seal");
  const writer = await ExhibitWriter.begin(vault, {});
  await writer.file({ path: "original/file.bin", role: "original", mime: "a/b" }).write(new Uint8Array(2_000_000));
  expect((await sweepDrafts(vault)).map(({ isCapture }) => isCapture)).toEqual([undefined]);
  expect(await rowCounts(vault)).toMatchObject({ drafts: 0, chunks: 0 });
});

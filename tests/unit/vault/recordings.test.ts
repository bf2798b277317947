import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkLog } from "@/src/custody/check";
import type { RecordingRecord } from "@/src/model/exhibit";
import { utcInstant } from "@/src/model/instant";
import { cutOffRecordings, forgetCutOff } from "@/src/vault/cut-off";
import { deleteExhibit } from "@/src/vault/delete";
import { sweepDrafts } from "@/src/vault/drafts";
import { checkFixity } from "@/src/vault/fixity";
import { changePassphrase, lock, unlock } from "@/src/vault/lock";
import { type OpenVault, openReader } from "@/src/vault/open";
import {
  beginRecording,
  noteProgress,
  type RecordingSoFar,
  recordingLock,
  recoverRecordings,
} from "@/src/vault/recordings";
import type { ExhibitWriter } from "@/src/vault/seal";
import { ACT, newVault, rowCounts, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one

const PATH = "original/recording.webm";
const PASSPHRASE = "heather anchor plural 62 copper";
const soFar = (): RecordingSoFar => ({
  mime: "video/webm",
  path: PATH,
  recording: { form: "video", surface: "tab", withSound: false, seconds: 0, ofSeconds: 190 },
  started: { startUtc: ACT.utc, offsetMin: 480, tz: "Asia/Hong_Kong" },
  env: { browser: "B", os: "O", extVersion: "0", extBuildHash: "0", userAgent: "U" },
});

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});

const piece = (n: number) => new Uint8Array(1000).fill(n);

/** Records so many seconds, and then its page is gone. */
async function cutOff(seconds: number): Promise<ExhibitWriter> {
  const known = soFar();
  const writer = await beginRecording(vault, known);
  const file = writer.file({ path: PATH, role: "original", mime: "video/webm" });
  for (let second = 1; second <= seconds; second += 1) {
    await file.write(piece(second));
    await file.flush();
    known.recording.seconds = second;
    await noteProgress(vault, writer, known);
  }
  return writer;
}

describe("a recording whose page or browser was closed", () => {
  test("is kept as far as it was stored, says so, and stands in the log", async () => {
    await seal(vault);
    const { id } = await cutOff(42);
    expect(await sweepDrafts(vault)).toEqual([]);
    expect(await recoverRecordings(vault, ACT)).toEqual([id]);

    const reader = await openReader();
    const record = (await reader.record(id)) as RecordingRecord;
    expect(record).toMatchObject({
      kind: "recording",
      exhibit: 2,
      recording: { seconds: 42, ofSeconds: 190, endedBy: "cutOff" },
      files: [{ path: PATH, bytes: 42_000, complete: false }],
      missing: [{ what: "whole-recording", why: "cutOff", shown: 42, total: 190 }],
    });
    const bytes = await new Response(await reader.file(id, PATH)).bytes();
    expect(bytes).toEqual(new Uint8Array(42_000).map((_, at) => 1 + Math.floor(at / 1000)));
    const log = await reader.custody(vault.defaultCase);
    expect(await checkLog(log, vault.defaultCase)).toMatchObject({ ok: true });
    expect(log.at(-1)).toMatchObject({ event: "capture", item: id, detail: { method: "recording", complete: false } });
    expect(await checkFixity(reader)).toMatchObject({ findings: [] });
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0 });
    expect(await recoverRecordings(vault, ACT)).toEqual([]);
  });

  test("is named until the user was told of it, and while locked nothing is", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    const { id } = await cutOff(42);
    await recoverRecordings(vault, ACT);
    expect(await cutOffRecordings(vault)).toEqual([
      { id, exhibit: 1, endUtc: utcInstant(Date.parse(ACT.utc) + 42_000), tz: "Asia/Hong_Kong", seconds: 42 },
    ]);
    await lock();
    expect(await cutOffRecordings(vault)).toEqual([]);
    await unlock(vault, PASSPHRASE, ACT.utc);
    await forgetCutOff(vault.db, [id]);
    expect(await cutOffRecordings(vault)).toEqual([]);
  });

  test("is not named any more once it is deleted", async () => {
    const { id } = await cutOff(2);
    await recoverRecordings(vault, ACT);
    await deleteExhibit(vault, id, ACT);
    expect(await cutOffRecordings(vault)).toEqual([]);
  });

  test("leaves nothing where nothing of it was stored", async () => {
    await cutOff(0);
    expect(await recoverRecordings(vault, ACT)).toEqual([]);
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, chunks: 0, exhibits: 0 });
  });

  test("waits while the notes are locked", async () => {
    await changePassphrase(vault, null, PASSPHRASE);
    await lock();
    const { id } = await cutOff(3);
    expect(await recoverRecordings(vault, ACT)).toEqual([]);
    expect(await rowCounts(vault)).toMatchObject({ drafts: 1 });
    await unlock(vault, PASSPHRASE, ACT.utc);
    expect(await recoverRecordings(vault, ACT)).toEqual([id]);
  });

  test("is given another try where the first one was cut off too", async () => {
    const { id } = await cutOff(3);
    const db = vault.db as unknown as { transaction: (...args: unknown[]) => unknown };
    const real = db.transaction.bind(vault.db);
    vi.spyOn(db, "transaction").mockImplementation((stores, ...more) => {
      if (Array.isArray(stores) && stores.includes("custody")) throw new DOMException("", "AbortError");
      return real(stores, ...more);
    });
    await expect(recoverRecordings(vault, ACT)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await recoverRecordings(vault, ACT)).toEqual([id]);
    expect(await checkFixity(await openReader())).toMatchObject({ findings: [] });
  });
});

test("one that goes on is left to its page", async () => {
  const { id } = await cutOff(2);
  await navigator.locks.request(recordingLock(id), async () => {
    expect(await recoverRecordings(vault, ACT)).toEqual([]);
  });
  expect(await recoverRecordings(vault, ACT)).toEqual([id]);
});

test("one of which the notes were deleted meanwhile does not come back", async () => {
  const writer = await cutOff(2);
  await writer.abandon();
  await expect(noteProgress(vault, writer, soFar())).rejects.toMatchObject({ code: "notFound" });
  expect(await rowCounts(vault)).toMatchObject({ drafts: 0, chunks: 0 });
});

test("nothing of it can be read in the store", async () => {
  await cutOff(2);
  const [draft] = await vault.db.getAll("drafts");
  expect(JSON.stringify(draft)).not.toMatch(/webm|tab|Hong/);
});

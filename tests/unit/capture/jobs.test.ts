import { beforeEach, describe, expect, test, vi } from "vitest";
import { Jobs } from "@/src/capture/jobs";
import { CaptureError, VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { JobState } from "@/src/model/job";
import { clearJob, readJob, watchJob, writeJob } from "@/src/platform/session-store";
import { fake } from "@/tests/support/fake-browser";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const SAVED: JobState = { step: "saved", exhibitId: "a" as ExhibitId, exhibit: 1, missing: [] };
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

let jobs: Jobs;
let told: JobState["step"][];
beforeEach(() => {
  fake.reset();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  jobs = new Jobs();
  told = [];
  watchJob(7, ({ state }) => told.push(state.step));
});

/** Work that goes on until the test ends it. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<JobState>();
  return { end: resolve, fail: reject, run: () => promise };
}

describe("captures run one at a time:", () => {
  test("a second one is refused, in the same tab and in another", async () => {
    const first = work();
    await jobs.start(7, first.run);
    for (const tabId of [7, 8]) {
      await expect(jobs.start(tabId, async () => SAVED)).rejects.toMatchObject({ code: "alreadyCapturing" });
    }
    expect(await readJob(8)).toBeNull();
    first.end(SAVED);
    await settled();
    await jobs.start(8, async () => SAVED);
  });

  test("two that are started in the same moment do not both run", async () => {
    const started = await Promise.allSettled([jobs.start(7, async () => SAVED), jobs.start(8, async () => SAVED)]);
    expect(started.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  });

  test.each([
    ["saved", async () => SAVED],
    ["failed", async () => Promise.reject(new CaptureError("tabClosed"))],
  ] as const)("the next may begin when one has %s", async (_step, run) => {
    await jobs.start(7, run);
    await settled();
    await jobs.start(7, async () => SAVED);
    await settled();
    expect((await readJob(7))?.state).toEqual(SAVED);
  });

  test("one that could not even be told of leaves the way free", async () => {
    fake.session.refusal = new Error("QUOTA_BYTES quota exceeded");
    await expect(jobs.start(7, async () => SAVED)).rejects.toThrow();
    fake.session.refusal = null;
    await jobs.start(7, async () => SAVED);
  });
});

describe("what is told", () => {
  test("begins at once and comes in order, the end last", async () => {
    await jobs.start(7, async (_signal, onProgress) => {
      for (let n = 0; n < 4; n += 1) onProgress({ step: "capturing", tilesDone: n, tilesTotal: 3 });
      onProgress({ step: "sealing" });
      return SAVED;
    });
    await settled();
    expect(told).toEqual(["preparing", "capturing", "capturing", "capturing", "capturing", "sealing", "saved"]);
    expect(await readJob(7)).toEqual({ tabId: 7, state: SAVED });
  });

  test("comes in order also where one state takes longer to write than the next", async () => {
    const { set } = fake.session;
    let waitMs = 40;
    const slow = vi.spyOn(fake.session, "set").mockImplementation(async (values) => {
      waitMs /= 2;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return set(values);
    });
    await jobs.start(7, async (_signal, onProgress) => {
      onProgress({ step: "capturing", tilesDone: 1, tilesTotal: 1 });
      onProgress({ step: "sealing" });
      return SAVED;
    });
    await vi.waitFor(() => expect(told.at(-1)).toBe("saved"));
    slow.mockRestore();
    expect(told).toEqual(["preparing", "capturing", "sealing", "saved"]);
  });

  test.each<[string, unknown, string]>([
    ["a reason of the capture", new CaptureError("pageResized"), "pageResized"],
    ["a full disk", new VaultError("full"), "storageFull"],
    ["a damaged store", new VaultError("damaged"), "notStored"],
    ["a bug", new TypeError("x is undefined"), "notStored"],
    ["nothing at all", undefined, "notStored"],
  ])("last is the failure, for %s", async (_what, error, failure) => {
    await jobs.start(7, async (_signal, onProgress) => {
      onProgress({ step: "capturing", tilesDone: 1, tilesTotal: 3 });
      throw error;
    });
    await settled();
    expect(told.at(-1)).toBe("failed");
    expect((await readJob(7))?.state).toEqual({ step: "failed", failure });
  });

  test("is told to the end where one state in the middle could not be", async () => {
    await jobs.start(7, async (_signal, onProgress) => {
      fake.session.refusal = new Error("busy");
      onProgress({ step: "sealing" });
      await settled();
      fake.session.refusal = null;
      return SAVED;
    });
    await vi.waitFor(async () => expect((await readJob(7))?.state).toEqual(SAVED));
    await settled();
    await jobs.start(7, async () => SAVED); // the way is free
  });
});

test("Stop reaches the capture of its own tab only", async () => {
  const first = work();
  let signal: AbortSignal | undefined;
  await jobs.start(7, (given) => {
    signal = given;
    return first.run();
  });
  jobs.stop(8);
  expect(signal!.aborted).toBe(false);
  jobs.stop(7);
  expect(signal!.aborted).toBe(true);
  first.fail(new CaptureError("stopped"));
  await settled();
  expect((await readJob(7))?.state).toEqual({ step: "failed", failure: "stopped" });
  jobs.stop(7);
});

test("Stop of any capture reaches the one that runs, and is nothing where none does", async () => {
  jobs.stopAny();
  const first = work();
  let signal: AbortSignal | undefined;
  await jobs.start(8, (given) => {
    signal = given;
    return first.run();
  });
  expect(signal!.aborted).toBe(false);
  jobs.stopAny();
  expect(signal!.aborted).toBe(true);
  first.fail(new CaptureError("stopped"));
  await settled();
});

describe("in the session's memory", () => {
  test("a job is forgotten when asked, and only its own tab hears of it", async () => {
    const heard: number[] = [];
    const unwatch = watchJob(9, ({ tabId }) => heard.push(tabId));
    await writeJob(8, SAVED);
    await writeJob(9, SAVED);
    fake.onChanged.emit({ "job:9": { newValue: { tabId: 9, state: SAVED } } }, "local");
    unwatch();
    await writeJob(9, SAVED);
    expect(heard).toEqual([9]);
    await clearJob(9);
    expect(await readJob(9)).toBeNull();
    expect(await readJob(8)).not.toBeNull();
  });
});

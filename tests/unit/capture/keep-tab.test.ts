import { beforeEach, describe, expect, test, vi } from "vitest";
import { PageMoved } from "@/src/capture/camera";
import { type CaptureTools, captureTab } from "@/src/capture/capture-tab";
import { PageShifted } from "@/src/capture/incomplete";
import { keepTab } from "@/src/capture/keep-tab";
import { NoPhotograph } from "@/src/capture/redraw-page";
import { giveUp, takeUp } from "@/src/capture/take-up";
import { CaptureError } from "@/src/model/errors";
import type { ExhibitId, PageDraft } from "@/src/model/exhibit";
import type { JobState, Order, Subject } from "@/src/model/job";
import { readJob, takeCutOff, writeJob, writeOrder } from "@/src/platform/session-store";
import { fake } from "@/tests/support/fake-browser";
import { FakeClock } from "@/tests/support/fake-clock";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/capture/capture-tab", () => ({ captureTab: vi.fn() }));

const ORDER: Order = {
  tabId: 7,
  pictures: "covered",
  scope: "view",
  subject: null,
  interruptions: [],
  draft: null,
};
const SAVED: JobState = { step: "saved", exhibitId: "x" as ExhibitId, exhibit: 1, missing: [] };
const SUBJECT: Subject = { documentToken: "6f1f7d2e", entriesSeen: 3 };
const interruption = (what: "backgroundStopped" | "pageShifted") => ({ what, utc: new FakeClock().now() });

let clock: FakeClock;
let told: JobState[];
let sealed: PageDraft[];
let abandoned: string[];
let begun: CaptureTools[];

beforeEach(() => {
  fake.reset();
  clock = new FakeClock();
  told = [];
  sealed = [];
  abandoned = [];
  begun = [];
});

/** What each capture ends with, in turn; a record where nothing is thrown. */
function captures(...ends: (Error | null)[]): void {
  vi.mocked(captureTab).mockImplementation(async (_tabId, tools) => {
    begun.push(tools);
    await tools.onSubject(SUBJECT);
    tools.onProgress({ step: "capturing", tilesDone: 1, tilesTotal: 2 });
    const end = ends[begun.length - 1];
    if (end) throw end;
    return { actions: [] } as unknown as PageDraft;
  });
}

const keep = (order: Order = ORDER) => {
  let drafts = 0;
  return keepTab(order, {
    clock,
    signal: new AbortController().signal,
    method: "window",
    limitScreens: 60,
    labels: { picture: "a picture", frame: "a frame" },
    onProgress: (state) => told.push(state),
    begin: async () => {
      drafts += 1;
      const id = `draft ${drafts}` as ExhibitId;
      return {
        id,
        file: () => ({ write: async () => {}, close: async () => ({}) as never }),
        seal: async (record) => {
          sealed.push(record);
          return SAVED;
        },
        abandon: async () => void abandoned.push(id),
      };
    },
  });
};

describe("one order", () => {
  test("is carried out once where nothing comes between, and its record says nothing of it", async () => {
    captures(null);
    expect(await keep()).toEqual(SAVED);
    expect(begun).toHaveLength(1);
    expect(begun[0]).toMatchObject({ wish: { pictures: "covered", scope: "view" }, isLast: false });
    expect(sealed).toEqual([{ actions: [] }]);
    expect(told).toEqual([{ step: "capturing", tilesDone: 1, tilesTotal: 2 }]);
  });

  test.each([
    ["pageShifted", new PageShifted()],
    ["pageShifted", new PageMoved()],
    ["windowResized", new CaptureError("pageResized")],
  ])("is begun anew after %s; that is shown, and stands in the record", async (what, error) => {
    captures(error, null);
    expect(await keep()).toEqual(SAVED);
    expect(sealed).toEqual([{ actions: [], interruptions: [{ what, utc: clock.now() }] }]);
    expect(told.at(-1)).toMatchObject({ step: "capturing", again: what });
    expect(abandoned).toEqual(["draft 1"]);
  });

  test("is begun three times at most, and the last one is told to take the page as it comes", async () => {
    captures(new PageShifted(), new CaptureError("pageResized"), new CaptureError("pageResized"));
    await expect(keep()).rejects.toMatchObject({ code: "pageResized" });
    expect(begun.map(({ isLast }) => isLast)).toEqual([false, false, true]);
    expect(begun.map(({ isFirst }) => isFirst)).toEqual([true, false, false]);
    expect(begun.map(({ hasShifted }) => hasShifted)).toEqual([false, true, true]);
    expect(abandoned).toEqual(["draft 1", "draft 2", "draft 3"]);
  });

  test.each(["stopped", "tabClosed", "storageFull"] as const)("ends with %s, and nothing is left", async (code) => {
    captures(new CaptureError(code));
    await expect(keep()).rejects.toMatchObject({ code });
    expect(abandoned).toEqual(["draft 1"]);
  });

  test("is drawn again where no photograph can be had; that is no interruption", async () => {
    const noPhotograph = new NoPhotograph("pictureRefused", null);
    captures(noPhotograph, null);
    expect(await keep()).toEqual(SAVED);
    expect(begun.map(({ redraw }) => redraw)).toEqual([undefined, noPhotograph]);
    expect(sealed).toEqual([{ actions: [] }]);
  });

  test.each([
    ["another document", { documentToken: "0000" }],
    ["another page of the same document", { entriesSeen: 2 }],
  ])("is not carried out on %s than was looked at", async (_what, seen) => {
    captures(null);
    await expect(keep({ ...ORDER, subject: { ...SUBJECT, ...seen } })).rejects.toMatchObject({ code: "pageChanged" });
    expect(sealed).toEqual([]);
  });

  test("is carried out on the page that was looked at", async () => {
    captures(null);
    expect(await keep({ ...ORDER, subject: SUBJECT })).toEqual(SAVED);
  });

  test("is not begun anew on another page of the same document", async () => {
    captures(new PageShifted(), null);
    const capture = vi.mocked(captureTab).getMockImplementation()!;
    vi.mocked(captureTab).mockImplementation((tabId, tools) => {
      const onSubject = (seen: Subject) => tools.onSubject({ ...seen, entriesSeen: 3 + begun.length - 1 });
      return capture(tabId, { ...tools, onSubject });
    });
    await expect(keep()).rejects.toMatchObject({ code: "pageChanged" });
    expect(sealed).toEqual([]);
  });

  test("is written down with its document and its draft while it is carried out", async () => {
    captures(null);
    await keep();
    expect(fake.session.stored["order:7"]).toEqual({ ...ORDER, subject: SUBJECT, draft: "draft 1" });
  });
});

describe("when the background starts again", () => {
  const start = vi.fn(async (_order: Order) => {});
  const tools = (swept: string[] = []) => ({
    clock,
    start,
    swept: swept as ExhibitId[],
    sealed: async (id: ExhibitId) => (id === "sealed" ? SAVED : null),
  });
  const running = async (order: Order | null) => {
    start.mockClear();
    await writeJob(7, { step: "capturing", tilesDone: 3, tilesTotal: 9 });
    if (order) await writeOrder(order);
  };

  test("a capture that ran is begun anew, and why is written down", async () => {
    await running({ ...ORDER, subject: SUBJECT, draft: "half" as ExhibitId });
    await takeUp(tools());
    const interruptions = [{ what: "backgroundStopped", utc: clock.now() }];
    expect(start).toHaveBeenCalledExactlyOnceWith({ ...ORDER, subject: SUBJECT, draft: null, interruptions });
  });

  test("one whose exhibit was sealed is told as saved, and not taken twice", async () => {
    await running({ ...ORDER, draft: "sealed" as ExhibitId });
    await takeUp(tools());
    expect(start).not.toHaveBeenCalled();
    expect((await readJob(7))?.state).toEqual(SAVED);
  });

  test.each<[string, Order | null]>([
    [
      "begun three times",
      { ...ORDER, interruptions: [interruption("pageShifted"), interruption("backgroundStopped")] },
    ],
    ["of which nothing more is known", null],
  ])("one %s is told as not saved", async (_what, order) => {
    await running(order);
    await takeUp(tools());
    expect(start).not.toHaveBeenCalled();
    expect((await readJob(7))?.state).toEqual({ step: "failed", failure: "interrupted" });
    expect(Object.keys(fake.session.stored)).toEqual(["job:7"]);
  });

  test.each<[string, string[], Order | null, boolean]>([
    ["one of which only its half-written exhibit tells", ["half"], null, true],
    ["one of another tab that was forgotten", ["half", "other"], { ...ORDER, draft: "half" as ExhibitId }, true],
    ["one that is begun anew", ["half"], { ...ORDER, draft: "half" as ExhibitId }, false],
    ["none", [], null, false],
  ])("%s was cut off, which is told once", async (_what, swept, order, isTold) => {
    if (order) await running(order);
    await takeUp(tools(swept));
    expect([await takeCutOff(), await takeCutOff()]).toEqual([isTold, false]);
  });

  test("one that has ended is left as it is", async () => {
    await running(ORDER);
    await writeJob(7, SAVED);
    await takeUp(tools());
    expect(start).not.toHaveBeenCalled();
    expect((await readJob(7))?.state).toEqual(SAVED);
  });

  test("and the vault cannot be opened, nothing is left to be waited for", async () => {
    await running(ORDER);
    await giveUp("notStored");
    expect((await readJob(7))?.state).toEqual({ step: "failed", failure: "notStored" });
  });
});

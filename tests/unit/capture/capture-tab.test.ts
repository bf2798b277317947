import { beforeEach, describe, expect, test, vi } from "vitest";
import { asCaptureError, captureTab } from "@/src/capture/capture-tab";
import { PageShifted } from "@/src/capture/incomplete";
import { NoPhotograph, redrawPage } from "@/src/capture/redraw-page";
import { type PageTaken, takePage } from "@/src/capture/take-page";
import { CaptureError, VaultError } from "@/src/model/errors";
import { RECORD_SCHEMA } from "@/src/model/exhibit";
import type { JobState } from "@/src/model/job";
import type { Scope, Wish } from "@/src/model/scope";
import { pngSize } from "@/src/png/chunks";
import { fake } from "@/tests/support/fake-browser";
import { FakeClock } from "@/tests/support/fake-clock";
import { FakePage, PAGE_URL, photographOf, TAB } from "@/tests/support/fake-page";

import { candidates, derived, thread } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/capture/decode", () => ({
  decode: async (png: Uint8Array) => {
    const { widthPx: width, heightPx: height } = pngSize(png)!;
    return { width, height, close: () => {} };
  },
}));
// Stitching needs a canvas; journeys in real browsers look at its pixels.
vi.mock("@/src/capture/take-page", async (original) => ({
  ...(await original<typeof import("@/src/capture/take-page")>()),
  takePage: vi.fn(),
}));
// Whether covers hold is for journeys, too.
vi.mock("@/src/capture/cover", () => ({
  Cover: {
    begin: async () => ({ covered: 0, hold: async () => {}, isHolding: async () => true, end: async () => {} }),
  },
}));
vi.mock("@/src/capture/redraw-page", async (original) => {
  const its = await original<typeof import("@/src/capture/redraw-page")>();
  return { ...its, redrawPage: vi.fn(its.redrawPage) };
});
vi.stubGlobal("__BUILD_HASH__", "0123456789ab");

const TAKEN: PageTaken = {
  picture: {
    method: "photograph",
    file: "derived/stitched.png",
    widthPx: 1280,
    heightPx: 2000,
    tiles: 3,
    complete: true,
  },
  seams: [{ file: "original/screen-000.png", xPx: 0, yPx: 0, widthPx: 1280, heightPx: 720 }],
  actions: [{ act: "move-root" }, { act: "restore" }],
  incomplete: [],
  unloaded: { count: 0, addresses: [] },
  screens: { taken: 2, of: 3 },
};

let page: FakePage;
let clock: FakeClock;
let stored: string[];
let states: JobState[];
let storing: (path: string) => Promise<void>;

beforeEach(() => {
  fake.reset();
  page = new FakePage();
  clock = new FakeClock();
  stored = [];
  states = [];
  storing = async () => {};
  pageTaken({});
});

function pageTaken(some: Partial<PageTaken>, meanwhile: () => void = () => {}): void {
  vi.mocked(takePage).mockImplementation(async () => {
    clock.pass(5000);
    meanwhile();
    return { ...structuredClone(TAKEN), ...some };
  });
}

const capture = (
  signal = new AbortController().signal,
  isLast = true,
  redraw?: NoPhotograph,
  scope: Scope = "page",
  pictures: Wish["pictures"] = "as shown",
) =>
  captureTab(TAB, {
    wish: { pictures, scope },
    limitScreens: 60,
    ...(redraw && { redraw }),
    labels: { picture: "no picture", frame: "no frame" },
    sink: {
      file: (about) => ({
        write: async () => {},
        close: async () => {
          await storing(about.path);
          stored.push(about.path);
          return { ...about, bytes: 0, sha256: "" as never, sha512: "" as never, complete: true };
        },
      }),
    },
    clock,
    signal,
    method: "window",
    isFirst: true,
    hasShifted: false,
    isLast,
    onSubject: async () => {},
    onProgress: (state) => states.push(state),
  });

describe("a capture", () => {
  test("takes the window as it stood and the page's HTML before the page is touched, and ends when both are stored", async () => {
    let askedBefore: string[] = [];
    pageTaken({}, () => (askedBefore = [...page.asked]));
    await capture();
    expect(askedBefore).toContain("html");
    expect(askedBefore).not.toContain("prepare");
    expect(stored).toEqual(["original/viewport.png", "original/page.dom.html.txt"]);
  });

  test("reads the page while the browser makes the picture of its window, once even if that is taken again", async () => {
    let shots = 0;
    fake.photograph = async () => {
      await vi.waitFor(() => expect(page.asked).toContain("html"));
      shots += 1;
      if (shots === 1) page.setInFront(true);
      return page.photograph("the page");
    };
    await capture();
    expect(shots).toBe(2);
    expect(page.asked.filter((name) => name === "html")).toHaveLength(1);
  });

  test("fails where the window as it stood could not be stored, though the page was taken", async () => {
    storing = async (path) => {
      if (path === "original/viewport.png") throw new VaultError("full");
    };
    await expect(capture()).rejects.toMatchObject({ code: "full" });
  });

  test("takes its address from the tab, whatever the page claims", async () => {
    page.facts = { ...page.facts, pageUrl: "https://bank.example/", permalink: "https://bank.example/1" };
    page.surroundings = { ...page.surroundings, canonical: "https://bank.example/2", frames: ["https://ads.example/"] };
    expect((await capture()).url).toEqual({
      browser: PAGE_URL,
      canonical: "https://bank.example/2",
      frames: ["https://ads.example/"],
    });
  });

  test("says with what it was made, and nothing of who is logged in", async () => {
    page.tab.incognito = true;
    page.geometry = { ...page.geometry, dpr: 1.5 };
    const { env, schema, kind, by } = await capture();
    expect({ schema, kind, by }).toEqual({ schema: RECORD_SCHEMA, kind: "post", by: { role: "unstated" } });
    expect(env).toEqual({
      browser: "Fakefox 1.2",
      os: "linux x86-64",
      extVersion: "0.1.0",
      extBuildHash: "0123456789ab",
      userAgent: "made up",
      viewport: { widthCss: 1280, heightCss: 720 },
      dpr: 1.5,
      zoom: 1,
      lang: ["en"],
      privateWindow: true,
    });
  });

  test("hands on what was done to the page, and where its tiles lie", async () => {
    const { actions, seams, picture } = await capture();
    expect({ actions, seams, picture }).toEqual({ actions: TAKEN.actions, seams: TAKEN.seams, picture: TAKEN.picture });
  });

  test("tells that it begins and that it seals", async () => {
    await capture();
    expect(states[0]).toEqual({ step: "preparing" });
    expect(states.at(-1)).toEqual({ step: "sealing" });
  });

  test("leaves no listener behind, however it ends", async () => {
    await capture();
    vi.mocked(takePage).mockRejectedValue(new CaptureError("pageChanged"));
    await expect(capture()).rejects.toMatchObject({ code: "pageChanged" });
    expect([fake.onActivated.listeners.size, fake.onUpdated.listeners.size]).toEqual([0, 0]);
  });

  test.each(["page", "view"] as const)(
    "ends where the document went back to another page of its own while it was read (%s)",
    async (scope) => {
      page.onAsk = (name) => {
        if (name === "html") page.geometry = { ...page.geometry, entriesSeen: 1 };
      };
      const capturing = capture(undefined, true, undefined, scope);
      await expect(capturing).rejects.toMatchObject({ code: "pageChanged" });
      expect(takePage).not.toHaveBeenCalled();
    },
  );

  test("that was stopped before its first photograph stores nothing", async () => {
    await expect(capture(AbortSignal.abort())).rejects.toMatchObject({ code: "stopped" });
    expect(stored).toEqual([]);
  });
});

describe("where the browser gives no photograph", () => {
  const drawn = { widthPx: 2, heightPx: 2, partPx: 2, dpr: 1, lacking: 1, isCut: false };

  test.each(["pictureRefused", "tabHidden"] as const)("%s: the page is to be re-drawn", async (code) => {
    vi.mocked(takePage).mockRejectedValue(new CaptureError(code));
    await expect(capture()).rejects.toMatchObject({ name: "NoPhotograph", reason: code });
  });

  test.each([
    ["shows the page shrunk", () => (fake.photograph = async () => photographOf(640, 360, "half as large"))],
    ["shows more than the window", () => (fake.photograph = async () => photographOf(1280, 1440, "higher"))],
    ["is magnified with two fingers", () => (page.geometry = { ...page.geometry, magnifiedBy: 1.5 })],
  ])("one that %s is no part of a page, which is to be re-drawn", async (_what, disturb) => {
    disturb();
    await expect(capture()).rejects.toMatchObject({ name: "NoPhotograph", reason: "pictureScaled" });
    expect(takePage).not.toHaveBeenCalled();
  });

  test("a view of the window alone is a photograph in whatever size", async () => {
    fake.photograph = async () => photographOf(640, 360, "half as large");
    const { picture } = await capture(undefined, true, undefined, "view");
    expect(picture).toMatchObject({ method: "photograph", widthPx: 640, heightPx: 360, complete: true });
  });

  test("a rounded size, or a scroll bar that the browser leaves out, is no other size", async () => {
    page.geometry = { ...page.geometry, dpr: 1.1 };
    fake.photograph = async () => photographOf(1280 * 1.1 - 15, 720 * 1.1 + 3, "nearly");
    expect(await capture()).toMatchObject({ picture: { method: "photograph" } });
  });

  test.each(["pageChanged", "stopped", "picturesNotCovered", "storageFull"] as const)(
    "%s: it is not, and the reason is told",
    async (code) => {
      vi.mocked(takePage).mockRejectedValue(new CaptureError(code));
      await expect(capture()).rejects.toMatchObject({ name: "CaptureError", code });
    },
  );

  test("one that went back to another page of its own while it was re-drawn is not kept", async () => {
    vi.mocked(redrawPage).mockImplementationOnce(async () => {
      page.geometry = { ...page.geometry, entriesSeen: 1 };
      return TAKEN;
    });
    const redraw = new NoPhotograph("tabHidden", null);
    await expect(capture(undefined, true, redraw)).rejects.toMatchObject({ name: "CaptureError", code: "pageChanged" });
  });

  test("one that cannot be re-drawn either ends with the reason why there is no photograph", async () => {
    const answer = fake.pageSide;
    fake.pageSide = async (ask) => {
      if (ask.tidemark === "redraw") return drawn;
      if (ask.tidemark === "redrawPart") throw new Error("drawing failed");
      return ask.tidemark === "redrawEnd" ? null : answer(ask);
    };
    const redraw = new NoPhotograph("tabHidden", null);
    await expect(capture(undefined, true, redraw)).rejects.toMatchObject({ name: "CaptureError", code: "tabHidden" });
    expect(stored).toEqual(["original/page.dom.html.txt"]);
  });
});

describe("who and when, as the page shows it", () => {
  test("is not there where the page does not show it", async () => {
    expect(await capture()).toMatchObject({ poster: null, forwarder: null, postedAt: null });
  });

  test("is the handle, or else the name, and always unconfirmed", async () => {
    page.facts = {
      ...page.facts,
      handle: "kim",
      displayName: "Kim Doe",
      profileUrl: "https://example.com/kim",
      repostedBy: "lee",
    };
    const seen = { how: "detected", confirmed: false };
    expect(await capture()).toMatchObject({
      poster: { text: "kim", profileUrl: "https://example.com/kim", ...seen },
      forwarder: { text: "lee", profileUrl: null, ...seen },
    });
    page.facts = { ...page.facts, handle: null, profileUrl: null };
    expect((await capture()).poster).toEqual({ text: "Kim Doe", profileUrl: null, ...seen });
  });

  test.each<[string, object, object | null]>([
    [
      "a time and its words",
      { postedAt: "2026-01-02T03:04:05Z", postedAtText: "3h", sources: { postedAt: "a", postedAtText: "b" } },
      { visible: "3h", machine: "2026-01-02T03:04:05Z", source: "a" },
    ],
    [
      "a date alone",
      { postedAtDate: "2026-01-02", sources: { postedAtDate: "c" } },
      { visible: null, machine: "2026-01-02", source: "c" },
    ],
    [
      "words alone",
      { postedAtText: "3h", sources: { postedAtText: "b" } },
      { visible: "3h", machine: null, source: "b" },
    ],
    ["words from nowhere", { postedAtText: "3h" }, { visible: "3h", machine: null, source: "" }],
  ])("keeps %s", async (_what, facts, postedAt) => {
    page.facts = { ...page.facts, ...facts };
    expect((await capture()).postedAt).toEqual(postedAt);
  });
});

describe("what is missing is named", () => {
  const handle = { what: "handle", why: "notOnPage" };
  const time = { what: "posted-time", why: "notOnPage" };
  const picture = (why: string) => ({ what: "full-page-picture", why });
  const incomplete = (why: PageTaken["incomplete"]) => ({
    picture: { ...TAKEN.picture, complete: false },
    incomplete: why,
  });

  test("where several posts were there and none was told", async () => {
    page.reading = { candidates };
    expect((await capture()).missing).toEqual([
      { ...handle, why: "notTold" },
      { ...time, why: "notTold" },
    ]);
  });

  test("where the page says that there are more posts than it shows; those it shows are listed", async () => {
    page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
    page.reading = { chosenBy: "address", thread, derived, author: { stableId: "6" } };
    const record = await capture();
    expect(record.missing).toEqual([{ what: "posts", why: "notShowing", shown: 119, total: 457 }]);
    expect(record.thread).toEqual(thread);
    expect(record.post).toMatchObject({ chosenBy: "address", derived: { isDerived: true }, author: { stableId: "6" } });
  });

  test("where the page shows neither account nor time", async () => {
    expect((await capture()).missing).toEqual([handle, time]);
  });

  test("and nothing is where all is there", async () => {
    page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
    expect((await capture()).missing).toEqual([]);
  });

  test.each<[string, Partial<PageTaken>, boolean, string[]]>([
    ["the page goes on below", incomplete(["pageTooLong"]), false, ["pageTooLong"]],
    ["the page grew", incomplete(["pageGrew"]), false, ["pageGrew"]],
    ["the user stopped", incomplete(["stopped"]), false, ["stopped"]],
    ["a part of it scrolls by itself", {}, true, ["scrollsInside"]],
    ["both", incomplete(["pageTooLong"]), true, ["pageTooLong", "scrollsInside"]],
  ])("where %s", async (_what, taken, scrollsInside, reasons) => {
    pageTaken(taken);
    page.surroundings = { ...page.surroundings, scrollsInside };
    page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
    const draft = await capture();
    expect(draft.missing.map(({ what, why }) => ({ what, why }))).toEqual(reasons.map(picture));
    expect(draft.picture.complete).toBe(false);
  });
});

test("pictures that did not load are named, and the picture is whole all the same", async () => {
  pageTaken({ unloaded: { count: 2, addresses: ["https://example.com/a.png"] } });
  page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
  const draft = await capture();
  expect(draft.missing).toEqual([
    { what: "some-pictures", why: "notLoaded", addresses: ["https://example.com/a.png"] },
  ]);
  expect(draft.picture.complete).toBe(true);
});

test("where pictures are covered, that some did not load is said, and their addresses are not kept", async () => {
  pageTaken({ unloaded: { count: 2, addresses: ["https://example.com/a.png"] } });
  page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
  const draft = await capture(undefined, true, undefined, "page", "covered");
  expect(draft.pictures).toBe("covered");
  expect(draft.missing).toEqual([{ what: "some-pictures", why: "notLoaded" }]);
  expect(JSON.stringify(draft)).not.toContain("a.png");
});

test("videos and sound are named, and the picture is whole all the same", async () => {
  page.videos = { count: 3, lengths: [190, 15] };
  page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
  const draft = await capture();
  expect(draft.missing).toEqual([{ what: "videos", why: "onlySeen", total: 3, lengths: [190, 15] }]);
  expect(draft.picture.complete).toBe(true);
});

test("of a page that is gone when it is asked for its videos nothing is claimed", async () => {
  page.videos = { count: 3, lengths: [] };
  page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
  page.onAsk = (name) => {
    if (name === "videos") throw new Error("Could not establish connection.");
  };
  expect((await capture()).missing).toEqual([]);
});

test("where the page was gone before it could be asked which had not loaded, that is said", async () => {
  pageTaken({ unloaded: null });
  page.facts = { ...page.facts, handle: "kim", postedAtText: "3h" };
  expect((await capture()).missing).toEqual([{ what: "some-pictures", why: "notAsked" }]);
});

describe("a page that shifts", () => {
  test.each([true, false])("is for the whole page's picture to judge (accepted: %s)", async (isLast) => {
    await capture(undefined, isLast);
    expect(vi.mocked(takePage).mock.lastCall![1]).toMatchObject({ isLast, url: PAGE_URL, method: "window" });
  });

  test("ends the capture so that it can begin anew, and leaves no listener behind", async () => {
    vi.mocked(takePage).mockRejectedValue(new PageShifted());
    await expect(capture(undefined, false)).rejects.toBeInstanceOf(PageShifted);
    expect([fake.onActivated.listeners.size, fake.onUpdated.listeners.size]).toEqual([0, 0]);
  });
});

describe("the time of a capture", () => {
  test("is told by both clocks, with zone and offset", async () => {
    expect((await capture()).captured).toEqual({
      startUtc: "2026-11-21T01:02:03.000Z",
      endUtc: "2026-11-21T01:02:08.000Z",
      offsetMin: 480,
      tz: "Asia/Hong_Kong",
      monotonicMs: 5000,
    });
  });

  test.each([
    [3_600_000, "wall clock moved by 3600000 ms"],
    [-90_000, "wall clock moved by -90000 ms"],
    [1001, "wall clock moved by 1001 ms"],
    [1000, undefined],
    [-1000, undefined],
  ])("says that the wall clock jumped by %i ms when it did: %s", async (jumpMs, warning) => {
    pageTaken({}, () => (clock.wallMs += jumpMs));
    const { captured } = await capture();
    expect(captured.clockWarn).toBe(warning);
    expect("clockWarn" in captured).toBe(warning !== undefined);
    expect(captured.monotonicMs).toBe(5000);
  });
});

test.each<[unknown, string]>([
  [new CaptureError("tabHidden"), "tabHidden"],
  [new VaultError("full"), "storageFull"],
  [new VaultError("cannotOpen"), "notStored"],
  [new DOMException("x", "QuotaExceededError"), "notStored"],
  [null, "notStored"],
  ["full", "notStored"],
])("%s means “%s” to the person who waits", (error, code) => {
  expect(asCaptureError(error).code).toBe(code);
});

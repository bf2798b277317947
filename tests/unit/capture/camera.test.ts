import { beforeEach, describe, expect, test, vi } from "vitest";
import { PageMoved, photograph, type Scene, type Shooting } from "@/src/capture/camera";
import { fake } from "@/tests/support/fake-browser";
import { FakeClock } from "@/tests/support/fake-clock";
import { dataUrl, FakePage, PAGE_URL, TAB } from "@/tests/support/fake-page";
import { shootingOf } from "@/tests/support/shooting";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const QUOTA = "This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.";

let page: FakePage;
let clock: FakeClock;
let shooting: Shooting;
let scene: Scene;
let stop: AbortController;
let pauses: (string | null)[];
let shots: { windowId: number; details: object }[];

beforeEach(async () => {
  fake.reset();
  page = new FakePage();
  clock = new FakeClock();
  stop = new AbortController();
  pauses = [];
  shots = [];
  shooting = await shootingOf(stop.signal, { clock, onPause: (why) => pauses.push(why) });
  scene = { url: PAGE_URL, geometry: page.geometry };
  shoots([]);
});

/** What happens at each photograph, in turn; afterwards the page is photographed. */
function shoots(events: (() => unknown)[]): void {
  fake.photograph = async (windowId, details) => {
    const event = events[shots.length];
    shots.push({ windowId, details });
    const picture = event?.();
    return typeof picture === "string" && picture.startsWith("data:") ? picture : dataUrl("the page");
  };
}

const taken = async (part?: Parameters<typeof photograph>[2]) =>
  new TextDecoder().decode(await photograph(shooting, scene, part));

/** The front tab's picture: another page's while another tab is in front. */
const whatIsInFront = () => dataUrl(page.tab.active ? "the page" : "another page");

describe("a photograph", () => {
  test("is the picture of the tab's window as PNG", async () => {
    page.tab.windowId = 4;
    expect(await taken()).toBe("the page");
    expect(shots).toEqual([{ windowId: 4, details: { format: "png" } }]);
    expect(pauses).toEqual([]);
  });

  test("of a part asks for that part at the page's own ratio", async () => {
    page.geometry = { ...page.geometry, dpr: 1.5 };
    scene = { url: PAGE_URL, geometry: page.geometry };
    const rect = { x: 0, y: 100, width: 1280, height: 300 };
    await taken(rect);
    expect(shots[0]!.details).toEqual({ format: "png", rect, scale: 1.5, resetScrollPosition: true });
  });

  test("looks at the page right before and right after", async () => {
    const order: string[] = [];
    page.onAsk = (name) => order.push(name);
    shoots([() => void order.push("photograph")]);
    await taken();
    expect(order.at(-1)).toBe("look");
    expect(order[order.indexOf("photograph") - 1]).toBe("look");
  });
});

describe("a picture is thrown away and taken again when", () => {
  test("another tab came in front and stayed until we looked", async () => {
    let looks = 0;
    shoots([
      () => {
        page.setInFront(false);
        return whatIsInFront();
      },
    ]);
    page.onAsk = () => {
      looks += 1;
      if (!page.tab.active && looks > 8) page.setInFront(true);
    };
    expect(await taken()).toBe("the page");
    expect(shots).toHaveLength(2);
    expect(pauses).toEqual(["outOfSight", null]);
  });

  test("another tab was in front for a moment only", async () => {
    shoots([
      () => {
        page.setInFront(false);
        const other = whatIsInFront();
        page.setInFront(true);
        return other;
      },
    ]);
    expect(await taken()).toBe("the page");
    expect(shots).toHaveLength(2);
  });

  test("the tab is not in front any more, though the browser said nothing of it", async () => {
    shoots([
      () => {
        page.tab.active = false;
        return whatIsInFront();
      },
    ]);
    page.onAsk = () => {
      if (clock.nowMs > 0) page.tab.active = true;
    };
    expect(await taken()).toBe("the page");
    expect(shots).toHaveLength(2);
  });

  test("the tab was moved to another window meanwhile", async () => {
    shoots([
      () => {
        page.tab.windowId = 9;
        return dataUrl("another page");
      },
    ]);
    expect(await taken()).toBe("the page");
    expect(shots.map(({ windowId }) => windowId)).toEqual([1, 9]);
  });

  test("the tab in front may not be photographed, because it is not ours", async () => {
    shoots([
      () => {
        page.setInFront(false);
        page.onAsk = () => {
          page.onAsk = () => {};
          page.setInFront(true);
        };
        throw new Error("Either the '<all_urls>' or 'activeTab' permission is required.");
      },
    ]);
    expect(await taken()).toBe("the page");
    expect(shots).toHaveLength(2);
  });

  test("the browser says that it is too soon; then only a moment is waited", async () => {
    shoots([
      () => {
        throw new Error(QUOTA);
      },
    ]);
    expect(await taken()).toBe("the page");
    expect(clock.slept).toEqual([60]);
  });
});

test("a refusal that passes is waited out", async () => {
  const refuse = () => {
    throw new Error("Failed to capture tab: image readback failed");
  };
  shoots(Array(5).fill(refuse));
  expect(await taken()).toBe("the page");
  expect(shots).toHaveLength(6);
});

describe("a picture that is the same to the byte as the one before", () => {
  const last = new TextEncoder().encode("the page");

  test("is taken once more, after the page was drawn anew", async () => {
    const drawn: boolean[] = [];
    const { pageSide } = fake;
    fake.pageSide = async (ask) => {
      if ("drawn" in ask) drawn.push(ask.drawn as boolean);
      return pageSide(ask);
    };
    shoots([() => dataUrl("the page"), () => dataUrl("the page, moved")]);
    const png = await photograph(shooting, scene, undefined, last);
    expect(new TextDecoder().decode(png)).toBe("the page, moved");
    expect(shots).toHaveLength(2);
    expect(drawn).toContain(true);
  });

  test("is believed the second time", async () => {
    expect(await photograph(shooting, scene, undefined, last)).toEqual(last);
    expect(shots).toHaveLength(2);
  });

  test("is the only one that is: another is taken once", async () => {
    await photograph(shooting, scene, undefined, new TextEncoder().encode("the Page"));
    expect(shots).toHaveLength(1);
  });
});

describe("no picture is kept when", () => {
  const ends: [what: string, code: string, disturb: () => void][] = [
    ["the tab went to another site", "pageChanged", () => (page.tab.url = "https://other.example/posts/1")],
    ["the tab went nowhere we may look", "pageChanged", () => (page.tab.url = "")],
    ["the document went on or back in its history", "pageChanged", () => change({ entriesSeen: 1 })],
    ["the document is another one at the same address", "pageChanged", () => change({ documentToken: "0".repeat(32) })],
    ["the pixel ratio changed", "pageResized", () => change({ dpr: 2 })],
    ["the window was magnified with two fingers", "pageResized", () => change({ magnifiedBy: 1.2 })],
    ["the window became wider", "pageResized", () => change({ windowWidthCss: 1281 })],
    ["the window became lower", "pageResized", () => change({ windowHeightCss: 700 })],
    ["a scroll bar came up", "pageResized", () => change({ viewWidthCss: 1265 })],
    ["the tab was closed", "tabClosed", () => fake.tabs.clear()],
  ];
  const change = (some: object) => (page.geometry = { ...page.geometry, ...some });

  test.each(ends)("%s before it (%s)", async (_what, code, disturb) => {
    disturb();
    await expect(taken()).rejects.toMatchObject({ code });
    expect(shots).toEqual([]);
  });

  test.each(ends)("%s while it was taken (%s)", async (_what, code, disturb) => {
    shoots([disturb]);
    await expect(taken()).rejects.toMatchObject({ code });
    expect(shots).toHaveLength(1);
  });

  test.each([
    ["before", () => rename()],
    ["while", () => shoots([rename])],
  ])("but one is where the page only renamed its address %s", async (_when, disturb) => {
    disturb();
    await taken();
    expect(page.tab.url).toBe("https://example.com/posts/1/7");
    expect(shots).toHaveLength(1);
  });
  const rename = () => {
    page.tab.url = "https://example.com/posts/1/7";
  };

  test.each([{ movedYCss: 3 }, { movedXCss: -1 }])("the page was scrolled: %j", async (scrolled) => {
    shoots([() => change(scrolled)]);
    await expect(taken()).rejects.toBeInstanceOf(PageMoved);
    await expect(taken()).rejects.toBeInstanceOf(PageMoved);
    expect(shots).toHaveLength(1);
  });

  test("the browser refuses again and again, with the tab in front", async () => {
    shoots(
      Array(20).fill(() => {
        throw new Error("Failed to capture tab: image readback failed");
      }),
    );
    await expect(taken()).rejects.toMatchObject({ code: "pictureRefused" });
    expect(shots).toHaveLength(6);
  });

  test("the browser says so for longer than its quota lasts", async () => {
    shoots(
      Array(100).fill(() => {
        throw new Error(QUOTA);
      }),
    );
    await expect(taken()).rejects.toMatchObject({ code: "pictureRefused" });
    expect(shots).toHaveLength(60);
  });

  test("Stop was pressed", async () => {
    stop.abort();
    await expect(taken()).rejects.toMatchObject({ code: "stopped" });
    expect(shots).toEqual([]);
  });
});

test("a window that changes and soon is as it was is waited for; what was taken meanwhile is thrown away", async () => {
  const before = page.geometry;
  const narrow = () => {
    page.geometry = { ...before, windowWidthCss: 900, viewWidthCss: 900 };
    return dataUrl("too narrow");
  };
  shoots([narrow]);
  const sleep = clock.sleep;
  clock.sleep = async (ms) => {
    await sleep(ms);
    if (clock.nowMs > 2000) page.geometry = before;
  };
  expect(await taken()).toBe("the page");
  expect(pauses).toEqual(["resized", null]);
});

test("a difference of less than a fiftieth of a pixel is rounding", async () => {
  page.geometry = { ...page.geometry, movedYCss: 0.015 };
  expect(await taken()).toBe("the page");
});

describe("while the tab is out of sight", () => {
  test("nothing is taken, and it is told once that it pauses and once that it goes on", async () => {
    page.setInFront(false);
    page.onAsk = () => {
      if (clock.nowMs > 30_000 && !page.tab.active) page.setInFront(true);
    };
    expect(await taken()).toBe("the page");
    expect(pauses).toEqual(["outOfSight", null]);
    expect(clock.nowMs).toBeGreaterThan(30_000);
    expect(shots).toHaveLength(1);
  });

  test("that is also so where the tab is in front of a window that is covered", async () => {
    page.geometry = { ...page.geometry, visible: false };
    page.onAsk = () => {
      if (clock.nowMs > 5000) page.geometry = { ...page.geometry, visible: true };
    };
    expect(await taken()).toBe("the page");
    expect(pauses).toEqual(["outOfSight", null]);
  });

  test("Stop ends it", async () => {
    page.setInFront(false);
    page.onAsk = () => clock.nowMs > 3000 && stop.abort();
    await expect(taken()).rejects.toMatchObject({ code: "stopped" });
  });

  test("after two minutes it is given up", async () => {
    page.setInFront(false);
    await expect(taken()).rejects.toMatchObject({ code: "tabHidden" });
    expect(clock.nowMs).toBeGreaterThan(119_000);
    expect(clock.nowMs).toBeLessThan(122_000);
    expect(shots).toEqual([]);
  });

  test("the page side is asked all the while, or it would put the page back after 20 seconds", async () => {
    page.setInFront(false);
    const askedMs: number[] = [];
    page.onAsk = () => {
      askedMs.push(clock.nowMs);
      if (clock.nowMs > 60_000 && !page.tab.active) page.setInFront(true);
    };
    await taken();
    const gaps = askedMs.slice(1).map((ms, n) => ms - askedMs[n]!);
    expect(Math.max(...gaps)).toBeLessThan(2000);
  });
});

test("the browser is never asked sooner than it allows, however unevenly the page answers", async () => {
  const atMs: number[] = [];
  let n = 0;
  page.onAsk = () => clock.pass((n++ * 37) % 150);
  fake.photograph = async () => {
    atMs.push(clock.nowMs);
    clock.pass(45);
    return dataUrl("the page");
  };
  for (let tile = 0; tile < 40; tile += 1) await taken();
  for (const [place, ms] of atMs.entries()) if (place >= 2) expect(ms - atMs[place - 2]!).toBeGreaterThanOrEqual(1000);
});

describe("the watch over the front tab", () => {
  test("counts other tabs coming in front and this one loading, and nothing else", async () => {
    const { front } = shooting;
    const changes = async () => (await front.look()).changes;
    expect(await changes()).toBe(0);
    fake.onActivated.emit({ tabId: 3, windowId: 1 });
    expect(await changes()).toBe(1);
    fake.onUpdated.emit(TAB, { status: "loading" });
    expect(await changes()).toBe(2);
    fake.onUpdated.emit(TAB, { status: "complete" });
    fake.onUpdated.emit(TAB, { url: PAGE_URL });
    fake.onUpdated.emit(TAB + 1, { status: "loading" });
    expect(await changes()).toBe(2);
  });

  test("says where the tab stands", async () => {
    expect(await shooting.front.look()).toEqual({ inFront: true, windowId: 1, url: PAGE_URL, changes: 0 });
    page.tab.url = undefined;
    page.tab.active = false;
    expect(await shooting.front.look()).toMatchObject({ inFront: false, url: "" });
  });

  test("says that the tab is closed", async () => {
    fake.tabs.clear();
    await expect(shooting.front.look()).rejects.toMatchObject({ code: "tabClosed" });
  });

  test("leaves no listener behind", () => {
    shooting.front.stop();
    expect([fake.onActivated.listeners.size, fake.onUpdated.listeners.size]).toEqual([0, 0]);
  });
});

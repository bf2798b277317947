/** Pages of which the browser photographs any part, as Firefox does. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Shooting } from "@/src/capture/camera";
import { PageShifted } from "@/src/capture/incomplete";
import { QuotaWindow } from "@/src/capture/quota";
import type { ExhibitSink } from "@/src/capture/store";
import { takePage } from "@/src/capture/take-page";
import { pngHead } from "@/src/png/chunks";
import { fake } from "@/tests/support/fake-browser";
import { FakeClock } from "@/tests/support/fake-clock";
import { FakePage, PAGE_URL, photographOf } from "@/tests/support/fake-page";
import { shootingOf } from "@/tests/support/shooting";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
// Pixels are looked at by journeys in real browsers.
vi.mock("@/src/capture/decode", () => ({ decode: async () => ({ width: 1280, height: 2000, close: () => {} }) }));
vi.mock("@/src/capture/fixed-layer", () => ({ fixedLayer: async () => ({ bitmap: { close: () => {} }, below: [] }) }));
vi.mock("@/src/capture/stitch", () => ({
  Stitcher: class {
    seams = [];
    heightPx = 0;
    async add({ heightPx }: { heightPx: number }): Promise<void> {
      this.heightPx += heightPx;
    }
    addBelow = async () => {};
    finish = async () => new Uint8Array(1);
  },
}));

type Part = { x: number; y: number; width: number; height: number };
let page: FakePage;
let parts: Part[];
let shooting: Shooting;

beforeEach(async () => {
  fake.reset();
  page = new FakePage(); // 1280 × 2000 in a window of 1280 × 720
  parts = [];
  fake.photograph = async (_window, details) => {
    const part = (details as { rect: Part }).rect;
    parts.push(part);
    return photographOf(part.width, part.height, `picture ${parts.length}`);
  };
  const clock = new FakeClock();
  const quota = new QuotaWindow(clock, Number.POSITIVE_INFINITY);
  shooting = await shootingOf(new AbortController().signal, { clock, quota });
});

const stored = async (about: object) => ({ ...about, bytes: 0, sha256: "", sha512: "", complete: true }) as never;
const sink: ExhibitSink = { file: (about) => ({ write: async () => {}, close: () => stored(about) }) };

const take = (isFirst = true, isLast = false) => {
  const view = pngHead({ widthPx: 1280, heightPx: 720, channels: 4 });
  const order = { url: PAGE_URL, view, seen: page.geometry, method: "page-parts", limitScreens: 60 } as const;
  return takePage(shooting, { ...order, isFirst, hasShifted: false, isLast, onTile: () => {} }, sink);
};

const WHOLE = { x: 0, y: 0, width: 1280, height: 2000 };

test("the whole page is one photograph, and the page is not moved for it", async () => {
  expect(await take()).toMatchObject({ incomplete: [], picture: { tiles: 1, heightPx: 2000, complete: true } });
  expect(parts).toEqual([WHOLE]);
  expect(page.movedBy).toEqual([]);
  expect(page.asked.at(-1)).toBe("release");
});

test("what comes below its end meanwhile is a second one", async () => {
  page.growsToCss = 2500;
  expect(await take()).toMatchObject({ incomplete: [], picture: { tiles: 2, heightPx: 2500 } });
  expect(parts).toHaveLength(2);
});

test("what comes above its end after it was photographed makes the capture begin anew; the last time that is said", async () => {
  page.growsToCss = 2500;
  page.endMovesCss = 500;
  await expect(take()).rejects.toBeInstanceOf(PageShifted);
  page.geometry = { ...page.geometry, pageHeightCss: 2000 };
  page.growsToCss = null;
  expect(await take(false, true)).toMatchObject({ incomplete: ["pageGrew"], picture: { complete: false } });
});

test("fixed things are photographed alone in the window they lie in, then the page without them", async () => {
  page.fixed = [{ xCss: 0, yCss: 0, widthCss: 1280, heightCss: 60 }];
  expect(await take()).toMatchObject({ picture: { complete: true } });
  expect(parts).toEqual([{ ...WHOLE, height: 720 }, WHOLE]);
});

test.each([
  ["that something was taken away from while it was passed", "dropsUnseen"],
  ["behind which something stands still in the window", "hasBackdrop"],
] as const)("a page %s is taken window by window", async (_what, fact) => {
  page[fact] = true;
  fake.photograph = async () => page.photograph(`picture ${page.movedBy.length}`);
  expect(await take()).toMatchObject({ picture: { tiles: 3, heightPx: 2000 } });
});

test("a page that changed its place while it was photographed is photographed again", async () => {
  fake.photograph = async (_window, details) => {
    const part = (details as { rect: Part }).rect;
    parts.push(part);
    if (parts.length === 1) page.geometry = { ...page.geometry, movedYCss: 300 };
    return photographOf(part.width, part.height, `picture ${parts.length}`);
  };
  expect(await take()).toMatchObject({ incomplete: [], picture: { tiles: 1, complete: true } });
  expect(parts).toEqual([WHOLE, WHOLE]);
});

describe("a page in which nothing seems to listen", () => {
  beforeEach(() => {
    page.isQuiet = true;
  });

  test("is passed while it is photographed", async () => {
    let askedMeanwhile: string[] = [];
    const { photograph } = fake;
    fake.photograph = async (...args) => {
      await vi.waitFor(() => expect(page.asked).toContain("passLate"));
      askedMeanwhile = [...page.asked];
      return photograph(...args);
    };
    expect(await take()).toMatchObject({ incomplete: [], picture: { tiles: 1, complete: true } });
    expect(askedMeanwhile.at(-1)).toBe("passLate");
    expect(parts).toEqual([WHOLE]);
  });

  test("and that listened after all is begun anew", async () => {
    page.reactsLate = true;
    await expect(take()).rejects.toBeInstanceOf(PageShifted);
    expect(page.asked.at(-1)).toBe("release");
  });

  test("is passed before where the capture was begun anew", async () => {
    page.reactsLate = true;
    expect(await take(false)).toMatchObject({ incomplete: [], picture: { complete: true } });
    expect(page.asked).not.toContain("passLate");
  });
});

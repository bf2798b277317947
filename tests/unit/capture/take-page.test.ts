import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Shooting } from "@/src/capture/camera";
import { PageShifted } from "@/src/capture/incomplete";
import type { ExhibitSink } from "@/src/capture/store";
import { type PageOrder, takePage } from "@/src/capture/take-page";
import { pngHead } from "@/src/png/chunks";
import { fake } from "@/tests/support/fake-browser";
import { FakePage, PAGE_URL, photographOf } from "@/tests/support/fake-page";
import { shootingOf } from "@/tests/support/shooting";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
// Pixels are looked at by journeys in real browsers; here every picture is one window large.
vi.mock("@/src/capture/decode", () => ({ decode: async () => ({ width: 1280, height: 720, close: () => {} }) }));
vi.mock("@/src/capture/stitch", () => ({ Stitcher: FakeStitcher }));

const FakeStitcher = vi.hoisted(
  () =>
    class {
      seams: object[] = [];
      heightPx = 0;
      constructor(readonly widthPx: number) {}
      #row: string[] = [];
      async add(
        tile: { xPx: number; skipXPx: number; widthPx: number; heightPx: number },
        _png: unknown,
        file: string,
      ): Promise<void> {
        this.seams.push({ file });
        this.#row.push(file);
        if (tile.xPx + tile.skipXPx + tile.widthPx < this.widthPx) return;
        this.#row = [];
        this.heightPx += tile.heightPx;
      }
      dropRow(): string[] {
        this.seams.splice(this.seams.length - this.#row.length);
        return this.#row;
      }
      finish = async () => new Uint8Array(1);
    },
);

let page: FakePage;
let stop: AbortController;
let shooting: Shooting;
let closed: string[];
let written: Map<string, Uint8Array[]>;
let shots: number;

beforeEach(async () => {
  fake.reset();
  page = new FakePage(); // 1280 × 2000 in a window of 1280 × 720: three tiles
  stop = new AbortController();
  closed = [];
  written = new Map();
  shots = 0;
  fake.photograph = async () => {
    shots += 1;
    return page.photograph(`picture ${shots}`);
  };
  shooting = await shootingOf(stop.signal);
});

const sink: ExhibitSink = {
  file: (about) => ({
    write: async (piece) => void written.set(about.path, [...(written.get(about.path) ?? []), piece]),
    close: async (head) => {
      if (head) written.set(about.path, [head, ...(written.get(about.path) ?? [])]);
      closed.push(about.path);
      return { ...about, bytes: 0, sha256: "" as never, sha512: "" as never, complete: true };
    },
  }),
};

const take = (some: Partial<PageOrder> = {}) => {
  const { windowWidthCss: widthPx, windowHeightCss: heightPx } = page.geometry;
  const view = pngHead({ widthPx, heightPx, channels: 4 });
  const plain = {
    url: PAGE_URL,
    view,
    seen: page.geometry,
    method: "window",
    limitScreens: 60,
    isFirst: true,
    hasShifted: false,
    isLast: true,
    onTile: () => {},
  } as const;
  const order: PageOrder = { ...plain, ...some };
  return takePage(shooting, order, sink);
};

const screens = (count: number) => Array.from({ length: count }, (_, n) => `original/screen-00${n}.png`);

test("a whole page is taken tile by tile, and the page is put back", async () => {
  const told: [number, number][] = [];
  const taken = await take({ onTile: (done, total) => told.push([done, total]) });
  expect(taken).toMatchObject({
    incomplete: [],
    picture: { tiles: 3, widthPx: 1280, heightPx: 2000, complete: true },
  });
  expect(closed).toEqual([...screens(3), "derived/stitched.png"]);
  expect(told).toEqual([0, 1, 2, 3].map((done) => [done, 3]));
  expect(page.asked.at(-1)).toBe("release");
});

describe("a page that one photograph shows whole", () => {
  const photo = (heightPx: number) => Buffer.from(pngHead({ widthPx: 1280, heightPx, channels: 4 }));
  const photographsOf = (heightPx: number) => {
    fake.photograph = async () => `data:image/png;base64,${photo(heightPx).toString("base64")}`;
  };

  test("has that very photograph for its picture, not encoded anew", async () => {
    page.geometry = { ...page.geometry, pageHeightCss: 720 };
    photographsOf(720);
    const { picture, seams } = await take();
    expect(picture).toMatchObject({ file: "derived/stitched.png", tiles: 1, widthPx: 1280, heightPx: 720 });
    expect(seams).toEqual([{ file: "original/screen-000.png", xPx: 0, yPx: 0, widthPx: 1280, heightPx: 720 }]);
    expect(Buffer.concat(written.get("derived/stitched.png")!)).toEqual(photo(720));
  });

  test("has a picture of the part that is the page's, where the photograph is larger", async () => {
    page.geometry = { ...page.geometry, pageHeightCss: 720, windowHeightCss: 735 };
    photographsOf(735);
    await take();
    expect(written.get("derived/stitched.png")).toEqual([new Uint8Array(1)]);
  });
});

describe("Stop", () => {
  test("keeps the rows that were taken, and says so", async () => {
    const taken = await take({ onTile: (done) => done === 2 && stop.abort() });
    expect(taken).toMatchObject({ incomplete: ["stopped"], picture: { tiles: 2, heightPx: 1440, complete: false } });
    expect(taken.seams).toHaveLength(2);
    expect(closed).toEqual([...screens(2), "derived/stitched.png"]);
  });

  test("in the middle of a row ends the picture with the last whole row; the tiles taken beyond are kept beside it", async () => {
    page.geometry = { ...page.geometry, pageWidthCss: 2560 };
    const taken = await take({ onTile: (done) => done === 3 && stop.abort() });
    expect(taken).toMatchObject({ incomplete: ["stopped"], picture: { widthPx: 2560, heightPx: 720 } });
    expect(taken.seams).toEqual(screens(2).map((file) => ({ file })));
    expect(closed).toEqual([...screens(3), "derived/stitched.png"]);
  });

  test("before the first tile leaves nothing to keep, and the page is put back", async () => {
    await expect(take({ onTile: () => stop.abort() })).rejects.toMatchObject({ code: "stopped" });
    expect(closed).toEqual([]);
    expect(page.asked.at(-1)).toBe("release");
  });
});

describe("when nothing more can be taken after two rows", () => {
  const ends: [what: string, why: string, disturb: () => void][] = [
    ["the tab went elsewhere", "pageLeft", () => (page.tab.url = "https://other.example/")],
    ["the document went back to another page of its own", "pageLeft", () => change({ entriesSeen: 1 })],
    ["the document was replaced", "pageLeft", () => change({ documentToken: "0".repeat(32) })],
    ["the tab was closed", "pageLeft", () => fake.tabs.clear()],
    ["the window stays another size", "windowResized", () => change({ dpr: 2 })],
    ["the tab stays out of sight", "outOfSight", () => page.setInFront(false)],
    ["the page answers what cannot be", "notAnswering", () => change({ dpr: -1 })],
    ["the browser gives no picture", "noMorePictures", () => (fake.photograph = () => Promise.reject("no image"))],
  ];
  const change = (some: object) => (page.geometry = { ...page.geometry, ...some });
  test.each(ends)("%s: the rows are kept, and it is said why they end", async (_what, why, disturb) => {
    const taken = await take({ onTile: (done) => done === 2 && disturb() });
    expect(taken.incomplete).toEqual([why]);
    expect(taken.picture).toMatchObject({ tiles: 2, heightPx: 1440, complete: false });
    expect(closed).toEqual([...screens(2), "derived/stitched.png"]);
  });

  test("a window of another size is begun anew first", async () => {
    const taking = take({ isLast: false, onTile: (done) => done === 2 && change({ dpr: 2 }) });
    await expect(taking).rejects.toMatchObject({ code: "pageResized" });
  });

  test("before the first row there is nothing to keep", async () => {
    const leave = () => {
      page.tab.url = "https://other.example/";
    };
    const taking = take({ onTile: leave });
    await expect(taking).rejects.toMatchObject({ code: "pageChanged" });
  });
});

test("a photograph of another size than the window's is not taken for a part of the page", async () => {
  const taken = await take({ onTile: (done) => done === 2 && grow() });
  expect(taken).toMatchObject({ incomplete: ["windowResized"], picture: { tiles: 2, heightPx: 1440 } });
  function grow() {
    fake.photograph = async () => photographOf(2560, 1440, "twice as large");
  }
});

test("a window that changed while the page was made ready is not taken as if it were the one photographed first", async () => {
  page.onAsk = (name) => {
    if (name === "prepare") page.geometry = { ...page.geometry, dpr: 1.25 };
  };
  await expect(take()).rejects.toMatchObject({ code: "pageResized" });
  expect(closed).toEqual([]);
});

test.each([
  ["is moved by its root", false, "root"],
  ["with something that stands behind it is scrolled all the same, as that would go with its root", true, "scroll"],
])("a page that has shifted before %s", async (_what, hasBackdrop, by) => {
  page.hasBackdrop = hasBackdrop;
  await take({ hasShifted: true });
  expect(new Set(page.movedBy)).toEqual(new Set([by]));
});

describe("a page that does not let itself be scrolled far enough", () => {
  test("is taken whole, by moving its root", async () => {
    page.scrollsToCss = 100;
    const taken = await take();
    expect(taken).toMatchObject({ incomplete: [], picture: { tiles: 3, heightPx: 2000 } });
    expect(page.movedBy).toEqual(["scroll", "scroll", "root", "root"]);
  });

  test("and one that is scrolled back while it is photographed", async () => {
    let looks = 0;
    page.onAsk = (name) => {
      if (name !== "look" || page.geometry.movedYCss !== 720 || page.movedBy.at(-1) === "root") return;
      looks += 1;
      if (looks % 2 === 0) page.geometry = { ...page.geometry, movedYCss: 0 };
    };
    expect(await take()).toMatchObject({ incomplete: [], picture: { tiles: 3, heightPx: 2000 } });
    expect(page.movedBy).toContain("root");
  });
});

test("a page that ends a pixel before where its height says ends there in the picture too", async () => {
  page.scrollsToCss = 1279;
  expect(await take()).toMatchObject({ incomplete: [], picture: { tiles: 3, heightPx: 1999 } });
});

test("a page that goes on below its end is taken to where it then ends", async () => {
  page.growsToCss = 2500;
  expect(await take()).toMatchObject({ incomplete: [], picture: { tiles: 4, heightPx: 2500 } });
});

test("a page that is left when its last row was taken is kept as far as it is known", async () => {
  page.onAsk = (name) => {
    if (name === "passRest") throw new Error("nobody there");
  };
  expect(await take()).toMatchObject({ incomplete: ["pageLeft"], picture: { tiles: 3, heightPx: 2000 } });
});

test.each(["unloaded", "release"])(
  "a page that is left when all of it was taken (at “%s”) is kept whole, and what it was not asked is said",
  async (asked) => {
    page.onAsk = (name) => {
      if (name === asked) throw new Error("nobody there");
    };
    const taken = await take();
    expect(taken).toMatchObject({
      incomplete: [],
      unloaded: null,
      picture: { tiles: 3, heightPx: 2000, complete: true },
    });
  },
);

test("a wide page that ends a pixel later is taken to there, all tiles of its last row at one height", async () => {
  page.endsLaterCss = 1;
  page.geometry = { ...page.geometry, pageWidthCss: 2560 };
  expect(await take({ isLast: false })).toMatchObject({ incomplete: [], picture: { tiles: 6, heightPx: 2001 } });
});

describe("where something above moves while the page is taken", () => {
  beforeEach(() => {
    page.onAsk = (name) => {
      const isSecond = page.asked.filter((asked) => asked === "moveTo").length === 2;
      page.geometry = { ...page.geometry, shiftedCss: name === "moveTo" && isSecond ? 40 : 0 };
    };
  });

  test("the capture is given up so that it can begin anew, and the page is put back", async () => {
    await expect(take({ isLast: false })).rejects.toBeInstanceOf(PageShifted);
    expect(closed).not.toContain("derived/stitched.png");
    expect(page.asked.at(-1)).toBe("release");
  });

  test("the second time it is taken to its end, and called incomplete", async () => {
    expect(await take({ isLast: true })).toMatchObject({
      incomplete: ["pageGrew"],
      picture: { tiles: 3, complete: false },
    });
  });
});

describe("the address after preparing", () => {
  const rename = (entriesSeen: number, url = `${PAGE_URL}#top`) => {
    page.onAsk = (name) => {
      if (name !== "prepare") return;
      page.tab.url = url;
      page.geometry = { ...page.geometry, entriesSeen };
    };
  };

  test("may be renamed by the page itself", async () => {
    rename(0);
    expect(await take()).toMatchObject({ incomplete: [] });
  });

  test("may be renamed with every scroll", async () => {
    page.onAsk = () => {
      page.tab.url = `${PAGE_URL}?at=${page.geometry.movedYCss}`;
    };
    expect(await take({ isLast: false })).toMatchObject({ incomplete: [], picture: { tiles: 3, heightPx: 2000 } });
  });

  test.each([`${PAGE_URL}#top`, PAGE_URL])("is another page's where the document went on or back: %s", async (url) => {
    rename(1, url);
    await expect(take()).rejects.toMatchObject({ code: "pageChanged" });
    expect(closed).toEqual([]);
    expect(page.asked.at(-1)).toBe("release");
  });

  test("is another page's where it went there after the window was photographed, before anything was prepared", async () => {
    const seen = page.geometry;
    page.geometry = { ...seen, entriesSeen: 1 };
    await expect(take({ seen })).rejects.toMatchObject({ code: "pageChanged" });
  });
});

describe("what moves within the page", () => {
  test.each([
    ["before a photograph", 1],
    ["while one is made", 2],
  ])("%s makes the capture begin anew; the last time that is said", async (_when, nth) => {
    const shifts = () => {
      const names = page.asked.slice(page.asked.lastIndexOf("moveTo"));
      const looks = names.filter((name) => name === "look").length;
      page.geometry = { ...page.geometry, shiftedCss: page.movedBy.length === 2 && looks === nth ? 90 : 0 };
    };
    page.onAsk = shifts;
    await expect(take({ isLast: false })).rejects.toBeInstanceOf(PageShifted);
    expect(page.movedBy).toHaveLength(2);
    [page.asked, page.movedBy] = [[], []];
    expect(await take({ isLast: true })).toMatchObject({ incomplete: ["pageGrew"] });
  });

  test("is not asked for again: the page is moved by its root then, unless it shows some things only in view", async () => {
    await take({ hasShifted: true });
    expect(new Set(page.movedBy)).toEqual(new Set(["root"]));
    page.movedBy = [];
    page.dropsUnseen = true;
    await take({ hasShifted: true });
    expect(new Set(page.movedBy)).toEqual(new Set(["scroll"]));
  });
});

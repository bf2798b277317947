import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { PAGE_ANSWERS } from "@/src/messaging/page-answers";
import type { PageAnswer, PageAskName } from "@/src/messaging/page-side";
import { emptyFacts, FACT_LIMITS, MAX_MEDIA_COUNT } from "@/src/model/page-facts";
import { THREAD_LIMITS } from "@/src/model/thread";
import * as sample from "@/tools/screens/samples";
import { readingOf } from "@/tools/screens/samples";

const GEOMETRY: PageAnswer<"look"> = {
  documentToken: "6f1f7d2e8b1c4a579a3e3a0c5d7e9b10",
  entriesSeen: 3,
  visible: true,
  viewWidthCss: 1265,
  viewHeightCss: 720,
  pageLeftCss: 0,
  windowWidthCss: 1280,
  windowHeightCss: 720,
  pageWidthCss: 1265,
  pageHeightCss: 20_000,
  magnifiedBy: 1,
  dpr: 1.25,
  movedXCss: 0,
  movedYCss: 719.2,
  shiftedCss: 0,
};

const INNER: PageAnswer<"innerLook"> = {
  box: { xCss: 300, yCss: 60, widthCss: 720.5, heightCss: 580 },
  topCss: 1200.5,
  lengthCss: 9000,
  viewCss: 580,
  atStart: false,
  atEnd: false,
  movedUpCss: 464,
  aboveCss: 0,
  belowCss: 40,
};

const FACTS = {
  ...emptyFacts("https://example.com/posts/1", "web"),
  handle: "kim",
  mediaCount: 2,
  sources: { handle: "meta:author" },
};
const ACCOUNT = { handle: "kim", displayName: "Kim Doe", profileUrl: null, stableId: "6" };
const POST = {
  ...ACCOUNT,
  permalink: null,
  postedAt: null,
  postedAtDate: null,
  postedAtText: "3h",
  text: "A walk.",
  isMeant: true,
};

const GOOD: { [Name in PageAskName]: PageAnswer<Name> } = {
  inspect: readingOf(FACTS, {
    chosenBy: "chosen",
    forwarder: ACCOUNT,
    derived: sample.derived,
    doubts: sample.doubts,
    candidates: sample.candidates,
    thread: { posts: [POST], shown: 1, declared: { shown: 1, total: 57 } },
  }),
  point: null,
  choose: null,
  kind: { contentType: "text/html" },
  surroundings: {
    title: "A post",
    canonical: null,
    frames: ["https://example.com/frame"],
    scrollsInside: false,
    languages: ["en", "zh-HK"],
    userAgent: "made up",
  },
  look: GEOMETRY,
  prepare: {
    geometry: GEOMETRY,
    fixed: [{ xCss: 0, yCss: 0, widthCss: 1265, heightCss: 60 }],
    moveBy: "scroll",
    actions: [{ act: "pass-whole-page" }],
    dropsUnseen: false,
    hasBackdrop: false,
    passesLate: true,
  },
  passLate: { changed: false },
  showPage: GEOMETRY,
  moveTo: GEOMETRY,
  passRest: GEOMETRY,
  unloaded: { count: 2, addresses: ["https://example.com/a.png"] },
  videos: { count: 2, lengths: [190] },
  html: { parts: 2, base64: "H4sIAAAAAAAA" },
  resources: { addresses: ["https://example.com/a.png"], kept: ["k7-heron-8317-quartz"], typed: ["some words"] },
  wholePage: { parts: 2, base64: "H4sIAAAAAAAA" },
  innerFind: { found: true, isMain: false },
  innerBegin: { view: INNER },
  innerToStart: { view: INNER, grew: true },
  innerTo: INNER,
  innerLook: INNER,
  cover: { holds: true, needs: [], covered: 3 },
  uncover: null,
  redraw: { widthPx: 1280, heightPx: 9000, partPx: 2343, dpr: 1.25, lacking: 0, isCut: false },
  redrawPart: { base64: "iVBORw0KGgo=" },
  redrawEnd: null,
  release: [{ act: "move-root" }, { act: "scroll-to-top", detail: "0,300" }, { act: "restore" }],
};
type Telling = Exclude<PageAskName, "uncover" | "redrawEnd" | "point" | "choose">;
/** The others have nothing to say but that it is done. */
const NAMES = (Object.keys(GOOD) as PageAskName[]).filter((name): name is Telling => GOOD[name] !== null);

const isTaken = (name: PageAskName, answer: unknown): boolean => v.is(PAGE_ANSWERS[name] as v.GenericSchema, answer);

describe.each(NAMES)("an answer to “%s”", (name) => {
  const good = GOOD[name];

  test("is taken when it is as agreed, and comes through unchanged", () => {
    expect(v.parse(PAGE_ANSWERS[name] as v.GenericSchema, good)).toEqual(good);
  });

  test("is refused when one field is gone", () => {
    const fields = Object.keys(good ?? {}).filter((key) => !/^\d+$/.test(key));
    for (const field of fields) {
      const { [field]: _, ...rest } = good as unknown as Record<string, unknown>;
      expect(isTaken(name, rest), field).toBe(false);
    }
  });

  test("is refused when it says more than was asked", () => {
    const extra = Array.isArray(good) ? [{ act: "restore", x: 1 }] : { ...good, extra: 1 };
    expect(isTaken(name, extra)).toBe(false);
  });

  test("is refused when one field is of another kind", () => {
    const wrong = [undefined, Symbol("a"), { a: 1 }, Number.NaN, -1e300, () => {}, 10n, true, "x", 1, []];
    for (const [field, value] of Object.entries(good)) {
      for (const other of wrong) {
        const sameKind = typeof other === typeof value || (value === null && typeof other === "string");
        if (sameKind && (typeof other !== "number" || (!Number.isNaN(other) && other > -1e9)) && !Array.isArray(other))
          continue;
        if (Array.isArray(value) && Array.isArray(other)) continue;
        if (field === "sources" && (Array.isArray(other) || typeof other === "object")) continue;
        const changed = Array.isArray(good) ? [...good, other] : { ...good, [field]: other };
        expect(isTaken(name, changed), `${field}: ${String(other)}`).toBe(false);
      }
    }
  });

  test("is refused when it is anything else", () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), (made) => {
        fc.pre(!(Array.isArray(made) && made.length === 0 && name === "release"));
        expect(isTaken(name, made)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("facts are refused", () => {
  test.each(Object.entries(FACT_LIMITS).filter(([field]) => field !== "source" && field !== "postedAt"))(
    "when %s is longer than %i",
    (field, limit) => {
      const withFact = (value: string) => ({ ...GOOD.inspect, facts: { ...FACTS, [field]: value } });
      expect(isTaken("inspect", withFact("x".repeat(limit)))).toBe(true);
      expect(isTaken("inspect", withFact("x".repeat(limit + 1)))).toBe(false);
    },
  );

  test.each<[string, object]>([
    ["a media count of one and a half", { mediaCount: 1.5 }],
    ["a media count below nothing", { mediaCount: -1 }],
    ["a media count beyond belief", { mediaCount: MAX_MEDIA_COUNT + 1 }],
    ["a page address that is null", { pageUrl: null }],
    ["a time of posting that is none", { postedAt: "soon" }],
    ["a time of posting in no year of ours", { postedAt: "+275760-09-13T00:00:00.000Z" }],
    ["a source that is no text", { sources: { handle: 1 } }],
    ["a source that is too long", { sources: { handle: "x".repeat(FACT_LIMITS.source + 1) } }],
    ["a source for a fact with an endless name", { sources: { ["x".repeat(61)]: "meta" } }],
    [
      "more sources than there are facts",
      { sources: Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`f${n}`, "meta"])) },
    ],
  ])("with %s", (_what, change) => {
    expect(isTaken("inspect", { ...GOOD.inspect, facts: { ...FACTS, ...change } })).toBe(false);
  });
});

describe("a list of posts is refused", () => {
  const listOf = (posts: object[], change: object = {}) => ({
    ...GOOD.inspect,
    thread: { posts, shown: posts.length, declared: null, ...change },
  });
  const long = { ...POST, text: "x".repeat(THREAD_LIMITS.text) };

  test.each<[string, object]>([
    ["with too many posts", listOf(Array(THREAD_LIMITS.posts + 1).fill(POST))],
    ["with an endless text", listOf([{ ...POST, text: "x".repeat(THREAD_LIMITS.text + 1) }])],
    ["with endless texts together", listOf(Array(201).fill(long))],
    ["with an endless address", listOf([{ ...POST, permalink: "x".repeat(THREAD_LIMITS.address + 1) }])],
    ["with half a post", listOf([POST], { shown: 1.5 })],
    ["with a total that is none", listOf([POST], { declared: { shown: 1, total: -1 } })],
    ["with too many to choose from", { ...GOOD.inspect, candidates: Array(51).fill(sample.candidates[0]) }],
    ["with too many doubts", { ...GOOD.inspect, doubts: Array(21).fill(sample.doubts[0]) }],
    ["with a way of choosing that there is not", { ...GOOD.inspect, chosenBy: "guessed" }],
    [
      "with a range that is not said to be derived",
      { ...GOOD.inspect, derived: { ...sample.derived, isDerived: false } },
    ],
  ])("%s", (_what, answer) => {
    expect(isTaken("inspect", listOf(Array(200).fill(long)))).toBe(true);
    expect(isTaken("inspect", answer)).toBe(false);
  });
});

describe("a place is refused", () => {
  test.each<[string, object]>([
    ["with a token that is none", { documentToken: "x" }],
    ["with a ratio of nothing", { dpr: 0 }],
    ["with a ratio beyond belief", { dpr: 21 }],
    ["with an endless height", { pageHeightCss: Number.POSITIVE_INFINITY }],
    ["with a height that is no number", { pageHeightCss: Number.NaN }],
    ["with a height beyond belief", { pageHeightCss: 1e9 }],
    ["with a move beyond belief", { movedYCss: -1e9 }],
    ["with half an entry of history", { entriesSeen: 1.5 }],
    ["with a shift that is no number", { shiftedCss: Number.NaN }],
    ["with a sight that is a text", { visible: "true" }],
  ])("%s", (_what, change) => {
    const place = { ...GEOMETRY, ...change };
    for (const name of ["look", "showPage", "moveTo"] as const) expect(isTaken(name, place)).toBe(false);
    expect(isTaken("prepare", { ...GOOD.prepare, geometry: place })).toBe(false);
  });
});

describe("other answers are refused", () => {
  test.each<[PageAskName, string, unknown]>([
    ["surroundings", "with too many frames", { ...GOOD.surroundings, frames: Array(201).fill("https://a.example/") }],
    ["surroundings", "with too many languages", { ...GOOD.surroundings, languages: Array(101).fill("en") }],
    ["surroundings", "with an endless language", { ...GOOD.surroundings, languages: ["x".repeat(101)] }],
    ["surroundings", "with an endless browser name", { ...GOOD.surroundings, userAgent: "x".repeat(2001) }],
    ["kind", "with an endless name", { contentType: "x".repeat(101) }],
    ["surroundings", "with an endless title", { ...GOOD.surroundings, title: "x".repeat(FACT_LIMITS.title + 1) }],
    ["prepare", "with a fixed box without a height", { ...GOOD.prepare, fixed: [{ xCss: 0, yCss: 0, widthCss: 1 }] }],
    ["prepare", "with too many fixed boxes", { ...GOOD.prepare, fixed: Array(1001).fill(GOOD.prepare.fixed[0]) }],
    ["unloaded", "with half a picture", { ...GOOD.unloaded, count: 0.5 }],
    ["videos", "with more lengths than are told", { count: 30, lengths: Array(21).fill(1) }],
    ["videos", "of no length", { count: 1, lengths: [0] }],
    ["html", "with half a part", { parts: 1.5, base64: "" }],
    ["html", "with too many parts", { parts: 1001, base64: "" }],
    ["html", "with a part below nothing", { parts: -1, base64: "" }],
    ["html", "with a part that is too long", { parts: 1, base64: "x".repeat((16 << 20) + 1) }],
    ["release", "with an act that nobody agreed on", [{ act: "click" }]],
    ["release", "with an endless detail", [{ act: "restore", detail: "x".repeat(201) }]],
    ["release", "with more acts than a capture has", Array(1000).fill({ act: "restore" })],
  ])("“%s” %s", (name, _what, answer) => {
    expect(isTaken(name, answer)).toBe(false);
  });
});

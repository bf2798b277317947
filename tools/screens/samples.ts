/** Made-up, neutral content for pictures and tests. No real person, no real post. */
import type { PageView } from "@/src/messaging/protocol";
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry, CustodyEvent } from "@/src/model/custody";
import type { Sha256, Sha512 } from "@/src/model/digest";
import type { CaseId, ExhibitId, ExhibitSummary, PageRecord, RecordedPost, WholePage } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { PackagePreview } from "@/src/model/hand-over";
import type { UtcInstant } from "@/src/model/instant";
import type { MissingPart } from "@/src/model/missing";
import { emptyFacts, type PageFacts } from "@/src/model/page-facts";
import type { Candidate, DerivedRange, Doubt, PageReading, ThreadFacts } from "@/src/model/thread";
import { choicesOf } from "@/src/search/filters";
import { firstChoice, type HandOverChoice } from "@/src/ui/library/hand-over/choice";
import type { HandOverState, MadePackage } from "@/src/ui/library/hand-over/state";
import type { ListState } from "@/src/ui/library/state";
import type { ReportOffer } from "@/src/ui/parts/report-offer";

export const CASE = "6f1c2a54-0d4b-4c1e-9a57-1f0f3f6c1a01" as CaseId;
export const ITEM = "0b5b8f0e-6a0c-4c2e-8a43-2f3f8a4c7d11" as ExhibitId;
export const URL_OF_POST = "https://www.example.com/river.walks/posts/1986021144973865000";

export const facts: PageFacts = {
  ...emptyFacts(URL_OF_POST, "bluesky"),
  permalink: URL_OF_POST,
  title: "river.walks: Morning mist on the path by the weir",
  language: "en",
  handle: "river.walks",
  displayName: "River Walks",
  profileUrl: "https://www.example.com/river.walks",
  postedAt: "2025-11-02T14:05:00+08:00",
  postedAtText: "2 Nov, 14:05",
  text: "Morning mist on the path by the weir.\nThe bench by the old lock is free again.",
  mediaCount: 2,
  sources: { handle: "jsonld:author.name" },
};

export const nothingFound: PageFacts = emptyFacts("https://www.example.org/", "web");

export const hostile: PageFacts = {
  ...facts,
  handle: "<script>alert(1)</script>\u202Eriver\u200B",
  displayName: "R\u0456ver",
  postedAt: null,
  postedAtText: "3h",
};

/** What the popup is told of a page with these facts on it, in which nothing scrolls by itself. */
export function pageOf(facts: PageFacts, changes: Partial<Omit<PageView, "url">> = {}): Omit<PageView, "url"> {
  return { ...readingOf(facts), inner: { found: false, isMain: false }, ...changes };
}

/** One look at a page with these facts on it. */
export function readingOf(facts: PageFacts, changes: Partial<PageReading> = {}): PageReading {
  return {
    facts,
    chosenBy: null,
    author: { stableId: null },
    forwarder: null,
    quoted: null,
    derived: null,
    candidates: [],
    doubts: [],
    thread: { posts: [], shown: 0, declared: null },
    ...changes,
  };
}

const WORDS = [
  "Morning mist on the path by the weir.",
  "Is the bench by the old lock free again? I went past on Sunday and somebody had put three chairs and a table there, and a lamp.",
  "Yes.",
];

export const candidates: Candidate[] = Array.from({ length: 12 }, (_, index) => ({
  index,
  handle: ["river.walks", "lock\u200Bkeeper", "weir_watch"][index % 3]!,
  displayName: null,
  permalink: `${URL_OF_POST}/${index}`,
  postedAtText: `${index + 1}h`,
  text: WORDS[index % 3]!,
}));

export const derived: DerivedRange = {
  isDerived: true,
  text: "3h",
  from: "2026-11-20T21:02:03.456Z",
  to: "2026-11-20T23:02:03.456Z",
};

export const doubts: Doubt[] = [{ fact: "handle", value: "river.walk", source: "meta:profile:username" }];

export const post: RecordedPost = {
  chosenBy: "address",
  author: { stableId: "40271" },
  forwarder: null,
  quoted: null,
  derived,
  doubts,
};

export const thread: ThreadFacts = {
  posts: Array.from({ length: 120 }, (_, index) => ({
    ...candidates[index % 3]!,
    profileUrl: null,
    stableId: null,
    postedAt: null,
    postedAtDate: null,
    isMeant: index === 1,
  })).map(({ index: _, ...listed }) => listed),
  shown: 120,
  declared: { shown: 119, total: 457 },
};

export function correctionOf(some: Pick<Correction, "item" | "fact" | "value">): Correction {
  return {
    ...some,
    id: "2f4c9a10-5b3d-4e6f-8a7b-9c0d1e2f3a4b",
    pageValue: some.fact === "originalPlace" ? null : facts[some.fact],
    utc: "2026-11-21T03:00:00.000Z" as UtcInstant,
    tz: "Asia/Hong_Kong",
  };
}

export const report: ReportOffer = {
  destination: "bluesky",
  platform: "Bluesky",
  url: "https://www.example.com/report",
  isBestForm: true,
  isHowTo: false,
  asks: ["post-url", "email", "description"],
  asksSeen: true,
  caution: null,
  checked: null,
};

export const missingOfLong: MissingPart[] = [
  { what: "whole-conversation", why: "longerThanLimit", screens: { taken: 60, of: 240 } },
];

export const missing: MissingPart[] = [
  { what: "handle", why: "notOnPage" },
  { what: "full-page-picture", why: "pageTooLong" },
];

export const frames = ["https://video.example/embed/8842?autoplay=0", "about:srcdoc"];
export const missingPictures: MissingPart[] = [
  {
    what: "some-pictures",
    why: "notLoaded",
    addresses: [
      "https://pictures.example/2026/11/weir-and-lock-in-the-rain-large.jpg?width=2048&quality=90",
      "data:image/webp",
    ],
  },
];

const digest = (seed: string) => seed.repeat(64).slice(0, 64) as Sha256;

function file(path: string, bytes: number, seed: string): ExhibitFile {
  const role = path.startsWith("original/") ? "original" : "derived";
  const mime = path.endsWith(".png") ? "image/png" : "text/plain";
  return {
    path,
    role,
    bytes,
    mime,
    sha256: digest(seed),
    sha512: seed.repeat(128).slice(0, 128) as Sha512,
    complete: true,
  };
}

export const record: PageRecord = {
  schema: "tidemark-record/1",
  id: ITEM,
  caseId: CASE,
  kind: "post",
  exhibit: 3,
  url: { browser: URL_OF_POST, canonical: URL_OF_POST, frames: [] },
  page: { title: facts.title, lang: "en" },
  poster: null,
  forwarder: null,
  postedAt: null,
  facts,
  captured: {
    startUtc: "2026-11-21T01:02:03.456Z" as UtcInstant,
    endUtc: "2026-11-21T01:02:08.120Z" as UtcInstant,
    offsetMin: 480,
    tz: "Asia/Hong_Kong",
    monotonicMs: 4664,
  },
  by: { role: "unstated" },
  env: {
    browser: "Chromium 156.0",
    os: "linux x86-64",
    extVersion: "0.1.0",
    extBuildHash: "1f0f3f6c1a01",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    viewport: { widthCss: 1280, heightCss: 720 },
    dpr: 1,
    zoom: 1,
    lang: ["en-GB"],
    privateWindow: false,
  },
  actions: [],
  pictures: "as shown",
  picture: {
    method: "photograph",
    file: "derived/stitched.png",
    widthPx: 1280,
    heightPx: 6400,
    tiles: 9,
    complete: true,
  },
  files: [
    file("original/screen-000.png", 812_345, "9f86d081884c7d65"),
    file("original/page.dom.html.txt", 96_210, "2c26b46b68ffc68f"),
    file("derived/stitched.png", 4_201_733, "fcde2b2edba56bf4"),
  ],
  seams: [],
  missing: [],
};

export function entry(seq: number, event: CustodyEvent, utc: string): CustodyEntry {
  return {
    seq,
    event,
    utc: utc as UtcInstant,
    tz: "Asia/Hong_Kong",
    actor: "unstated",
    item: event === "export" ? null : ITEM,
    digest: null,
    detail: event === "export" ? { exhibits: "1,2,3" } : {},
    app: "0.1.0+1f0f3f6c1a01",
    prev: digest("0"),
    hash: digest("1"),
  };
}

export const history: CustodyEntry[] = [
  entry(4, "capture", "2026-11-21T01:02:08.120Z"),
  entry(5, "reveal", "2026-11-21T01:10:40.000Z"),
  entry(7, "export", "2026-11-21T02:30:12.000Z"),
];

function summary(exhibit: number, changes: Partial<ExhibitSummary>): ExhibitSummary {
  return {
    id: ITEM.replace(/..$/, String(exhibit).padStart(2, "0")) as ExhibitId,
    caseId: CASE,
    exhibit,
    capturedUtc: "2026-11-21T01:02:08.120Z" as UtcInstant,
    url: URL_OF_POST,
    title: facts.title,
    platform: "bluesky",
    handle: "river.walks",
    postedAtText: "2 Nov, 14:05",
    pictures: "as shown",
    missing: [],
    text: facts.text,
    ...changes,
  };
}

export const items: ExhibitSummary[] = [
  summary(4, { title: "晨霧籠罩堤邊小路", handle: "晨間散步", platform: "threads" }),
  summary(3, {
    remarks: {
      description: "The path where I draw, put up by another account",
      tags: ["second account", "river path"],
      words: "",
    },
  }),
  summary(2, {
    platform: "web",
    url: "https://notes.example.org/a/very/long/address/that/goes/on?page=2",
    handle: null,
    title:
      "A page with a title that is so long that it does not fit on one line of the list, however wide the window is",
    missing,
  }),
  summary(1, {
    pictures: "covered",
    platform: "youtube",
    handle: "Weir.and.Lock",
    title: "Weir and lock, a walk in the rain",
  }),
];

/** The list with these items in it, all of them found unless it is said which are. */
export function listOf(items: ExhibitSummary[], some: Partial<ReadList> = {}): ReadList {
  return {
    step: "read",
    items,
    found: items,
    choices: choicesOf(items),
    damaged: [],
    waiting: 0,
    isWhole: true,
    ...some,
  };
}
type ReadList = Extract<ListState, { step: "read" }>;

/** Several hundred over a year, each as one of the four above. */
export const manyItems: ExhibitSummary[] = Array.from({ length: 412 }, (_, place) => ({
  ...items[place % items.length]!,
  id: `${ITEM.slice(0, -4)}${String(place).padStart(4, "0")}` as ExhibitId,
  exhibit: 412 - place,
  capturedUtc: new Date(Date.UTC(2026, 10, 20) - place * 21 * 3_600_000).toISOString() as UtcInstant,
  ...(place % 9 === 0 && {
    remarks: { description: "", tags: ["second account", "work"].slice(place % 2), words: "" },
  }),
}));

export const wholePage: WholePage = {
  file: "derived/page.mhtml",
  parts: 14,
  leftOut: { frames: ["https://ads.example/frame", ""], withPrivate: 1, other: 3 },
};

export const handOverChoice: HandOverChoice = firstChoice(CASE, "en");
export const choosing = {
  step: "choosing",
  items,
  cases: [{ id: CASE, name: "Harbour", role: "unstated", items: items.length }],
  damaged: [],
  choice: handOverChoice,
  mistake: null,
} as const satisfies HandOverState;

/** Of the items above: one was saved covered, of the others only text would go in. */
export const packagePreview: PackagePreview = {
  rows: items.map(({ id, pictures }, place) => ({
    id,
    files: pictures === "covered" ? 3 : 0,
    bytes: pictures === "covered" ? 1_840_000 : 0,
    leftOut: pictures === "covered" ? 0 : 3 + place,
    picture: pictures === "covered" ? "kept" : "none",
  })),
  carried: { pictureAddresses: 1, fileNames: 2, places: 1 },
  notWhole: 3,
  words: { events: 3, reports: 1 },
};

/** Of the first item parts were covered, the others as above. */
export const redactedPreview: PackagePreview = {
  ...packagePreview,
  rows: packagePreview.rows.map((row, place) =>
    place === 0 ? { ...row, files: 0, bytes: 0, leftOut: 4, picture: "redacted" } : row,
  ),
};

export const wholePreview: PackagePreview = {
  rows: items.map(({ id }, place) => ({ id, files: 4, bytes: 2_400_000 * (place + 1), leftOut: 0, picture: "kept" })),
  carried: { pictureAddresses: 0, fileNames: 0, places: 0 },
  notWhole: 0,
  words: { events: 3, reports: 1 },
};

export const madePackage: MadePackage = {
  fileName: "documents-20261121-031205.zip",
  isPlaced: false,
  seal: { by: "nothing" },
  pictures: "full",
  receiver: "police",
  language: "en",
  keptBy: "unstated",
  withWords: true,
  items: 4,
  tagManifestSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" as Sha256,
  exhibits: [ITEM],
  head: { caseId: CASE, lastSeq: 3, headHash: digest("c4") },
  logBrokenAt: null,
};

/** Made up: it opens nothing. */
export const recoveryLines = [
  "AGE-SECRET-KEY-1",
  "QQQQ ZZZZ RRRR YYYY 9999",
  "PPPP XXXX 8888 GGGG FFFF",
  "2222 TTTT VVVV DDDD WW",
];

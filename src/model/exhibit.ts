/**
 * The evidence record: everything known about one exhibit except its bytes. Written once when the exhibit is sealed,
 * in canonical JSON (RFC 8785). Format: docs/formats/record.md
 */
import type { CoverBox } from "./covers";
import type { Role } from "./custody";
import type { Sha256, Sha512 } from "./digest";
import type { Imported, Recording } from "./from-elsewhere";
import type { UtcInstant } from "./instant";
import type { LinkRel } from "./links";
import type { PageFacts } from "./page-facts";
import type { Scope } from "./scope";
import type { PostFacts, ThreadFacts } from "./thread";

export type ExhibitId = string & { readonly __brand: "ExhibitId" };
export type CaseId = string & { readonly __brand: "CaseId" };

export const RECORD_SCHEMA = "tidemark-record/1";

/** "covered": every picture on the page was opaque before the first photograph, and no picture's bytes were kept. */
export const PICTURES = ["as shown", "covered"] as const;
export type Pictures = (typeof PICTURES)[number];

/** The account shown with a post. Shown by the page; not proof of a person. */
export interface ShownAccount {
  text: string;
  profileUrl: string | null;
  how: "detected" | "typed" | "corrected";
  confirmed: boolean;
}

/** The time shown with a post, word for word, beside what a machine can read. */
export interface ShownTime {
  visible: string | null;
  machine: string | null;
  /** Where it was read, e.g. `jsonld:datePublished`. */
  source: string;
}

export interface ExhibitFile {
  /** Below the exhibit's folder, e.g. `original/screen-000.png`. */
  path: string;
  role: "original" | "derived";
  /** For derived files: what was done, and to which files. */
  op?: string;
  from?: string[];
  bytes: number;
  mime: string;
  /** Of the exact bytes, taken before encryption. */
  sha256: Sha256;
  sha512: Sha512;
  complete: boolean;
}

/** Format of `derived.json`: what was made of an exhibit for one bundle. See docs/formats/bundle.md */
export const DERIVED_SCHEMA = "tidemark-derived/1";

/** `boxes`: what of the picture it was made of is opaque. */
export type DerivedFile = ExhibitFile & { boxes?: readonly CoverBox[] };

/** Files that a record does not name, because they were made after it was sealed. */
export interface DerivedFiles {
  schema: typeof DERIVED_SCHEMA;
  files: DerivedFile[];
}

/** Format of `left-out.json`: what a bundle does not hold because its maker chose so. See docs/formats/bundle.md */
export const LEFT_OUT_SCHEMA = "tidemark-left-out/1";

/** Files of a record that are in no package in which pictures are covered or left out. */
export interface LeftOutFiles {
  schema: typeof LEFT_OUT_SCHEMA;
  why: "pictures";
  files: Pick<ExhibitFile, "path" | "bytes" | "sha256" | "sha512">[];
}

/** The copy of the picture with the facts written above it. */
export const MARKED_FILE = "derived/marked.png";
/** The copy of the picture on which the parts that the user covered are opaque. */
export const REDACTED_FILE = "derived/redacted.png";

/** Where one original tile lies in the stitched picture; all in device pixels. */
export interface Seam {
  file: string;
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
  /** Where that part lies in the tile; absent in records of whole pages. */
  fromXPx?: number;
  fromYPx?: number;
  /**
   * How the place was found. "pixels": they fit here alone. "offset": they fit at several places, among them the one that
   * the page told. "unsure": they fit nowhere; a bar stands above the part. Absent where nothing had to be found.
   */
  how?: "pixels" | "offset" | "unsure";
}

/** Acts that were done to the page in order to record it, and undone afterwards. */
export const PAGE_ACTS = [
  "scroll-to-top",
  "scroll-through", // the page was scrolled to photograph the next part
  "move-root", // the same, by moving its root with CSS where scrolling did not do
  "pass-whole-page", // every part came near the window once, so that the page loads it
  "load-lazy-images",
  "pause-animations",
  "keep-scrollbar-space",
  "unstick", // sticky things stayed in their place in the page
  "set-fixed-aside", // fixed things were photographed by themselves
  "draw-off-screen",
  "scroll-inside", // the box that scrolls by itself was scrolled from its start to its end
  "load-history", // its start was brought into sight, and the page loaded more there
  "hide-over-box", // what lies over that box was hidden
  "cover-pictures",
  "uncover-pictures",
  "add-frame", // to draw the page again: a frame that is not seen, and for a moment a box to measure with
  "restore",
] as const;

/** One of them. */
export interface PageAction {
  act: (typeof PAGE_ACTS)[number];
  detail?: string;
}

export const INTERRUPTIONS = ["backgroundStopped", "windowResized", "pageShifted"] as const;

/** Something came between, and the capture was begun anew. */
export interface Interruption {
  what: (typeof INTERRUPTIONS)[number];
  /** When it was noticed. */
  utc: UtcInstant;
}

/** What a record may lack. */
export const MISSING_PARTS = [
  "photograph",
  "full-page-picture",
  "whole-conversation",
  "some-pictures",
  "whole-page-file",
  "handle",
  "posted-time",
  "posts",
  "whole-recording",
] as const;

/** What the record lacks, by name, and why. Each code has its sentence. */
export interface MissingPart {
  what: (typeof MISSING_PARTS)[number];
  why: MissingWhy;
  /** How far the picture got, in heights of what is seen at once; `of` is what the page was long at the end. */
  screens?: { taken: number; of: number };
  /** For pictures that did not load: the addresses of the first of them, as the page gives them. */
  addresses?: string[];
  /** For `posts`: how many of how many were on the page. For `whole-recording`: seconds, of how many seconds. */
  shown?: number;
  total?: number;
}

export const MISSING_WHYS = [
  "notOnPage", // the page does not show it where we can read it
  "notTold", // the page shows several posts, and which one is meant was not told
  "notShowing", // the page says that there are more than it showed
  "pageGrew", // the page changed its size while it was captured
  "pageTooLong", // the page goes on below what was taken
  "longerThanLimit", // it is longer than what is taken at most
  "stopped", // the user stopped before the page's end
  "partsNotFitted", // some parts could not be fitted together by their pixels
  "pageLeft", // the tab went to another page, or was closed, before the page's end
  "windowResized", // the window or the zoom changed and did not come back
  "outOfSight", // the tab stayed out of sight too long
  "notAnswering", // the page no longer answered
  "noMorePictures", // the browser gave no more of them
  "notLoaded", // some pictures of the page did not load
  "notAsked", // the page was gone before it could be asked whether they had loaded
  "pictureRefused", // the browser gave no picture of it; it is re-drawn
  "tabHidden", // it stayed out of sight; it is re-drawn
  "pictureScaled", // the browser showed it magnified or shrunk, so its parts cannot be joined; it is re-drawn
  "notRedrawn", // the page was drawn again, and their pixels may not be read
  "fileTooLarge", // the browser's whole-page file was larger than is read
  "fileNotGiven", // the browser gave none, or none that can be read
  "scrollsInside", // a large part of the page scrolls by itself; it is shown as it stood
  "endedEarly", // the recording was ended before what was recorded
  "cutOff", // the page or the browser was closed while it was recorded
] as const;
export type MissingWhy = (typeof MISSING_WHYS)[number];

export interface Environment {
  browser: string;
  os: string;
  extVersion: string;
  extBuildHash: string;
  userAgent: string;
  viewport: { widthCss: number; heightCss: number };
  /** Device pixels per CSS pixel, browser zoom included. */
  dpr: number;
  /** Browser zoom, 1 = 100 %. */
  zoom: number;
  /** Languages the browser asks for. */
  lang: string[];
  privateWindow: boolean;
}

/** What is recorded of the program and the system where no page is shown. */
export type ProgramEnvironment = Pick<Environment, "browser" | "os" | "extVersion" | "extBuildHash" | "userAgent">;

/** Why a page was drawn again. */
export const REDRAW_REASONS = [
  "pictureRefused", // the browser gave no picture of it
  "tabHidden", // it stayed out of sight
  "pictureScaled", // the browser showed it magnified or shrunk, so photographs of its parts cannot be joined
] as const;
export type RedrawReason = (typeof REDRAW_REASONS)[number];

export interface PictureInfo {
  /** "photograph": the browser's own pixels. "re-drawn": drawn again from the page, not a photograph. */
  method: "photograph" | "re-drawn";
  /** Present where it is re-drawn: why there is no photograph. */
  reason?: RedrawReason;
  file: string;
  widthPx: number;
  heightPx: number;
  tiles: number;
  /** False when it does not show all that the scope names. */
  complete: boolean;
}

/** A file of the page with what it shows and styles itself with. */
export interface WholePage {
  /** Path in `files`. */
  file: string;
  /** Pictures, style sheets and fonts in it. */
  parts: number;
  /** Of the browser's own file. */
  leftOut: {
    /** Addresses of frames; empty where a frame has none that can be kept. */
    frames: string[];
    /** Parts in which something of the user's own stood, or that were too long to look through. */
    withPrivate: number;
    /** Parts that the page itself does not refer to, for instance what only a frame shows. */
    other: number;
  };
}

export interface CaptureTimes {
  startUtc: UtcInstant;
  endUtc: UtcInstant;
  /** Minutes east of UTC at the start. */
  offsetMin: number;
  tz: string;
  /** Duration by a clock that does not jump, in milliseconds. */
  monotonicMs: number;
  /** Present when the wall clock and the monotonic clock disagree by more than a second. */
  clockWarn?: string;
}

/** `derived` is ours, from the page's words and the time of the capture; all else is the page's claim. */
export type RecordedPost = Pick<PostFacts, "chosenBy" | "author" | "forwarder" | "quoted" | "derived" | "doubts">;

/** What every record holds, whatever the thing is and wherever it came from. */
interface RecordBase {
  schema: typeof RECORD_SCHEMA;
  id: ExhibitId;
  caseId: CaseId;
  /** 1 for EX-001. Given once, never re-used, never shifted. */
  exhibit: number;
  /** When it was recorded here; for a file from elsewhere, when it came in. */
  captured: CaptureTimes;
  by: { role: Role };
  files: ExhibitFile[];
  missing: MissingPart[];
}

/** A page that was saved with this program. */
export interface PageRecord extends RecordBase {
  kind: "post";
  /** `browser` comes from the tab and is the only trusted address; the others are claims of the page. */
  url: { browser: string; canonical: string | null; frames: string[] };
  page: { title: string | null; lang: string | null };
  poster: ShownAccount | null;
  forwarder: ShownAccount | null;
  postedAt: ShownTime | null;
  /** All that was read from the page, whole, with the place each fact was read. */
  facts: PageFacts;
  /** What else was read about that post. Absent in records of the first release, as is `thread`. */
  post?: RecordedPost;
  /** The posts and comments that were on the page; absent where there were not several. */
  thread?: ThreadFacts;
  env: Environment;
  actions: PageAction[];
  /** In order; absent where nothing came between. */
  interruptions?: Interruption[];
  pictures: Pictures;
  /** Absent in the first records, which are of whole pages. */
  scope?: Scope;
  picture: PictureInfo;
  /** Present where the user had asked for it and it could be had. */
  wholePage?: WholePage;
  seams: Seam[];
}

/** A file that was not made by this program, as it came. */
export interface ImportRecord extends RecordBase {
  kind: "import";
  env: ProgramEnvironment;
  imported: Imported;
}

/** What the screen, a window or a tab showed for a while, as the browser recorded it. */
export interface RecordingRecord extends RecordBase {
  kind: "recording";
  env: ProgramEnvironment;
  recording: Recording;
}

/** One that is about one file, and about no page. */
export type FileRecord = ImportRecord | RecordingRecord;
export type ExhibitRecord = PageRecord | FileRecord;

/** What is said of a file before its bytes are known. */
export type FileAbout = Omit<ExhibitFile, "bytes" | "sha256" | "sha512" | "complete">;

/** Each of them, without some of its fields. */
type Without<Kind, Fields extends PropertyKey> = Kind extends unknown ? Omit<Kind, Fields> : never;

/** All of a record that is known before the exhibit has its number and its files are closed. */
export type RecordDraft = Without<ExhibitRecord, "id" | "caseId" | "exhibit" | "files">;

/** The same of a page. */
export type PageDraft = Extract<RecordDraft, { kind: "post" }>;

/** An exhibit whose number is not given yet: it was saved while the vault was locked. */
export type UnnumberedRecord = Without<ExhibitRecord, "exhibit">;

/** What the list shows and searches of an exhibit without reading the whole record. */
export interface ExhibitSummary {
  id: ExhibitId;
  caseId: CaseId;
  exhibit: number;
  capturedUtc: UtcInstant;
  /** Empty for what is no page. */
  url: string;
  /** Of the page; the name of a file that came in. */
  title: string | null;
  /** For what is no page: `imported` or `recorded`. */
  platform: string;
  /** What the page says. */
  handle: string | null;
  /** What the user says instead; absent where nothing stands corrected. */
  correctedHandle?: string;
  postedAtText: string | null;
  pictures: Pictures;
  missing: MissingPart[];
  /** The post's words as far as the search goes through them; `null` where none were read. */
  text: string | null;
  /** What the user wrote about it: its one line, its tags, and the rest as far as the search goes; absent where nothing was. */
  remarks?: {
    description: string;
    tags: string[];
    words: string;
    /** What it is to others; absent where it is linked to none. */
    links?: { rel: LinkRel; item: ExhibitId }[];
  };
}

/** No case comes near it; what comes from outside may say more. */
export const MAX_EXHIBIT = 1_000_000;

/** `EX-001`, `EX-042`, `EX-1234`. */
export function exhibitLabel(exhibit: number): string {
  return `EX-${String(exhibit).padStart(3, "0")}`;
}

/** `001`, `042`, `1234`: the exhibit's folder in a bundle. */
export function exhibitFolder(exhibit: number): string {
  return String(exhibit).padStart(3, "0");
}

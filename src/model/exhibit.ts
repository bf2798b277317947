/**
 * The evidence record: everything known about one exhibit except its bytes. Written once when the exhibit is sealed,
 * in canonical JSON (RFC 8785). Format: docs/formats/record.md
 */
import type { Role } from "./custody";
import type { ExhibitFile } from "./exhibit-files";
import type { Imported, Recording } from "./from-elsewhere";
import type { UtcInstant } from "./instant";
import type { LinkRel } from "./links";
import type { MissingPart } from "./missing";
import type { Interruption, PageAction } from "./page-acts";
import type { PageFacts } from "./page-facts";
import type { PictureInfo, Pictures, Seam } from "./picture";
import type { Scope } from "./scope";
import type { PostFacts, ThreadFacts } from "./thread";

export type ExhibitId = string & { readonly __brand: "ExhibitId" };
export type CaseId = string & { readonly __brand: "CaseId" };

export const RECORD_SCHEMA = "tidemark-record/1";

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

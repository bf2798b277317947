/**
 * What the background may ask the page side of a capture. The page side lives in the page's process, so every answer is
 * a claim: checked for shape and length before it is used. It starts no conversation.
 */
import type { PageAction } from "@/src/model/page-acts";
import type { Click, PageReading } from "@/src/model/thread";

/** Where the page stands. Lengths in CSS pixels. */
export interface PageGeometry {
  /** Random per document: another value means another document, whatever the address says. */
  documentToken: string;
  /** How often the document went to another entry of the tab's history. Renaming its address, it stays in its entry. */
  entriesSeen: number;
  visible: boolean;
  /** Content area of the viewport, without scroll bars. */
  viewWidthCss: number;
  viewHeightCss: number;
  /** The window's inner size with scroll bars: what a photograph of the tab shows. */
  windowWidthCss: number;
  windowHeightCss: number;
  pageWidthCss: number;
  pageHeightCss: number;
  /** Left edge of the page's scrollable area: 0, or less where the page extends to the left (right to left). */
  pageLeftCss: number;
  dpr: number;
  /** How far the window is magnified with two fingers: a photograph shows a part of it then. 1: it is not. */
  magnifiedBy: number;
  /** How far the page is moved up and left from its first position, as measured. */
  movedXCss: number;
  movedYCss: number;
  /** How far what stood at the window's lower edge has moved within the page since the last look. */
  shiftedCss: number;
}

/** How the page is moved under the window: scrolled, or its root moved by CSS where it cannot be scrolled there. */
export const MOVES_BY = ["scroll", "root"] as const;
export type MoveBy = (typeof MOVES_BY)[number];

/** A box in the window, in CSS pixels. */
export interface PinnedBox {
  xCss: number;
  yCss: number;
  widthCss: number;
  heightCss: number;
}

/** The page made ready to be photographed. */
export interface PreparedPage {
  geometry: PageGeometry;
  /** Where fixed things lie, not overlapping. They are to be photographed by themselves, before the page is. */
  fixed: PinnedBox[];
  moveBy: MoveBy;
  /** What was done to the page so far. */
  actions: PageAction[];
  /** The page took things away while it was passed, so what is out of sight may not be there. */
  dropsUnseen: boolean;
  /** Something stands still behind it in the window, so only photographs of the window show it behind all of the page. */
  hasBackdrop: boolean;
  /** It was not passed yet: `passLate` is to be asked while it is photographed. */
  passesLate: boolean;
}

/** Pictures of the page that have nothing to show. */
export interface Unloaded {
  count: number;
  /** Addresses of the first of them, each once; of one that carries its content in itself, only its kind. */
  addresses: string[];
}

/** How many addresses are listed, and how long each may be. */
export const UNLOADED_LIMITS = { addresses: 50, characters: 1000 };

/** Videos and sound on the page that are to be seen. */
export interface PageVideos {
  count: number;
  /** Seconds, of those that tell how long they last; the first of them. */
  lengths: number[];
}

/** What is counted and told at most. */
export const VIDEO_LIMITS = { count: 10_000, lengths: 20, seconds: 1_000_000 };

/** One part of the page's HTML: gzip, base64, to be joined in order. */
export interface HtmlPart {
  parts: number;
  base64: string;
}

/** What belongs into a whole-page file. */
export interface PageResources {
  /** Of all that the page itself shows and styles itself with; what only a frame shows is not among them. */
  addresses: string[];
  /** What proves who is signed in, and what stands in fields: nothing that holds it is kept. Never stored itself. */
  kept: string[];
  typed: string[];
}

/** How many of each are told, and how long one may be. */
export const RESOURCE_LIMITS = { count: 10_000, characters: 4096 };

/** A page that is drawn again, in device pixels. */
export interface RedrawnPage {
  widthPx: number;
  heightPx: number;
  /** Height of one part; the last may be lower. */
  partPx: number;
  dpr: number;
  /** Pictures and frames that are not in it. */
  lacking: number;
  /** The page goes on below, or has more in it than is drawn. */
  isCut: boolean;
}

export interface PageSurroundings {
  /** The document's own title, raw. */
  title: string;
  canonical: string | null;
  frames: string[];
  /** A large part of the page scrolls by itself, so a picture of the whole page shows it only in part. */
  scrollsInside: boolean;
  languages: string[];
  userAgent: string;
}

/** Whether there is a box in which a large part of the page scrolls by itself. */
export interface InnerFound {
  found: boolean;
  /** It is what the window is about, rather than a part of a page that scrolls as well. */
  isMain: boolean;
}

/** Where that box stands. Its content is counted from its start, whichever way the page counts. */
export interface InnerView {
  /** What is seen of it in the window, without its borders and scroll bars. */
  box: PinnedBox;
  /** How much of its content lies above what is seen, as the page tells it. */
  topCss: number;
  /** Height of its content as long as it is now, and of the part that the box shows. */
  lengthCss: number;
  viewCss: number;
  atStart: boolean;
  atEnd: boolean;
  /** How far the content moved up since the place before, as things in it tell. */
  movedUpCss: number;
  /** How far bars reached over the box from its edges when the window stood as it was found. */
  aboveCss: number;
  belowCss: number;
}

/** What a page draws that only a wider cover hides (`WIDER` in src/capture/cover-sheets.ts). */
export const WIDER_COVERS = ["generated", "markers", "filters"] as const;
export type WiderCover = (typeof WIDER_COVERS)[number];

/** How far the pictures of the page are covered. */
export interface CoverState {
  /** Every cover is in force on every element. */
  holds: boolean;
  needs: WiderCover[];
  /** Elements with something pictorial in them, as many as were seen at once. */
  covered: number;
}

export interface PageProtocol {
  /**
   * Nothing on the page is changed.
   * @param withThread False: of the thread only the counts are told.
   */
  inspect: { ask: { withThread: boolean; capturedAt: string; zone: string }; answer: PageReading };
  /** Remembers which post was right-clicked, as far as that can be told; `null`: forgets what was pointed at. */
  point: { ask: { click: Click | null }; answer: null };
  /** Remembers the user's answer to "Which one?"; `null`: none of them. */
  choose: { ask: { index: number | null }; answer: null };
  /** What the browser took the document to be, e.g. `text/html`. */
  kind: { ask: Record<never, never>; answer: { contentType: string } };
  surroundings: { ask: Record<never, never>; answer: PageSurroundings };
  /** @param drawn Wait first until the page, as it stands, has been drawn. */
  /** `setsAside`: what has become fixed since the page was moved is set aside first, because a photograph follows. */
  look: { ask: { drawn: boolean; setsAside?: boolean }; answer: PageGeometry };
  /**
   * Loads all parts, scrolls to the top, pauses animations, frees sticky things. Leaves only fixed things to see where
   * there are any; then `showPage` is to be asked before the page is photographed.
   * @param atOnce Photographs will show all of the page at once: wait until it has done what it does about being passed.
   * @param mayPassLate A page in which nothing seems to listen may be left to `passLate`.
   */
  prepare: { ask: { limitCss: number; atOnce: boolean; mayPassLate: boolean }; answer: PreparedPage };
  /** Passes a page that was left to this. `changed`: it did something about it, so photographs of before do not show all. */
  passLate: { ask: { limitCss: number }; answer: { changed: boolean } };
  /** Leaves everything but the fixed things to see. */
  showPage: { ask: Record<never, never>; answer: PageGeometry };
  /** Moves the page, sets aside what became fixed by that, and waits until it is drawn there; tells where it came to. */
  moveTo: { ask: { xCss: number; yCss: number; by: MoveBy }; answer: PageGeometry };
  /** Pictures of the page that did not load until now. */
  /** Passes what has come below the page's end since it was passed. */
  passRest: { ask: { limitCss: number }; answer: PageGeometry };
  unloaded: { ask: Record<never, never>; answer: Unloaded };
  videos: { ask: Record<never, never>; answer: PageVideos };
  /** Nothing is changed. */
  innerFind: { ask: Record<never, never>; answer: InnerFound };
  /** Makes the box ready to be scrolled. `view` is `null` where there is none. */
  innerBegin: { ask: Record<never, never>; answer: { view: InnerView | null } };
  /** Scrolls to the start of its content and waits whether more comes there. */
  innerToStart: { ask: Record<never, never>; answer: { view: InnerView; grew: boolean } };
  /** Scrolls to a place and waits until it has come to rest and is drawn. */
  innerTo: { ask: { topCss: number }; answer: InnerView };
  innerLook: { ask: Record<never, never>; answer: InnerView };
  /**
   * @param withPictures False: nothing of a picture is in it.
   * @param keepsCopy Whether `resources` and `wholePage` will be asked.
   */
  html: { ask: { part: number; withPictures: boolean; keepsCopy: boolean }; answer: HtmlPart };
  /** What belongs into a whole-page file of the HTML that was handed over last, and what must not. */
  resources: { ask: Record<never, never>; answer: PageResources };
  /** That HTML as the page of a whole-page file; after `resources`. */
  wholePage: { ask: { part: number }; answer: HtmlPart };
  /**
   * Looks whether all pictures are covered, keeps words over them readable, and waits until it is drawn.
   * @param wide The wider covers in force.
   * @param switchName Of what the covers lie under, where they do (cover-sheets.ts).
   */
  cover: { ask: { wide: WiderCover[]; switchName: string | null }; answer: CoverState };
  /** Takes off what the page side did for covering. May be asked at any time, more than once. */
  uncover: { ask: Record<never, never>; answer: null };
  /** Makes a copy of the page to draw from, in a frame that is added to the page. */
  redraw: {
    ask: { isCovered: boolean; labels: { picture: string; frame: string } };
    answer: RedrawnPage;
  };
  /** Draws one part of it: a PNG in base64. */
  redrawPart: { ask: { yPx: number }; answer: { base64: string } };
  /** Takes the frame away. May be asked at any time, more than once. */
  redrawEnd: { ask: Record<never, never>; answer: null };
  /** Puts everything back. May be asked at any time, more than once. */
  release: { ask: Record<never, never>; answer: PageAction[] };
}

/** Name of the line that the background holds open while it works on a page (src/capture/page-side/lifeline.ts). */
export const LIFELINE = "lifeline";

export type PageAskName = keyof PageProtocol;
/** What the script answers that is injected only to draw a page again. */
export type RedrawAskName = "redraw" | "redrawPart" | "redrawEnd";
export type PageAsk = { [Name in PageAskName]: { tidemark: Name } & PageProtocol[Name]["ask"] }[PageAskName];
export type PageAnswer<Name extends PageAskName> = PageProtocol[Name]["answer"];

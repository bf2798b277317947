/**
 * What the background may ask the page side of a capture. The page side lives in the page's process, so every answer is
 * a claim: checked for shape and length before it is used. It starts no conversation.
 */
import type { PageAction } from "@/src/model/exhibit";
import type { PageFacts } from "@/src/model/page-facts";

/** Where the page stands. Lengths in CSS pixels. */
export interface PageGeometry {
  /** Random per document: another value means another document, whatever the address says. */
  documentToken: string;
  address: string;
  visible: boolean;
  /** Content area of the viewport, without scroll bars, and how far in from the window's edge it begins. */
  viewWidthCss: number;
  viewHeightCss: number;
  viewLeftCss: number;
  /** The window's inner size with scroll bars: what a photograph of the tab shows. */
  windowWidthCss: number;
  windowHeightCss: number;
  pageWidthCss: number;
  pageHeightCss: number;
  dpr: number;
  /** How far the page is moved up and left from its first position, as measured. */
  movedXCss: number;
  movedYCss: number;
}

/** One part of the page's HTML: gzip, base64, to be joined in order. */
export interface HtmlPart {
  parts: number;
  base64: string;
}

export interface PageSurroundings {
  canonical: string | null;
  frames: string[];
  /** A large part of the page scrolls by itself, so a picture of the whole page shows it only in part. */
  scrollsInside: boolean;
  languages: string[];
  userAgent: string;
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
  /** Nothing is changed. */
  inspect: { ask: Record<never, never>; answer: PageFacts };
  surroundings: { ask: Record<never, never>; answer: PageSurroundings };
  look: { ask: Record<never, never>; answer: PageGeometry };
  /** Scrolls to the top, pauses animations, makes ready to move. */
  prepare: { ask: Record<never, never>; answer: PageGeometry };
  /** Moves the page's root and waits until it is drawn there. */
  moveTo: { ask: { xCss: number; yCss: number }; answer: PageGeometry };
  /** @param withPictures False: nothing of a picture is in it. */
  html: { ask: { part: number; withPictures: boolean }; answer: HtmlPart };
  /**
   * Looks whether all pictures are covered, keeps words over them readable, and waits until it is drawn.
   * @param wide The wider covers in force.
   */
  cover: { ask: { wide: WiderCover[] }; answer: CoverState };
  /** Takes off what the page side did for covering. May be asked at any time, more than once. */
  uncover: { ask: Record<never, never>; answer: null };
  /** Puts everything back. May be asked at any time, more than once. */
  release: { ask: Record<never, never>; answer: PageAction[] };
}

export type PageAskName = keyof PageProtocol;
export type PageAsk = { [Name in PageAskName]: { tidemark: Name } & PageProtocol[Name]["ask"] }[PageAskName];
export type PageAnswer<Name extends PageAskName> = PageProtocol[Name]["answer"];

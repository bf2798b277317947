/** A tab, its page side and a camera, as the background sees them. */

import type { InnerFound, MoveBy, PageGeometry, PageVideos, PinnedBox, Unloaded } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import { emptyFacts } from "@/src/model/page-facts";
import type { PageReading } from "@/src/model/thread";
import { pngHead } from "@/src/png/chunks";
import { readingOf } from "@/tools/screens/samples";
import { fake } from "./fake-browser";

export const TAB = 7;
export const PAGE_URL = "https://example.com/posts/1";

export const GEOMETRY: PageGeometry = {
  documentToken: "6f1f7d2e8b1c4a579a3e3a0c5d7e9b10",
  entriesSeen: 0,
  visible: true,
  viewWidthCss: 1280,
  viewHeightCss: 720,
  pageLeftCss: 0,
  windowWidthCss: 1280,
  windowHeightCss: 720,
  pageWidthCss: 1280,
  pageHeightCss: 2000,
  dpr: 1,
  magnifiedBy: 1,
  movedXCss: 0,
  movedYCss: 0,
  shiftedCss: 0,
};

interface Ask {
  tidemark: string;
  xCss?: number;
  yCss?: number;
  by?: MoveBy;
  mayPassLate?: boolean;
}

export class FakePage {
  geometry: PageGeometry = { ...GEOMETRY };
  facts = emptyFacts(PAGE_URL, "web");
  /** What else was read. */
  reading: Partial<PageReading> = {};
  fixed: PinnedBox[] = [];
  unloaded: Unloaded = { count: 0, addresses: [] };
  videos: PageVideos = { count: 0, lengths: [] };
  moveBy: MoveBy = "scroll";
  dropsUnseen = false;
  hasBackdrop = false;
  /** It may be passed while it is photographed. */
  isQuiet = false;
  /** It does something when it is passed then. */
  reactsLate = false;
  /** How high it is once its end was seen. */
  growsToCss: number | null = null;
  /** How far its end is pushed down by what comes above it then. */
  endMovesCss = 0;
  /** How much farther it can be scrolled than its height says: browsers round that. */
  endsLaterCss = 0;
  /** How far the page lets itself be scrolled; its root can be moved anywhere. */
  scrollsToCss = Number.POSITIVE_INFINITY;
  contentType = "text/html";
  surroundings = {
    title: "A post",
    canonical: null as string | null,
    frames: [] as string[],
    scrollsInside: false,
    languages: ["en"],
    userAgent: "made up",
  };
  inner: InnerFound = { found: false, isMain: false };
  asked: string[] = [];
  movedBy: MoveBy[] = [];
  /** Called before each answer; may change the page or throw. */
  onAsk: (name: string) => void = () => {};

  /** Puts the tab in front and the page side in it. */
  constructor() {
    fake.tabs.set(TAB, { id: TAB, active: true, windowId: 1, url: PAGE_URL, incognito: false });
    fake.pageSide = async (ask) => this.#answer(ask as Ask);
    fake.photograph = async () => this.photograph("the page");
  }

  /** As large as the window is, though it has no pixels. @param name Makes it another than the one before. */
  photograph(name: string): string {
    const { windowWidthCss, windowHeightCss, dpr } = this.geometry;
    return photographOf(windowWidthCss * dpr, windowHeightCss * dpr, name);
  }

  get tab() {
    return fake.tabs.get(TAB)!;
  }

  /** Another tab of the same window comes in front, or this one again. */
  setInFront(inFront: boolean): void {
    this.tab.active = inFront;
    fake.onActivated.emit({ tabId: inFront ? TAB : TAB + 1, windowId: 1 });
  }

  #move({ xCss = 0, yCss = 0, by }: Ask): PageGeometry {
    this.movedBy.push(by ?? "scroll");
    const { pageHeightCss, viewHeightCss } = this.geometry;
    const endCss =
      by === "root"
        ? yCss
        : Math.min(this.scrollsToCss, Math.max(0, pageHeightCss + this.endsLaterCss - viewHeightCss));
    this.geometry = { ...this.geometry, movedXCss: xCss, movedYCss: Math.min(yCss, endCss) };
    return this.geometry;
  }

  #answer(ask: Ask): unknown {
    this.asked.push(ask.tidemark);
    this.onAsk(ask.tidemark);
    switch (ask.tidemark) {
      case "inspect":
        return readingOf(this.facts, this.reading);
      case "point":
      case "choose":
        return null;
      case "kind":
        return { contentType: this.contentType };
      case "surroundings":
        return this.surroundings;
      case "moveTo":
        return this.#move(ask);
      case "prepare":
        return {
          geometry: this.geometry,
          fixed: this.fixed,
          moveBy: this.moveBy,
          actions: [],
          dropsUnseen: this.dropsUnseen,
          hasBackdrop: this.hasBackdrop,
          passesLate: this.isQuiet && ask.mayPassLate === true,
        };
      case "passLate":
        return { changed: this.reactsLate };
      case "unloaded":
        return this.unloaded;
      case "videos":
        return this.videos;
      case "passRest":
        this.geometry = { ...this.geometry, pageHeightCss: this.growsToCss ?? this.geometry.pageHeightCss };
        return { ...this.geometry, shiftedCss: this.endMovesCss };
      case "look":
      case "showPage":
        return this.geometry;
      case "innerFind":
        return this.inner;
      case "html":
        return { parts: 1, base64: EMPTY_PAGE_GZIP };
      case "release":
        this.geometry = { ...this.geometry, movedXCss: 0, movedYCss: 0 };
        return [{ act: "scroll-through" }, { act: "restore" }];
      default:
        throw new CaptureError("pageNotAnswering");
    }
  }
}

/** gzip of `<p>hi</p>`. */
const EMPTY_PAGE_GZIP = "H4sIAAAAAAACA7MpsMvItNEvsAMAZdI3bQkAAAA=";

/** A picture without pixels. @param name Makes it another than the one before. */
export function photographOf(widthPx: number, heightPx: number, name: string): string {
  const head = pngHead({ widthPx: Math.round(widthPx), heightPx: Math.round(heightPx), channels: 4 });
  return `data:image/png;base64,${Buffer.concat([head, Buffer.from(name)]).toString("base64")}`;
}

export const dataUrl = (text: string): string => `data:image/png;base64,${Buffer.from(text).toString("base64")}`;

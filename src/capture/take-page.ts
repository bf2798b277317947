/**
 * The full-page picture: the untouched tiles as the browser gave them, and one picture stitched from them. Chromium
 * photographs what is in view, so the page's root is moved under the window; Firefox photographs any part of the page.
 * The picture ends where the page ends when that is reached, so a page may grow while it is taken.
 */
import type { PageGeometry } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import type { MissingWhy, PageAction, PictureInfo, Seam } from "@/src/model/exhibit";
import { type Png, photograph, type Shooting, sameBytes } from "./camera";
import { type FixedLayer, fixedLayer } from "./fixed-layer";
import { type Frame, frameOf, pageHeightPx } from "./frame";
import { type Extent, type Tile, tileCount, tileRow } from "./plan-tiles";
import { Stitcher } from "./stitch";
import { type ExhibitSink, putFile } from "./store";

/** Firefox: device pixels of one strip's height. Its canvases end at 32,767. */
const STRIP_PX = 4096;
const PICTURE = "derived/stitched.png";
const FIXED = "original/screen-fixed.png";
/** Less than this part of a CSS pixel is rounding. */
const STILL_CSS = 0.5;

export interface PageTaken {
  picture: PictureInfo;
  seams: Seam[];
  actions: PageAction[];
  /** Why the picture does not show the whole page; `null`: it does. */
  incomplete: MissingWhy | null;
  picturesNotLoaded: number;
  /** How far the picture got, in heights of the window. */
  screens: { taken: number; of: number };
}

/** Something above moved while the page was taken: a part of the picture would be doubled or lack. */
export class PageShifted extends Error {
  override readonly name = "PageShifted";
}

/** How this browser's pictures are taken. */
export type Method = "move-root" | "page-parts";

export interface PageOrder {
  url: string;
  /** A photograph of the window as it stood. */
  view: Png;
  method: Method;
  /** False: throw PageShifted when something above moves, so that the capture can begin anew. */
  acceptsShift: boolean;
  /** A page that grows while it is taken ends here, unless it was longer to begin with. */
  limitScreens: number;
  onTile: (done: number, total: number) => void;
}

/** @throws {PageShifted} @throws {CaptureError} whatever a photograph may end with */
export async function takePage(shooting: Shooting, order: PageOrder, sink: ExhibitSink): Promise<PageTaken> {
  const { link } = shooting;
  let taking: Taking | null = null;
  try {
    const first = await link.ask("look", { drawn: false });
    const limitCss = Math.max(first.pageHeightCss, order.limitScreens * first.viewHeightCss);
    const { geometry: prepared, fixed, picturesNotLoaded } = await link.ask("prepare", { limitCss });
    const url = await addressAfterPreparing(shooting, order.url, first, prepared);
    taking = new Taking(shooting, { ...order, url }, sink, await frameOf(order.view, prepared), limitCss);
    const alone = fixed.length > 0 ? await taking.photographFixed(prepared) : null;
    const shown = await link.ask("showPage", {});
    const incomplete = await taking.tiles(shown, async (tile) =>
      alone ? fixedLayer(FIXED, alone, tile, fixed, shown.dpr) : null,
    );
    const actions = await link.ask("release", {});
    const { picture, seams } = await taking.finish(incomplete === null);
    return { picture, seams, actions, incomplete, picturesNotLoaded, screens: taking.screens };
  } finally {
    // However it ended, the page is put back; where it is gone there is nothing to put back.
    await link.ask("release", {}).catch(() => {});
    await taking?.settled();
  }
}

/**
 * A page may rename its own address when it is scrolled to its top (a forum that counts posts in it). That is the same
 * document and no further entry in the tab's history; anything else is another page.
 */
async function addressAfterPreparing(
  shooting: Shooting,
  url: string,
  before: PageGeometry,
  after: PageGeometry,
): Promise<string> {
  const now = (await shooting.front.look()).url;
  const isSamePage = before.documentToken === after.documentToken && before.historyLength === after.historyLength;
  if (now !== url && !isSamePage) throw new CaptureError("pageChanged");
  return now;
}

/** One page being taken: tiles go to the sink and into the picture. */
class Taking {
  readonly #file;
  /** Grows with the tiles; the record lists what the picture was made of. */
  readonly #from: string[] = [];
  readonly #stitcher: Stitcher;
  #layer: FixedLayer | null = null;
  #joined: Promise<unknown> = Promise.resolve();
  #count = 0;
  #last: Png | undefined;
  #repeats = false;
  /** The page's height as it was last seen. */
  #wholePx = 0;

  constructor(
    private readonly shooting: Shooting,
    private readonly order: PageOrder,
    private readonly sink: ExhibitSink,
    private readonly frame: Frame,
    private readonly limitCss: number,
  ) {
    this.#file = sink.file({ path: PICTURE, role: "derived", op: "stitch", from: this.#from, mime: "image/png" });
    this.#stitcher = new Stitcher(frame.pageWidthPx, (bytes) => this.#file.write(bytes));
  }

  async photographFixed(geometry: PageGeometry): Promise<Png> {
    const png = await this.#photograph(geometry, firstTile(this.frame));
    await putFile(this.sink, { path: FIXED, role: "original", mime: "image/png" }, png);
    return png;
  }

  /**
   * Takes tile after tile until the page ends, the limit is reached or the user stops; what was taken is kept then.
   * @param layerOver Makes the fixed things ready, given the first tile without them.
   * @returns Why the picture will not show the whole page; `null`: it will.
   */
  async tiles(shown: PageGeometry, layerOver: (first: Png) => Promise<FixedLayer | null>): Promise<MissingWhy | null> {
    const extent = this.#extent(shown);
    let incomplete: MissingWhy | null = this.frame.isCutAcross ? "pageTooLong" : null;
    this.order.onTile(0, tileCount(extent));
    for (let yPx = 0; yPx < extent.pageHeightPx; yPx += extent.viewHeightPx) {
      if (yPx >= Math.round(this.limitCss * this.frame.dpr)) return "pageTooLong";
      for (const tile of tileRow(extent, yPx)) {
        const taken = await this.#take(shown, tile).catch((error) => this.#orStopped(error, tile));
        if (taken === null) return "stopped";
        if (Math.abs(taken.geometry.shiftedCss) > STILL_CSS) {
          if (!this.order.acceptsShift) throw new PageShifted();
          incomplete = "pageGrew";
        }
        // The next photograph need not wait for this one's storing; only two tiles are ever held.
        await this.#joined;
        if (this.#count === 0) this.#layer = await layerOver(taken.png);
        this.#join(tile, taken.png);
        extent.pageHeightPx = pageHeightPx(taken.geometry, this.frame.viewHeightPx);
        this.#wholePx = extent.pageHeightPx;
        this.order.onTile(this.#count, Math.max(this.#count, tileCount(extent)));
      }
    }
    return incomplete;
  }

  /** The user stopped: what was taken is a picture of whole rows, or there is none. */
  #orStopped(error: unknown, tile: Tile): null {
    const isStopped = error instanceof CaptureError && error.code === "stopped";
    if (!isStopped || this.#count === 0 || tile.xPx + tile.skipXPx > 0) throw error;
    return null;
  }

  async finish(complete: boolean): Promise<{ picture: PictureInfo; seams: Seam[] }> {
    await this.#joined;
    if (this.#layer) {
      await this.#stitcher.addBelow(this.#layer);
      this.#layer.bitmap.close();
      this.#from.push(FIXED);
    }
    await this.#file.close(await this.#stitcher.finish());
    const { widthPx, heightPx, seams } = this.#stitcher;
    const picture: PictureInfo = {
      method: "photograph",
      file: PICTURE,
      widthPx,
      heightPx,
      tiles: this.#count,
      complete,
    };
    return { picture, seams };
  }

  get screens(): { taken: number; of: number } {
    const { viewHeightPx } = this.frame;
    const taken = Math.max(1, Math.floor(this.#stitcher.heightPx / viewHeightPx));
    return { taken, of: Math.max(taken, Math.ceil(this.#wholePx / viewHeightPx)) };
  }

  /** Nothing is written any more. */
  async settled(): Promise<void> {
    await this.#joined.catch(() => {}); // told already, where it was awaited first
  }

  #extent(shown: PageGeometry): Extent {
    const { frame } = this;
    const pageHeight = pageHeightPx(shown, frame.viewHeightPx);
    if (this.order.method === "move-root") return { ...frame, pageHeightPx: pageHeight };
    const viewHeightPx = Math.min(STRIP_PX, pageHeight);
    return { ...frame, pageHeightPx: pageHeight, viewWidthPx: frame.pageWidthPx, viewHeightPx };
  }

  async #take(shown: PageGeometry, tile: Tile): Promise<{ png: Png; geometry: PageGeometry }> {
    const { dpr, pageLeftPx } = this.frame;
    const moved = { xCss: (tile.xPx + pageLeftPx) / dpr, yCss: tile.yPx / dpr };
    const { link } = this.shooting;
    const isMoved = this.order.method === "move-root";
    const geometry = isMoved ? await link.ask("moveTo", moved) : await link.ask("look", { drawn: false });
    const wanted = isMoved ? { ...shown, movedXCss: moved.xCss, movedYCss: moved.yCss } : shown;
    const png = await this.#photograph(wanted, tile);
    // Seen once, and taken twice: this page repeats itself, and need not be asked again.
    this.#repeats ||= this.#last !== undefined && sameBytes(png, this.#last);
    this.#last = png;
    return { png, geometry };
  }

  #photograph(geometry: PageGeometry, tile: Tile): Promise<Png> {
    const scene = { url: this.order.url, geometry };
    const last = this.#repeats ? undefined : this.#last;
    if (this.order.method === "move-root") return photograph(this.shooting, scene, undefined, last);
    const { dpr, pageLeftPx, pageWidthPx } = this.frame;
    const heightPx = Math.min(STRIP_PX, pageHeightPx(geometry, this.frame.viewHeightPx));
    const part = {
      x: (tile.xPx + pageLeftPx) / dpr,
      y: tile.yPx / dpr,
      width: pageWidthPx / dpr,
      height: heightPx / dpr,
    };
    return photograph(this.shooting, scene, part, last);
  }

  #join(tile: Tile, png: Png): void {
    const path = `original/screen-${String(this.#count).padStart(3, "0")}.png`;
    this.#count += 1;
    this.#from.push(path);
    const stored = putFile(this.sink, { path, role: "original", mime: "image/png" }, png);
    this.#joined = Promise.all([stored, this.#stitcher.add(tile, png, path, this.#layer)]);
    this.#joined.catch(() => {});
  }
}

const firstTile = (frame: Frame): Tile => tileRow(frame, 0)[0]!;

/** Takes a page tile by tile, until it ends, the limit is reached, or nothing more can be taken. */
import type { MoveBy, PageGeometry } from "@/src/messaging/page-side";
import type { MissingWhy } from "@/src/model/missing";
import { PageMoved, type PagePart, type Png, photograph, type Shooting, sameBytes } from "./camera";
import { type Frame, pageHeightPx, requireSameSize } from "./frame";
import { PageShifted, whyIncomplete } from "./incomplete";
import type { Picture } from "./picture";
import { type Extent, landed, type Tile, tileCount, tileRow, wholeCss } from "./plan-tiles";
import { type StripOrder, stripOf } from "./strips";

/** Less than this part of a CSS pixel is rounding. */
const STILL_CSS = 0.5;
/** How far a page's end may lie from where its height says, in device pixels: browsers round that. */
const ROUNDING_PX = 2;
/** A page may scroll itself, or be scrolled by its reader, at the moment it is photographed. */
const TRIES = 3;

/** What this browser photographs: what the window shows, or any part of the page. */
export type Method = "window" | "page-parts";

export interface TilesOrder extends StripOrder {
  url: string;
  method: Method;
  moveBy: MoveBy;
  isLast: boolean;
  limitCss: number;
  /** The page is passed while it is photographed first. */
  passesLate: boolean;
  onTile: (done: number, total: number) => void;
}

interface TakenTile {
  tile: Tile;
  png: Png;
  geometry: PageGeometry;
}

export class PageTiles {
  readonly #extent: Extent;
  readonly #incomplete = new Set<MissingWhy>();
  #moveBy: MoveBy;
  #isEnded = false;
  #last: Png | undefined;
  #repeats = false;
  #isPassed: boolean;
  /** Where the first tile of the row under way was taken; `null` before that. */
  #rowYPx: number | null = null;

  /** @param prepared The page as it stood when it was made ready: its sizes may not change from then on. */
  constructor(
    private readonly shooting: Shooting,
    private readonly order: TilesOrder,
    private readonly frame: Frame,
    private readonly prepared: PageGeometry,
    private readonly picture: Picture,
  ) {
    this.#moveBy = order.moveBy;
    this.#isPassed = !order.passesLate;
    this.#extent = { ...frame, ...(order.method === "page-parts" ? stripOf(frame, order) : {}) };
  }

  /** As far as it is known by now. */
  get pageHeightPx(): number {
    return this.#extent.pageHeightPx;
  }

  /** Fixed things lie within the first window. */
  photographFixed(): Promise<Png> {
    const part = this.#part(tileRow(this.#extent, 0)[0]!, this.frame.viewHeightPx);
    return this.#photograph(this.prepared, part, async () => {});
  }

  /** @returns Why the picture will not show the whole page; empty: it will. */
  async take(): Promise<MissingWhy[]> {
    const extent = this.#extent;
    if (this.frame.isCutAcross) this.#incomplete.add("pageTooLong");
    this.#tell();
    const limitPx = Math.round(this.order.limitCss * this.frame.dpr);
    for (let topPx = 0; !this.#isEnded && (topPx < extent.pageHeightPx || (await this.#goesOn(topPx))); ) {
      if (topPx >= limitPx) {
        this.#incomplete.add("pageTooLong");
        break;
      }
      topPx += await this.#takeRow(topPx).catch((error) => this.#orEnded(error, topPx));
    }
    return [...this.#incomplete];
  }

  /** Whether the page goes on below what was its end. What has come there is made to load first. */
  async #goesOn(topPx: number): Promise<boolean> {
    try {
      const geometry = await this.shooting.link.ask("passRest", { limitCss: this.order.limitCss });
      this.#noteShift(geometry);
      const heightPx = pageHeightPx(geometry, this.frame.viewHeightPx);
      if (heightPx <= topPx + ROUNDING_PX) return false;
      this.#extent.pageHeightPx = heightPx;
      return true;
    } catch (error) {
      await this.#orEnded(error, topPx);
      return false;
    }
  }

  /** @returns Its height. */
  async #takeRow(topPx: number): Promise<number> {
    let heightPx: number | null = null;
    for (const planned of this.#row(topPx)) {
      const taken = await this.#take(planned);
      this.#noteShift(taken.geometry);
      heightPx ??= taken.tile.heightPx;
      if (taken.tile.heightPx < heightPx) {
        // The page became lower between two tiles of one row.
        throw this.order.isLast ? new PageMoved() : new PageShifted();
      }
      // The others of the row are taken at the height at which the first really was.
      this.#rowYPx ??= taken.tile.yPx;
      await this.picture.add({ ...taken.tile, heightPx }, taken.png);
      // Where photographs are limited in number a second, there is nothing to wait for but that.
      if (this.order.method === "window") this.picture.join();
      this.#extent.pageHeightPx = this.#endOf(taken);
      this.#tell();
    }
    return heightPx ?? 0;
  }

  *#row(topPx: number): Generator<Tile> {
    this.#rowYPx = null;
    for (const tile of tileRow(this.#extent, topPx)) {
      const yPx = this.#rowYPx ?? tile.yPx;
      yield { ...tile, yPx, skipYPx: tile.yPx + tile.skipYPx - yPx };
    }
  }

  #tell(): void {
    const { tiles } = this.picture;
    this.order.onTile(tiles, Math.max(tiles, tileCount(this.#extent)));
  }

  #noteShift({ shiftedCss }: PageGeometry): void {
    if (Math.abs(shiftedCss) <= STILL_CSS) return;
    if (!this.order.isLast) throw new PageShifted();
    this.#incomplete.add("pageGrew");
  }

  /** What was taken is a picture of whole rows, one at least, or there is none. */
  async #orEnded(error: unknown, topPx: number): Promise<0> {
    const why = whyIncomplete(error, this.order.isLast);
    if (why === null || topPx === 0) throw error;
    this.#isEnded = true;
    this.#incomplete.add(why);
    await this.picture.endWithWholeRow();
    return 0;
  }

  /** Where the page ends: as far as it could be scrolled, where that was tried; else as its height says. */
  #endOf({ tile, geometry }: TakenTile): number {
    const saidPx = pageHeightPx(geometry, this.frame.viewHeightPx);
    const seenPx = tile.yPx + this.frame.viewHeightPx;
    const isAtEnd = this.order.method === "window" && Math.abs(saidPx - seenPx) <= ROUNDING_PX;
    return isAtEnd && this.#moveBy === "scroll" ? seenPx : saidPx;
  }

  async #take(planned: Tile): Promise<TakenTile> {
    for (let tries = 1; ; tries += 1) {
      const by = tries > TRIES ? "root" : this.#moveBy;
      // What was made ready just now stands where it is to stand.
      const geometry = tries === 1 && this.#isAsPrepared() ? this.prepared : await this.#moveTo(planned, by);
      const tile = this.#landedTile(planned, geometry, by);
      if (tile) this.#moveBy = by;
      else if (by === "root") throw new PageMoved();
      else {
        tries = TRIES;
        continue;
      }
      const { movedXCss, movedYCss } = geometry;
      try {
        const png = await this.#photograph({ ...this.prepared, movedXCss, movedYCss }, this.#part(tile), () =>
          this.#meanwhile(),
        );
        return { tile, png, geometry };
      } catch (error) {
        if (!(error instanceof PageMoved) || tries > TRIES) throw error;
      }
    }
  }

  #isAsPrepared(): boolean {
    return this.order.method === "page-parts" && this.picture.tiles === 0 && !this.order.isDrawnOver;
  }

  #moveTo(tile: Tile, by: MoveBy): Promise<PageGeometry> {
    const { link } = this.shooting;
    if (this.order.method === "page-parts") return link.ask("moveTo", { xCss: 0, yCss: 0, by: "scroll" });
    const { dpr, pageLeftPx } = this.frame;
    const xPx = tile.xPx + pageLeftPx;
    if (by === "root") {
      // It can be moved beyond its end. Moved by a part of a CSS pixel it would be drawn a shade differently.
      const yCss = wholeCss(tile.yPx + tile.skipYPx, dpr);
      return link.ask("moveTo", { xCss: wholeCss(xPx, dpr), yCss, by });
    }
    // Asked to go a little farther than the page's height says, the browser stops where the page really ends.
    const isLast = this.#rowYPx === null && tile.yPx + this.frame.viewHeightPx >= this.#extent.pageHeightPx;
    const beyondPx = isLast ? Math.min(ROUNDING_PX, tile.skipYPx) : 0;
    return link.ask("moveTo", { xCss: xPx / dpr, yCss: (tile.yPx + beyondPx) / dpr, by });
  }

  /** @returns `null` where the page did not come to where it was sent. */
  #landedTile(planned: Tile, geometry: PageGeometry, by: MoveBy): Tile | null {
    if (this.order.method === "page-parts") return planned;
    const { dpr, pageLeftPx, viewHeightPx } = this.frame;
    const xPx = Math.round(geometry.movedXCss * dpr) - pageLeftPx;
    const yPx = Math.round(geometry.movedYCss * dpr);
    const tile = landed(planned, { xPx, yPx }, this.frame);
    if (by === "root") return tile && { ...tile, heightPx: Math.min(tile.heightPx, planned.heightPx) };
    const isAtEnd = yPx + viewHeightPx >= pageHeightPx(geometry, viewHeightPx) - ROUNDING_PX;
    const isShort = yPx < planned.yPx - ROUNDING_PX && !isAtEnd;
    return isShort ? null : tile;
  }

  async #meanwhile(): Promise<void> {
    this.picture.join();
    if (this.#isPassed) return;
    this.#isPassed = true;
    const { changed } = await this.shooting.link.ask("passLate", { limitCss: this.order.limitCss });
    if (changed) throw new PageShifted();
  }

  async #photograph(geometry: PageGeometry, part: PagePart | undefined, meanwhile: () => Promise<void>): Promise<Png> {
    const scene = { url: this.order.url, geometry, onLook: (now: PageGeometry) => this.#noteShift(now) };
    const last = this.#repeats ? undefined : this.#last;
    const png = await photograph(this.shooting, scene, part, last, meanwhile);
    if (this.order.method === "window") requireSameSize(png, this.frame);
    // Seen once, and taken twice: this page repeats itself, and need not be asked again.
    this.#repeats ||= this.#last !== undefined && sameBytes(png, this.#last);
    this.#last = png;
    return png;
  }

  #part(tile: Tile, heightPx = this.#extent.viewHeightPx): PagePart | undefined {
    if (this.order.method === "window") return undefined;
    const { dpr, pageLeftPx, pageWidthPx } = this.frame;
    return {
      x: (tile.xPx + pageLeftPx) / dpr,
      y: tile.yPx / dpr,
      width: pageWidthPx / dpr,
      height: heightPx / dpr,
    };
  }
}

/** The files of a full-page picture: tiles go to the store as they came and into the stitched picture. */
import type { PictureInfo, Seam } from "@/src/model/picture";
import { pngSize } from "@/src/png/chunks";
import type { Png } from "./camera";
import type { FixedLayer } from "./fixed-layer";
import type { Frame } from "./frame";
import type { Tile } from "./plan-tiles";
import { Stitcher } from "./stitch";
import { type ExhibitSink, type FileSink, putFile } from "./store";

const STITCHED = "derived/stitched.png";
export const FIXED = "original/screen-fixed.png";

export class Picture {
  /** Makes the fixed things ready to be drawn, given the first tile without them. */
  overFirst: ((page: Png) => Promise<FixedLayer>) | null = null;
  readonly #file: FileSink;
  /** Grows with the tiles; the record lists what the picture was made of. */
  readonly #from: string[] = [];
  readonly #stitcher: Stitcher;
  #layer: FixedLayer | null = null;
  /** The first tile, as long as it shows the whole page by itself. */
  #whole: { tile: Tile; png: Png; path: string } | null = null;
  #joined: Promise<unknown> = Promise.resolve();
  #toJoin: (() => Promise<void>) | null = null;
  #count = 0;

  constructor(
    private readonly sink: ExhibitSink,
    private readonly frame: Frame,
  ) {
    this.#file = sink.file({ path: STITCHED, role: "derived", op: "stitch", from: this.#from, mime: "image/png" });
    this.#stitcher = new Stitcher(frame.pageWidthPx, (bytes) => this.#file.write(bytes));
  }

  /** Tiles given so far. */
  get tiles(): number {
    return this.#count;
  }

  /** Takes a tile over. Resolves when the one before is stored and drawn: the next photograph need not wait for this one. */
  async add(tile: Tile, png: Png): Promise<void> {
    await this.#allJoined();
    if (this.#count === 0) this.#layer = (await this.overFirst?.(png)) ?? null;
    const path = `original/screen-${String(this.#count).padStart(3, "0")}.png`;
    this.#count += 1;
    this.#from.push(path);
    this.#also(putFile(this.sink, { path, role: "original", mime: "image/png" }, png));
    this.#toJoin = () => this.#join(tile, png, path);
  }

  /**
   * Draws the tile that was given last. That keeps this thread busy, so it is best done while there is something to wait
   * for; it is done by itself before the next tile is taken over.
   */
  join(): void {
    const join = this.#toJoin;
    this.#toJoin = null;
    if (join) this.#also(join());
  }

  #also(work: Promise<unknown>): void {
    this.#joined = Promise.all([this.#joined, work]);
    this.#joined.catch(() => {}); // told where it is awaited
  }

  #allJoined(): Promise<unknown> {
    this.join();
    return this.#joined;
  }

  async #join(tile: Tile, png: Png, path: string): Promise<void> {
    if (this.#count === 1 && !this.#layer && this.#showsAll(tile, png)) {
      this.#whole = { tile, png, path };
      return;
    }
    const first = this.#whole; // the page has grown since
    this.#whole = null;
    if (first) await this.#stitcher.add(first.tile, first.png, first.path, null);
    await this.#stitcher.add(tile, png, path, this.#layer);
  }

  #showsAll({ skipXPx, skipYPx, widthPx, heightPx }: Tile, png: Png): boolean {
    const size = pngSize(png);
    return (
      skipXPx + skipYPx === 0 &&
      widthPx === this.frame.pageWidthPx &&
      heightPx === this.frame.pageHeightPx &&
      size?.widthPx === widthPx &&
      size.heightPx === heightPx
    );
  }

  /** The picture ends with the last row that is whole; the tiles of a row that is not are kept beside it. */
  async endWithWholeRow(): Promise<void> {
    await this.#allJoined();
    const dropped = new Set(this.#stitcher.dropRow());
    this.#from.splice(0, Infinity, ...this.#from.filter((path) => !dropped.has(path)));
  }

  async finish(complete: boolean): Promise<{ picture: PictureInfo; seams: Seam[] }> {
    const joined = this.#allJoined();
    // The same bytes are stored as photograph and as picture, side by side.
    const asItCame = this.#whole && this.#asItCame(this.#whole);
    await Promise.all([joined, asItCame]);
    if (this.#layer) {
      await this.#stitcher.addBelow(this.#layer);
      this.#layer.bitmap.close();
      this.#from.push(FIXED);
    }
    const { widthPx, heightPx, seams } = (await asItCame) ?? (await this.#stitch());
    const picture: PictureInfo = {
      method: "photograph",
      file: STITCHED,
      widthPx,
      heightPx,
      tiles: this.#count,
      complete,
    };
    return { picture, seams };
  }

  async #stitch(): Promise<Stitcher> {
    await this.#file.close(await this.#stitcher.finish());
    return this.#stitcher;
  }

  /** Of one photograph nothing has to be stitched: the picture is the same bytes. */
  async #asItCame({ tile: { widthPx, heightPx }, png, path }: { tile: Tile; png: Png; path: string }) {
    await this.#file.close(png);
    return { widthPx, heightPx, seams: [{ file: path, xPx: 0, yPx: 0, widthPx, heightPx }] };
  }

  /** Nothing is written any more. */
  async settled(): Promise<void> {
    await this.#joined.catch(() => {}); // told already, where it was awaited first
  }
}

/**
 * The picture of a box that scrolls by itself, from the start of its content to its end: photograph after photograph of
 * the window, of which the box is cut out and fitted to the one before by its pixels.
 */
import { type Png, type Shooting, sameWindow } from "@/src/capture/camera";
import { decode } from "@/src/capture/decode";
import { whyIncomplete } from "@/src/capture/incomplete";
import { lastWords } from "@/src/capture/last-words";
import { type ExhibitSink, type FileSink, putFile } from "@/src/capture/store";
import { requireSamePage } from "@/src/capture/subject";
import type { InnerView, PageGeometry, Unloaded } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import type { MissingPart, MissingWhy } from "@/src/model/missing";
import type { PageAction } from "@/src/model/page-acts";
import type { PictureInfo, Seam } from "@/src/model/picture";
import { BoxCamera, type Shot, STEP } from "./box-camera";
import { InnerPicture } from "./inner-picture";
import { layoutOf } from "./layout";

const PICTURE = "derived/stitched.png";
/** How often the start is gone to, to let more come there. */
const MOST_LOADS = 1000;
export interface InnerOrder {
  url: string;
  /** A photograph of the window as it stood, and the file it is kept in. */
  view: Png;
  viewFile: string;
  /** How the page stood then. */
  seen: PageGeometry;
  /** False: where something moves, throw, so that the capture can begin anew. */
  isLast: boolean;
  /** How much is taken at most, in heights of what is seen of the box. */
  limitScreens: number;
  onTile: (done: number, total: number) => void;
}

export interface InnerTaken {
  picture: PictureInfo;
  seams: Seam[];
  actions: PageAction[];
  missing: MissingPart[];
  unloaded: Unloaded | null;
}

/** @returns `null` where no box is found. @throws {CaptureError} whatever a photograph may end with */
export async function takeInner(shooting: Shooting, order: InnerOrder, sink: ExhibitSink): Promise<InnerTaken | null> {
  const { link } = shooting;
  let walk: Walk | null = null;
  try {
    const { view: found } = await link.ask("innerBegin", {});
    if (!found) return null;
    const geometry = await link.ask("look", { drawn: true });
    requireSamePage(order.seen, geometry);
    if (!sameWindow(geometry, order.seen)) throw new CaptureError("pageResized");
    const around = await decode(order.view);
    const layout = layoutOf(found, around, geometry.dpr);
    if (!layout) return null;
    const camera = new BoxCamera(shooting, { url: order.url, geometry, layout });
    walk = new Walk(shooting, order, sink, camera, around);
    await walk.throughContent(await walk.startFrom(found));
    const said = await lastWords(link, walk.ended, [{ act: "scroll-inside" }]);
    return { ...(await walk.finish()), ...said };
  } finally {
    // However it ended, the page is put back; where it is gone there is nothing to put back.
    await link.ask("release", {}).catch(() => {});
    walk?.close();
  }
}

class Walk {
  readonly #file: FileSink;
  /** Grows with the photographs; the record lists what the picture was made of. */
  readonly #from: string[] = [];
  readonly #picture: InnerPicture;
  readonly #limitPx: number;
  #taken = 0;
  #unsure = 0;
  #hasMoreAbove = false;
  #why: MissingWhy | null = null;
  #shot: Shot | null = null;

  constructor(
    private readonly shooting: Shooting,
    private readonly order: InnerOrder,
    private readonly sink: ExhibitSink,
    private readonly camera: BoxCamera,
    private readonly around: ImageBitmap,
  ) {
    const { layout } = camera.scene;
    this.#from.push(order.viewFile);
    this.#file = sink.file({ path: PICTURE, role: "derived", op: "stitch", from: this.#from, mime: "image/png" });
    const context = { bitmap: around, file: order.viewFile };
    this.#picture = new InnerPicture(layout, context, (bytes) => this.#file.write(bytes));
    this.#limitPx = order.limitScreens * layout.heightPx;
  }

  /**
   * Lets the page load what comes before, as far as the limit allows: what the user was looking at is always in it.
   * @returns Where to begin.
   */
  async startFrom(found: InnerView): Promise<number> {
    const { link, signal } = this.shooting;
    const limitCss = this.#limitPx / this.camera.scene.geometry.dpr;
    const belowCss = found.lengthCss - found.topCss;
    const aboveCss = (view: InnerView) => Math.max(0, view.lengthCss - belowCss);
    let view = found;
    let grew = true;
    for (let load = 0; grew && load < MOST_LOADS && aboveCss(view) < limitCss; load += 1) {
      if (signal.aborted) throw new CaptureError("stopped");
      ({ view, grew } = await link.ask("innerToStart", {}));
    }
    const startCss = Math.max(0, aboveCss(view) + found.box.heightCss - limitCss);
    this.#hasMoreAbove = grew || startCss > 0;
    return startCss;
  }

  /** Goes on until the content ends, the limit is reached or nothing more can be taken; what was taken is kept then. */
  async throughContent(startCss: number): Promise<void> {
    this.#tell(0, null);
    await this.#picture.begin();
    this.#shot = await this.camera.photographAt(startCss);
    await this.#keep(this.#shot);
    while (this.#why === null && !this.#shot.view.atEnd)
      await this.#next(this.#shot).catch((error) => this.#orEnded(error));
  }

  async finish(): Promise<Pick<InnerTaken, "picture" | "seams" | "missing">> {
    const { layout } = this.camera.scene;
    if (this.#shot) await this.#draw(this.#shot, layout.heightPx);
    await this.#file.close(await this.#picture.finish());
    const { heightPx, seams } = this.#picture;
    const missing = this.#missing();
    const picture: PictureInfo = {
      method: "photograph",
      file: PICTURE,
      widthPx: layout.windowWidthPx,
      heightPx,
      tiles: this.#taken,
      complete: missing.length === 0,
    };
    return { picture, seams, missing };
  }

  /** Why it ended early; empty: it did not. */
  get ended(): MissingWhy[] {
    return this.#why === null ? [] : [this.#why];
  }

  close(): void {
    this.around.close();
    this.#shot?.bitmap.close();
  }

  /** Takes the next photograph and draws what is now known of the one before. */
  async #next(before: Shot): Promise<void> {
    const { heightPx } = this.camera.scene.layout;
    const rows = this.#picture.contentPx + heightPx - before.fromRow;
    if (rows >= this.#limitPx) {
      this.#why = "longerThanLimit";
      return;
    }
    const { shot, shiftPx, how } = await this.camera.fitting(before);
    if (shiftPx === 0 && !shot.view.atEnd) this.#why = "pageTooLong"; // it does not let itself be scrolled on
    const common = heightPx - shiftPx;
    // In the middle of what both show: at their edges, shades and half-drawn rows are more likely.
    shot.fromRow = how === "unsure" ? 0 : common >> 1;
    shot.how = how;
    await this.#draw(before, how === "unsure" ? heightPx : shiftPx + shot.fromRow);
    if (how === "unsure") {
      this.#unsure += 1;
      await this.#picture.addGap();
    }
    before.bitmap.close();
    this.#shot = shot;
    await this.#keep(shot);
  }

  /** Stores a photograph. */
  async #keep(shot: Shot): Promise<void> {
    shot.file = `original/screen-${String(this.#taken).padStart(3, "0")}.png`;
    await putFile(this.sink, { path: shot.file, role: "original", mime: "image/png" }, shot.png);
    this.#from.push(shot.file);
    this.#taken += 1;
    this.#tell(this.#taken, shot.view);
  }

  async #draw({ bitmap, fromRow, file, how }: Shot, toRow: number): Promise<void> {
    await this.#picture.add(bitmap, fromRow, toRow, how ? { file, how } : { file });
  }

  #orEnded(error: unknown): void {
    this.#why = whyIncomplete(error, this.order.isLast);
    if (this.#why === null) throw error;
  }

  #tell(done: number, view: InnerView | null): void {
    const leftCss = view ? view.lengthCss - view.topCss - view.viewCss : 0;
    const left = view && !view.atEnd ? Math.max(1, Math.ceil(leftCss / (view.box.heightCss * STEP))) : 0;
    const most = Math.ceil(this.order.limitScreens / STEP);
    this.order.onTile(done, Math.max(done, Math.min(done + left, most)));
  }

  #missing(): MissingPart[] {
    const why = this.#why ?? (this.#hasMoreAbove ? "longerThanLimit" : null);
    const missing: MissingPart[] = [];
    if (why) missing.push({ what: "whole-conversation", why, screens: this.#howFar() });
    if (this.#unsure > 0) missing.push({ what: "whole-conversation", why: "partsNotFitted" });
    return missing;
  }

  #howFar(): { taken: number; of: number } {
    const { layout } = this.camera.scene;
    const taken = Math.max(1, Math.floor(this.#picture.contentPx / layout.heightPx));
    const { lengthCss = 0, box } = this.#shot?.view ?? {};
    return { taken, of: Math.max(taken, Math.ceil(lengthCss / (box?.heightCss ?? 1))) };
  }
}

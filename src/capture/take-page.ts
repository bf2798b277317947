/**
 * The full-page picture: the untouched tiles as the browser gave them, and one picture stitched from them. Chromium
 * photographs what is in view, so the page's root is moved under the window; Firefox photographs any part of the page.
 */
import type { PageGeometry } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import type { PageAction, PictureInfo, Seam } from "@/src/model/exhibit";
import { type PagePart, type Png, photograph, type Shooting, sameBytes } from "./camera";
import { planTiles, type Tile } from "./plan-tiles";
import { decode, Stitcher } from "./stitch";
import { type ExhibitSink, putFile } from "./store";

/** A page of more tiles than this is taken as far as this; 300 viewports take about two and a half minutes. */
const MAX_TILES = 300;
/** Firefox: device pixels of one strip's height. Its canvases end at 32,767. */
const STRIP_PX = 4096;
const PICTURE = "derived/stitched.png";

export interface PageTaken {
  picture: PictureInfo;
  seams: Seam[];
  actions: PageAction[];
  pageGrew: boolean;
}

/** How this browser's pictures are taken. */
export type Method = "move-root" | "page-parts";

/** @param view A photograph of the window as it stood, whose size tells the true number of device pixels. */
export async function takePage(
  shooting: Shooting,
  url: string,
  view: Png,
  method: Method,
  sink: ExhibitSink,
  onTile: (done: number, total: number) => void,
): Promise<PageTaken> {
  try {
    const prepared = await shooting.link.ask(method === "move-root" ? "prepare" : "look", { drawn: true });
    const frame = await frameOf(view, prepared);
    const all = planTiles(
      method === "move-root" ? frame : { ...frame, viewWidthPx: frame.pageWidthPx, viewHeightPx: STRIP_PX },
    );
    const tiles = wholeRows(all, MAX_TILES);
    onTile(0, tiles.length);
    const heightPx = tiles.reduce((end, tile) => Math.max(end, tile.yPx + tile.skipYPx + tile.heightPx), 0);
    const file = sink.file({
      path: PICTURE,
      role: "derived",
      op: "stitch",
      from: tiles.map((_, n) => tilePath(n)),
      mime: "image/png",
    });
    const stitcher = new Stitcher(frame.pageWidthPx, heightPx, (bytes) => file.write(bytes));
    let joined: Promise<unknown> = Promise.resolve();
    let last: Png | undefined;
    let repeats = false;
    for (const [n, tile] of tiles.entries()) {
      const png = await takeTile(shooting, { url, geometry: prepared }, tile, method, frame, repeats ? undefined : last);
      // Seen once, and taken twice: this page repeats itself, and need not be asked again.
      repeats ||= last !== undefined && sameBytes(png, last);
      last = png;
      // The next photograph need not wait for this one's storing; only two tiles are ever held.
      await joined;
      joined = Promise.all([putFile(sink, tileAbout(n), png), stitcher.add(tile, png, tilePath(n), frame.leftPx)]);
      joined.catch(() => {});
      onTile(n + 1, tiles.length);
    }
    await joined;
    await stitcher.finish();
    await file.close();
    const actions = await shooting.link.ask("release", {});
    const after = await shooting.link.ask("look", { drawn: false });
    const pageGrew = after.pageHeightCss !== prepared.pageHeightCss || after.pageWidthCss !== prepared.pageWidthCss;
    const picture: PictureInfo = {
      method: "photograph",
      file: PICTURE,
      widthPx: frame.pageWidthPx,
      heightPx,
      tiles: tiles.length,
      complete: tiles.length === all.length && !pageGrew,
    };
    return { picture, seams: stitcher.seams, actions, pageGrew };
  } finally {
    // However it ended, the page is put back; where it is gone there is nothing to put back.
    await shooting.link.ask("release", {}).catch(() => {});
  }
}

/** Sizes in device pixels. */
interface Frame {
  pageWidthPx: number;
  pageHeightPx: number;
  viewWidthPx: number;
  viewHeightPx: number;
  /** Pixels of a photograph left of the page's own (a scroll bar on the left). */
  leftPx: number;
}

async function frameOf(view: Png, geometry: PageGeometry): Promise<Frame> {
  const bitmap = await decode(view);
  const { width, height } = bitmap;
  bitmap.close();
  const { dpr } = geometry;
  const viewWidthPx = width - Math.round((geometry.windowWidthCss - geometry.viewWidthCss) * dpr);
  const viewHeightPx = height - Math.round((geometry.windowHeightCss - geometry.viewHeightCss) * dpr);
  if (viewWidthPx < 1 || viewHeightPx < 1) throw new CaptureError("pictureRefused");
  const fitsAcross = geometry.pageWidthCss <= geometry.viewWidthCss;
  return {
    viewWidthPx,
    viewHeightPx,
    pageWidthPx: fitsAcross ? viewWidthPx : Math.round(geometry.pageWidthCss * dpr),
    pageHeightPx: Math.max(viewHeightPx, Math.round(geometry.pageHeightCss * dpr)),
    leftPx: Math.round(geometry.viewLeftCss * dpr),
  };
}

async function takeTile(
  shooting: Shooting,
  scene: { url: string; geometry: PageGeometry },
  tile: Tile,
  method: Method,
  frame: Frame,
  last: Png | undefined,
): Promise<Png> {
  const { dpr } = scene.geometry;
  if (method === "page-parts") return photograph(shooting, scene, partOf(tile, frame, dpr), last);
  const geometry = await shooting.link.ask("moveTo", { xCss: tile.xPx / dpr, yCss: tile.yPx / dpr });
  const wanted = { ...scene.geometry, movedXCss: tile.xPx / dpr, movedYCss: tile.yPx / dpr };
  if (geometry.documentToken !== wanted.documentToken) throw new CaptureError("pageChanged");
  return photograph(shooting, { url: scene.url, geometry: wanted }, undefined, last);
}

function partOf(tile: Tile, frame: Frame, dpr: number): PagePart {
  const heightPx = Math.min(STRIP_PX, frame.pageHeightPx);
  return { x: tile.xPx / dpr, y: tile.yPx / dpr, width: frame.pageWidthPx / dpr, height: heightPx / dpr };
}

/** The first tiles up to a limit, ending with a whole row. */
function wholeRows(tiles: Tile[], limit: number): Tile[] {
  if (tiles.length <= limit) return tiles;
  const cut = tiles[limit]!;
  const whole = tiles.slice(0, limit).filter((tile) => tile.yPx !== cut.yPx);
  return whole.length > 0 ? whole : tiles.filter((tile) => tile.yPx === cut.yPx);
}

const tilePath = (n: number): string => `original/screen-${String(n).padStart(3, "0")}.png`;
const tileAbout = (n: number) => ({ path: tilePath(n), role: "original", mime: "image/png" }) as const;

/**
 * Where no photograph of a page can be had, it is drawn again from the page itself. Such a picture is called re-drawn
 * wherever it stands, with the reason: it shows what this program made of the page, not what the browser showed.
 */
import { CaptureError } from "@/src/model/errors";
import { letGo } from "@/src/model/let-go";
import type { PictureInfo, RedrawReason } from "@/src/model/picture";
import { REDRAW_REASONS } from "@/src/model/picture";
import { PngEncoder } from "@/src/png/png-encoder";
import type { Png } from "./camera";
import { decode } from "./decode";
import { addDrawn } from "./drawn-rows";
import type { PageLink } from "./page-link";
import type { ExhibitSink } from "./store";
import type { PageTaken } from "./take-page";

const PICTURE = "derived/redrawn.png";

/** No photograph could be had, so the page is to be drawn again. */
export class NoPhotograph extends Error {
  override readonly name = "NoPhotograph";
  constructor(
    readonly reason: RedrawReason,
    /** A photograph of the window that there was before that. */
    readonly view: Png | null,
  ) {
    super(reason);
  }
}

/** @returns What to throw instead, where an error means that drawing again is what is left. */
export function orNoPhotograph(error: unknown, view: Png | null): unknown {
  const code = error instanceof CaptureError ? error.code : null;
  const reason = REDRAW_REASONS.find((one) => one === code);
  return reason ? new NoPhotograph(reason, view) : error;
}

export interface RedrawOrder {
  reason: RedrawReason;
  isCovered: boolean;
  /** Words in the boxes that stand for what could not be drawn. */
  labels: { picture: string; frame: string };
  signal: AbortSignal;
  onTile: (done: number, total: number) => void;
}

/** @throws {CaptureError} `pictureRefused` where the page cannot be drawn either */
export async function redrawPage(link: PageLink, order: RedrawOrder, sink: ExhibitSink): Promise<PageTaken> {
  const { reason, isCovered, labels } = order;
  await link.put("/redraw.js");
  try {
    const page = await link.ask("redraw", { isCovered, labels });
    const file = sink.file({ path: PICTURE, role: "derived", op: "redraw", from: [], mime: "image/png" });
    const encoder = new PngEncoder(page.widthPx, (bytes) => file.write(bytes), 3, letGo);
    const total = Math.ceil(page.heightPx / page.partPx);
    let isStopped = false;
    for (let part = 0; part < total && !isStopped; part += 1) {
      order.onTile(part, total);
      const { base64 } = await link.ask("redrawPart", { yPx: part * page.partPx });
      await addDrawn(encoder, await drawnAgain(base64, page.widthPx));
      isStopped = order.signal.aborted;
    }
    isStopped &&= encoder.heightPx < page.heightPx;
    await file.close(await encoder.finish());
    const { widthPx } = page;
    const complete = !isStopped && !page.isCut;
    const picture: PictureInfo = {
      method: "re-drawn",
      reason,
      file: PICTURE,
      widthPx,
      heightPx: encoder.heightPx,
      tiles: 0,
      complete,
    };
    return {
      picture,
      seams: [],
      actions: [{ act: "add-frame" }, { act: "restore" }],
      incomplete: isStopped ? ["stopped"] : page.isCut ? ["pageTooLong"] : [],
      unloaded: { count: 0, addresses: [] },
      picturesNotRedrawn: page.lacking,
    };
  } catch (error) {
    throw (await isPageThere(link, error)) ? new CaptureError(reason, { cause: error }) : error;
  } finally {
    await link.ask("redrawEnd", {}).catch(() => {}); // where the page is gone, so is its frame
  }
}

/** The page is still the same, so it was drawing that failed. */
async function isPageThere(link: PageLink, error: unknown): Promise<boolean> {
  const mayBeGone = error instanceof CaptureError && error.code === "pageChanged";
  return (
    mayBeGone &&
    link.ask("look", { drawn: false }).then(
      () => true,
      () => false,
    )
  );
}

async function drawnAgain(base64: string, widthPx: number): Promise<OffscreenCanvasRenderingContext2D> {
  const bitmap = await decode(Uint8Array.fromBase64(base64));
  if (bitmap.width !== widthPx) throw new CaptureError("pictureRefused");
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { alpha: false })!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context;
}

/**
 * Draws the page again with html2canvas, for where the browser gives no photograph. What is drawn is a copy in a frame of
 * our own, which is added to the page for that time and is not seen. Drawn in sheets of bounded size, so that memory does
 * not grow with the page.
 */
import html2canvas from "html2canvas";
import type { RedrawnPage } from "@/src/messaging/page-side";
import { FlatCopy, type FlatCopyOptions } from "./flat-copy";
import { unwrittenFramesIn } from "./frame-document";

/** Pixels drawn at once: each sheet costs one more pass over the copy. */
const SHEET_PX = 12_000_000;
/** Pixels of one answer: as a PNG it fits into a message, whatever is in it. */
const PART_PX = 3_000_000;
const MAX_WIDTH_PX = 16_000;
const MAX_HEIGHT_CSS = 200_000;
const FRAME_WAIT_MS = 2_000;

interface Sheet {
  topPx: number;
  canvas: HTMLCanvasElement;
}

export class Redrawing {
  #sheet: Sheet | null = null;

  private constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly copy: Document,
    readonly page: RedrawnPage,
  ) {}

  static async begin(options: FlatCopyOptions): Promise<Redrawing> {
    const frame = document.createElement("iframe");
    frame.setAttribute("aria-hidden", "true");
    frame.tabIndex = -1;
    frame.style.cssText =
      "all:initial!important;position:fixed!important;inset:0 auto auto -99999px!important;visibility:hidden!important;border:0!important";
    try {
      const copy = await emptyDocument(frame);
      const flat = new FlatCopy(copy, options);
      flat.fill(document.documentElement, document.body);
      return new Redrawing(frame, copy, sizes(flat));
    } catch (error) {
      frame.remove();
      throw error;
    }
  }

  /** @returns A PNG of the page's whole width, from `yPx` on, as high as `partPx` or as much as is left. */
  async part(yPx: number): Promise<Blob> {
    const { widthPx, heightPx, partPx } = this.page;
    const rows = Math.min(partPx, heightPx - yPx);
    const { topPx, canvas } = await this.#sheetAt(yPx);
    const part = new OffscreenCanvas(widthPx, rows);
    const context = part.getContext("2d", { alpha: false })!;
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, widthPx, rows);
    context.drawImage(canvas, 0, topPx - yPx);
    return part.convertToBlob({ type: "image/png" });
  }

  end(): void {
    this.#sheet = null;
    this.frame.remove();
  }

  async #sheetAt(yPx: number): Promise<Sheet> {
    const { widthPx, heightPx, partPx, dpr } = this.page;
    const parts = Math.max(1, Math.floor(SHEET_PX / widthPx / partPx));
    const topPx = yPx - (yPx % (parts * partPx));
    if (this.#sheet?.topPx === topPx) return this.#sheet;
    this.#sheet = null; // its memory is free before the next is drawn
    const height = Math.min(parts * partPx, heightPx - topPx) / dpr;
    const canvas = await html2canvas(this.copy.documentElement, {
      x: 0,
      y: topPx / dpr,
      width: widthPx / dpr,
      height,
      scale: dpr,
      scrollX: 0,
      scrollY: 0,
      windowWidth: document.documentElement.clientWidth,
      windowHeight: window.innerHeight,
      backgroundColor: "#ffffff",
      logging: false,
      useCORS: false,
      allowTaint: true,
      imageTimeout: 3_000,
      ...(import.meta.env.FIREFOX && { iframeContainer: unwrittenFramesIn(this.copy) }),
    });
    this.#sheet = { topPx, canvas };
    return this.#sheet;
  }
}

/** Firefox puts a fresh document into a new frame a moment later; Chromium is done at once. */
async function emptyDocument(frame: HTMLIFrameElement): Promise<Document> {
  const loaded = new Promise((resolve) => {
    frame.addEventListener("load", resolve, { once: true });
    setTimeout(resolve, FRAME_WAIT_MS);
  });
  document.documentElement.append(frame);
  await loaded;
  const copy = frame.contentDocument!;
  copy.insertBefore(copy.implementation.createDocumentType("html", "", ""), copy.documentElement);
  return copy;
}

function sizes({ lacking, isCut }: FlatCopy): RedrawnPage {
  const dpr = window.devicePixelRatio;
  const { scrollHeight } = document.scrollingElement ?? document.documentElement;
  const widthPx = Math.max(1, Math.min(MAX_WIDTH_PX, Math.round(document.documentElement.clientWidth * dpr)));
  return {
    widthPx,
    heightPx: Math.max(1, Math.round(Math.min(scrollHeight, MAX_HEIGHT_CSS) * dpr)),
    partPx: Math.max(1, Math.floor(PART_PX / widthPx)),
    dpr,
    lacking,
    isCut: isCut || scrollHeight > MAX_HEIGHT_CSS,
  };
}

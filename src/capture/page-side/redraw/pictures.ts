/**
 * What stands for a picture in a page that is re-drawn: the pixels that the page already holds, as far as the browser lets
 * them be read, or a labelled box of the same size. Nothing is loaded.
 */

const BOX_COLOUR = "#757575";
const WORDS_COLOUR = "#ffffff";
/** A picture is kept no finer than this many times its size on the page. */
const FINENESS = 2;
const MAX_SIDE_PX = 4096;

export type Drawable = HTMLImageElement | HTMLVideoElement | HTMLCanvasElement;

/** @returns The picture, or `null` where the page holds none or it is another site's: those pixels may not be read. */
export function pixelsOf(source: Drawable): HTMLCanvasElement | null {
  const [widthPx, heightPx] = naturalSize(source);
  if (widthPx < 1 || heightPx < 1) return null;
  const shown = Math.max(source.clientWidth, source.clientHeight, 1) * FINENESS * devicePixelRatio;
  const scale = Math.min(1, Math.min(MAX_SIDE_PX, shown) / Math.max(widthPx, heightPx));
  const canvas = canvasOf(Math.ceil(widthPx * scale), Math.ceil(heightPx * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  try {
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    context.getImageData(0, 0, 1, 1); // refused where the picture is another site's
    return canvas;
  } catch {
    return null;
  }
}

/** A box as large as the element is on the page, with a word in it where there is room. */
export function labelledBox({ width, height }: DOMRect, label: string): HTMLCanvasElement {
  const canvas = canvasOf(clamp(width), clamp(height));
  const context = canvas.getContext("2d")!;
  context.fillStyle = BOX_COLOUR;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = WORDS_COLOUR;
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "top";
  if (label && context.measureText(label).width + 12 < width && height > 24) context.fillText(label, 6, 6);
  return canvas;
}

const clamp = (side: number) => Math.max(1, Math.min(MAX_SIDE_PX, Math.round(side)));

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement("canvas"), { width, height });
}

function naturalSize(source: Drawable): [number, number] {
  if (source instanceof HTMLImageElement) return source.complete ? [source.naturalWidth, source.naturalHeight] : [0, 0];
  if (source instanceof HTMLVideoElement) return [source.videoWidth, source.videoHeight];
  return [source.width, source.height];
}

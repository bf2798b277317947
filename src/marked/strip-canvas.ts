/**
 * Draws the heading with the fonts of this computer, black on white, a band at a time so that memory stays small. The
 * same heading on the same browser gives the same pixels. Runs where there is a canvas: in a page or a worker.
 */
import { type Look, SIZES, type StripLayout, type StripText } from "./strip-layout";

/** By script, for systems whose own font has only some of them; the browser looks further by itself. */
const SANS =
  'system-ui, "Noto Sans", "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "Noto Sans Arabic", "Noto Sans Thai", "Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", sans-serif';
const MONO = `ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, ${SANS}`;

const INK = "#000";
const GROUND = "#fff";
/** At least 7 : 1 on white, also where it is printed in grey. */
const QUIET_INK = "#4d4d4d";

const BAND_PX = 256;

/** @returns How wide a text is, in device pixels. */
export function measurer(scale: number): (text: string, look: Look) => number {
  const context = contextOf(new OffscreenCanvas(1, 1));
  return (text, look) => {
    context.font = fontOf(look, scale);
    return context.measureText(text).width;
  };
}

/** The heading's pixels from its top, RGBA, a band of whole rows at a time. */
export function* drawStrip(layout: StripLayout, widthPx: number, scale: number): Generator<Uint8ClampedArray> {
  for (let topPx = 0; topPx < layout.heightPx; topPx += BAND_PX) {
    const heightPx = Math.min(BAND_PX, layout.heightPx - topPx);
    const context = contextOf(new OffscreenCanvas(widthPx, heightPx));
    context.fillStyle = GROUND;
    context.fillRect(0, 0, widthPx, heightPx);
    context.translate(0, -topPx);
    context.fillStyle = INK;
    for (const rule of layout.rules) context.fillRect(0, rule.topPx, widthPx, rule.heightPx);
    for (const text of layout.texts) drawText(context, text, scale);
    yield context.getImageData(0, 0, widthPx, heightPx).data;
  }
}

function drawText(context: OffscreenCanvasRenderingContext2D, line: StripText, scale: number): void {
  const { text, look, xPx, topPx, widthPx, lineHeightPx, direction } = line;
  context.save();
  context.beginPath();
  context.rect(xPx, topPx, widthPx, lineHeightPx);
  context.clip();
  context.font = fontOf(look, scale);
  context.fillStyle = look === "name" || look === "note" ? QUIET_INK : INK;
  context.direction = direction;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  const letterPx = SIZES[look].font * scale;
  context.fillText(text, xPx, topPx + Math.round((lineHeightPx + letterPx * 0.72) / 2));
  context.restore();
}

function fontOf(look: Look, scale: number): string {
  const weight = look === "label" ? "600 " : "";
  return `${weight}${SIZES[look].font * scale}px ${look === "code" ? MONO : SANS}`;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  return canvas.getContext("2d", { willReadFrequently: true, alpha: false })!;
}

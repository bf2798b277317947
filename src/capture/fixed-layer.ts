/**
 * Fixed things, photographed alone. Where nothing lies under one, it is drawn where it stood in the first screen; where
 * it would hide something of the page, it is drawn below the page instead. So each appears once and hides nothing.
 */
import type { PinnedBox } from "@/src/messaging/page-side";
import type { Png } from "./camera";
import { decode } from "./decode";

/** In device pixels of the photograph. */
export interface PxBox {
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
}

export interface FixedLayer {
  file: string;
  bitmap: ImageBitmap;
  /** Drawn where they stood. */
  inPlace: PxBox[];
  /** Drawn below the page. */
  below: PxBox[];
}

/** Differences of a channel up to this are no content. */
const SAME_COLOUR = 2;

/** @param page The same part of the page with the fixed things hidden. */
export async function fixedLayer(
  file: string,
  alone: Png,
  page: Png,
  boxes: PinnedBox[],
  dpr: number,
): Promise<FixedLayer> {
  const [bitmap, under] = await Promise.all([decode(alone), decode(page)]);
  const canvas = new OffscreenCanvas(under.width, under.height);
  const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false })!;
  context.drawImage(under, 0, 0);
  under.close();
  const all = boxes.map((box) => toPx(box, dpr, bitmap)).filter(({ widthPx, heightPx }) => widthPx > 0 && heightPx > 0);
  const isFree = ({ xPx, yPx, widthPx, heightPx }: PxBox) =>
    isOneColour(context.getImageData(xPx, yPx, widthPx, heightPx).data);
  const inPlace = all.filter(isFree);
  return { file, bitmap, inPlace, below: all.filter((box) => !inPlace.includes(box)) };
}

function toPx({ xCss, yCss, widthCss, heightCss }: PinnedBox, dpr: number, within: ImageBitmap): PxBox {
  const xPx = Math.max(0, Math.floor(xCss * dpr));
  const yPx = Math.max(0, Math.floor(yCss * dpr));
  const right = Math.min(within.width, Math.ceil((xCss + widthCss) * dpr));
  const bottom = Math.min(within.height, Math.ceil((yCss + heightCss) * dpr));
  return { xPx, yPx, widthPx: right - xPx, heightPx: bottom - yPx };
}

function isOneColour(rgba: Uint8ClampedArray): boolean {
  for (let at = 4; at < rgba.length; at += 4) {
    for (let channel = 0; channel < 3; channel += 1) {
      if (Math.abs(rgba[at + channel]! - rgba[channel]!) > SAME_COLOUR) return false;
    }
  }
  return true;
}

/** How much of a picture differs from another, pixel for pixel, with no tolerance. */
import type { Picture } from "./png-rows";

export interface Difference {
  /** Differing pixels, and those that only one picture has, as a share of the larger width times the larger height. */
  share: number;
  /** The same, for pixels of which a channel differs by more than 2 of 255: what dithering and rounding do not explain. */
  clearShare: number;
  /** The smallest box around the differing pixels of the common area, in device pixels; `null` where there are none. */
  box: { left: number; top: number; right: number; bottom: number } | null;
}

export async function difference(one: Picture, other: Picture): Promise<Difference> {
  const width = Math.min(one.widthPx, other.widthPx);
  const height = Math.min(one.heightPx, other.heightPx);
  const all = Math.max(one.widthPx, other.widthPx) * Math.max(one.heightPx, other.heightPx);
  let differing = all - width * height;
  let clearly = differing;
  const box = { left: width, top: height, right: -1, bottom: -1 };
  const others = other.rows();
  let y = 0;
  for await (const row of one.rows()) {
    if (y >= height) break;
    const beside = (await others.next()).value as Uint32Array;
    const found = differingInRow(row, beside, width);
    if (found.count > 0) {
      differing += found.count;
      clearly += found.clear;
      box.left = Math.min(box.left, found.first);
      box.right = Math.max(box.right, found.last);
      box.top = Math.min(box.top, y);
      box.bottom = y;
    }
    y += 1;
  }
  await others.return(undefined);
  return { share: differing / all, clearShare: clearly / all, box: box.right < 0 ? null : box };
}

function differingInRow(row: Uint32Array, beside: Uint32Array, width: number) {
  let count = 0;
  let clear = 0;
  let first = -1;
  let last = -1;
  for (let x = 0; x < width; x += 1) {
    if (row[x] === beside[x]) continue;
    if (first < 0) first = x;
    last = x;
    count += 1;
    if (isClear(row[x]!, beside[x]!)) clear += 1;
  }
  return { count, clear, first, last };
}

const SLIGHT = 2;

function isClear(pixel: number, other: number): boolean {
  for (let bit = 0; bit < 32; bit += 8) {
    if (Math.abs(((pixel >>> bit) & 255) - ((other >>> bit) & 255)) > SLIGHT) return true;
  }
  return false;
}

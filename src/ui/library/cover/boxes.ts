/** Boxes over a picture, as they are drawn, moved and sized. Each stays within the picture and covers at least one pixel. */
import type { CoverBox } from "@/src/model/covers";

/** What becomes of the boxes as they are when it is asked: two presses may come before anything is drawn anew. */
export type ChangeBoxes = (boxes: readonly CoverBox[]) => readonly CoverBox[];

/** Changes one of them; where it is gone by then, none. */
export function changeBox(index: number, change: (box: CoverBox) => CoverBox): ChangeBoxes {
  return (boxes) => {
    const box = boxes[index];
    return box === undefined ? boxes : boxes.with(index, change(box));
  };
}

export function removeBox(index: number): ChangeBoxes {
  return (boxes) => boxes.toSpliced(index, 1);
}

export interface PictureSize {
  widthPx: number;
  heightPx: number;
}

export interface Point {
  xPx: number;
  yPx: number;
}

/** A box that begins here or there, in whole pixels, as far as it lies in the picture. */
export function boxBetween(one: Point, other: Point, size: PictureSize): CoverBox {
  const xPx = Math.min(one.xPx, other.xPx);
  const yPx = Math.min(one.yPx, other.yPx);
  const [right, bottom] = [Math.max(one.xPx, other.xPx), Math.max(one.yPx, other.yPx)];
  const cut = { xPx: clamp(Math.floor(xPx), size.widthPx - 1), yPx: clamp(Math.floor(yPx), size.heightPx - 1) };
  return within({ ...cut, widthPx: Math.ceil(right) - cut.xPx, heightPx: Math.ceil(bottom) - cut.yPx }, size);
}

/** It keeps its size at the picture's edge. */
export function moved(box: CoverBox, xPx: number, yPx: number, size: PictureSize): CoverBox {
  return {
    ...box,
    xPx: clamp(Math.round(box.xPx + xPx), size.widthPx - box.widthPx),
    yPx: clamp(Math.round(box.yPx + yPx), size.heightPx - box.heightPx),
  };
}

/** Its upper left corner stays. */
export function sized(box: CoverBox, xPx: number, yPx: number, size: PictureSize): CoverBox {
  return within({ ...box, widthPx: box.widthPx + xPx, heightPx: box.heightPx + yPx }, size);
}

/** A box to begin with, a third of the picture wide. @param middle Where its middle is, as a share of the picture's height. */
export function newBox(size: PictureSize, middle: number): CoverBox {
  const widthPx = Math.max(1, Math.round(size.widthPx / 3));
  const heightPx = Math.max(1, Math.min(size.heightPx, Math.round(widthPx / 2)));
  const box = { xPx: 0, yPx: 0, widthPx, heightPx };
  return moved(box, (size.widthPx - widthPx) / 2, middle * size.heightPx - heightPx / 2, size);
}

/** As it was typed: what is no number stays as it was. */
export function typed(box: CoverBox, field: keyof CoverBox, value: number, size: PictureSize): CoverBox {
  return Number.isFinite(value) ? within({ ...box, [field]: Math.round(value) }, size) : box;
}

/** How far one press of an arrow key goes. */
export function stepOf({ widthPx }: PictureSize): number {
  return Math.max(1, Math.round(widthPx / 100));
}

function within(box: CoverBox, size: PictureSize): CoverBox {
  const [xPx, yPx] = [clamp(box.xPx, size.widthPx - 1), clamp(box.yPx, size.heightPx - 1)];
  return {
    xPx,
    yPx,
    widthPx: Math.max(1, Math.min(Math.round(box.widthPx), size.widthPx - xPx)),
    heightPx: Math.max(1, Math.min(Math.round(box.heightPx), size.heightPx - yPx)),
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

/** A marked copy beside the picture it was made of, as another program reads both. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PNG } from "pngjs";

export interface MarkedLook {
  /** Rows above the picture. */
  headingPx: number;
  /** Whether every pixel below the heading is that of the picture. */
  isSameBelow: boolean;
  /** Dark pixels in the heading's left and right half: its names and its values. */
  ink: { names: number; values: number };
}

export function lookAtMarked(copy: PNG, picture: PNG): MarkedLook {
  const headingPx = copy.height - picture.height;
  const isDark = (x: number, y: number) => copy.data[(y * copy.width + x) * 4]! < 100;
  const ink = { names: 0, values: 0 };
  const middle = Math.min(190, copy.width / 2);
  for (let y = 0; y < headingPx - 8; y += 1) {
    for (let x = 0; x < copy.width; x += 1) if (isDark(x, y)) ink[x < middle ? "names" : "values"] += 1;
  }
  const below = copy.data.subarray(headingPx * copy.width * 4);
  return { headingPx, isSameBelow: copy.width === picture.width && below.equals(picture.data), ink };
}

/** Waits for one finished PNG in the folder. */
export async function downloadedPicture(folder: string): Promise<{ name: string; png: PNG }> {
  for (let patience = 0; patience < 300; patience += 1) {
    const name = (await readdir(folder)).find((each) => each.endsWith(".png"));
    const png =
      name &&
      (await readFile(join(folder, name))
        .then((bytes) => PNG.sync.read(bytes))
        .catch(() => null));
    if (name && png) return { name, png };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no picture was downloaded into ${folder}`);
}

import type { Png } from "./camera";

/** Pixels as they are in the file: no colour conversion. */
export function decode(png: Png): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([png], { type: "image/png" }), {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  });
}

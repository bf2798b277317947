import { CaptureError } from "@/src/model/errors";
import type { Png } from "./camera";

/** Pixels as they are in the file: no colour conversion. @throws {CaptureError} `pictureRefused` */
export async function decode(png: Png): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([png], { type: "image/png" }), {
      colorSpaceConversion: "none",
      premultiplyAlpha: "none",
    });
  } catch (cause) {
    throw new CaptureError("pictureRefused", { cause });
  }
}

import { letGo } from "@/src/model/let-go";
import type { PngEncoder } from "@/src/png/png-encoder";

/**
 * Adds all that a canvas shows to a picture, and frees it and its pixels at once: a long page is many of them, and Firefox
 * lets several hundred megabytes come together before it clears them away.
 */
export async function addDrawn(encoder: PngEncoder, context: OffscreenCanvasRenderingContext2D): Promise<void> {
  const { canvas } = context;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  canvas.width = 0;
  canvas.height = 0;
  await encoder.rows(data);
  letGo(data);
}

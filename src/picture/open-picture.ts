/**
 * Any picture that this browser can open, as rows of pixels: turned as the browser shows it (Exif orientation), in sRGB, of a
 * moving one the first frame. Pixels are all that is taken out of the file. Runs where there are pages: the browser's own
 * decoders do the work, and all pixels lie in memory until `cancel`, four bytes each; hence the limit.
 */
import { MAX_COVER_PIXELS } from "@/src/model/covers";
import { PictureError } from "@/src/model/errors";
import type { PngForm } from "@/src/png/chunks";
import { withoutAlpha } from "@/src/png/png-encoder";
import type { PictureRows } from "@/src/png/png-reader";

/** Pixels that are taken out at once. */
const STRIP_PIXELS = 1 << 20;

/**
 * @param file With its media type.
 * @throws {PictureError} `notOpened`, `tooLarge`
 */
export async function openPicture(file: Blob): Promise<PictureRows> {
  await expectSize(file); // its header says how large it is; unpacked it could fill the memory
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(notOpened);
  try {
    return rowsIn(bitmap, file.type === "image/jpeg" ? 3 : 4);
  } catch (error) {
    bitmap.close();
    throw error;
  }
}

async function expectSize(file: Blob): Promise<void> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  try {
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = url;
    }).catch(notOpened);
    expectNotTooLarge(image.naturalWidth, image.naturalHeight);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function rowsIn(bitmap: ImageBitmap, channels: PngForm["channels"]): PictureRows {
  const { width: widthPx, height: heightPx } = bitmap;
  expectNotTooLarge(widthPx, heightPx);
  const form = { widthPx, heightPx, channels };
  return { form, rows: () => stripsOf(bitmap, form), cancel: async () => bitmap.close() };
}

async function* stripsOf(bitmap: ImageBitmap, { widthPx, heightPx, channels }: PngForm): AsyncGenerator<Uint8Array> {
  const strip = Math.min(heightPx, Math.max(1, Math.floor(STRIP_PIXELS / widthPx)));
  const context = new OffscreenCanvas(widthPx, strip).getContext("2d", { willReadFrequently: true });
  if (context === null) throw new PictureError("notOpened"); // wider than the browser draws
  for (let y = 0; y < heightPx; y += strip) {
    const rows = Math.min(strip, heightPx - y);
    context.clearRect(0, 0, widthPx, strip);
    context.drawImage(bitmap, 0, -y);
    const { data } = context.getImageData(0, 0, widthPx, rows);
    yield channels === 3 ? withoutAlpha(data) : new Uint8Array(data.buffer);
  }
}

function expectNotTooLarge(width: number, height: number): void {
  if (width * height > MAX_COVER_PIXELS) throw new PictureError("tooLarge");
}

function notOpened(cause: unknown): never {
  throw new PictureError("notOpened", { cause });
}

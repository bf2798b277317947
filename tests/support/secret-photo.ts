/**
 * A photo as a phone makes one: its pixels lie on their side, and its Exif says so, has a small picture of the whole, and words.
 * The pixels come from the browser under test, which has an encoder.
 */
import { crc32 } from "node:zlib";
import type { View } from "@/tools/drive/view";

/** Stands in the Exif's description, after its thumbnail and in a comment: nowhere else. */
export const CANARY = "canary-7c1f";

/** As it is stored; shown, it is 200 wide and 300 high, the upper half in the secret colour, the lower in green. */
const [WIDTH, HEIGHT] = [300, 200];

export async function secretPhoto(view: View): Promise<Uint8Array> {
  const jpeg = await view.run(
    async ([width, height]) => {
      const canvas = new OffscreenCanvas(width!, height!);
      const brush = canvas.getContext("2d")!;
      brush.fillStyle = "rgb(224 33 138)";
      brush.fillRect(0, 0, width! / 2, height!);
      brush.fillStyle = "rgb(20 160 60)";
      brush.fillRect(width! / 2, 0, width! / 2, height!);
      const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    },
    [WIDTH, HEIGHT],
  );
  const plain = Buffer.from(jpeg, "base64");
  const comment = segment(0xfe, Buffer.from(CANARY));
  return Buffer.concat([plain.subarray(0, 2), segment(0xe1, exif(plain)), comment, plain.subarray(2)]);
}

function segment(marker: number, body: Uint8Array): Buffer {
  const length = body.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), body]);
}

/** Two directories of a big-endian TIFF: description and orientation (6: the left side is the top); then the thumbnail. */
function exif(thumbnail: Buffer): Buffer {
  const words = Buffer.from(`${CANARY}\0`);
  const second = 8 + 2 + 2 * 12 + 4;
  const wordsAt = second + 2 + 2 * 12 + 4;
  const thumbnailAt = wordsAt + words.length;
  const tiff = Buffer.alloc(wordsAt);
  tiff.write("MM\0*", 0, "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  entry(tiff, 10, 0x010e, 2, words.length, wordsAt);
  entry(tiff, 22, 0x0112, 3, 1, 6 << 16);
  tiff.writeUInt32BE(second, 34);
  tiff.writeUInt16BE(2, second);
  entry(tiff, second + 2, 0x0201, 4, 1, thumbnailAt);
  entry(tiff, second + 14, 0x0202, 4, 1, thumbnail.length);
  return Buffer.concat([Buffer.from("Exif\0\0"), tiff, words, thumbnail, Buffer.from(CANARY)]);
}

function entry(tiff: Buffer, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.writeUInt16BE(tag, at);
  tiff.writeUInt16BE(type, at + 2);
  tiff.writeUInt32BE(count, at + 4);
  tiff.writeUInt32BE(value, at + 8);
}

/** A PNG that says it has so many pixels, and has none. */
export function pictureBomb(side: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write("IHDR", 4, "latin1");
  header.writeUInt32BE(side, 8);
  header.writeUInt32BE(side, 12);
  header.set([8, 2, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), header, Buffer.from("00000000IDAT", "latin1")]);
}

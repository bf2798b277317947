import { expect, test } from "vitest";
import { blobOf } from "@/src/platform/blob-of";

test("all of a stream is one file", async () => {
  const blob = await blobOf(streamOf([new Uint8Array([1, 2]), new Uint8Array([3])]));
  expect([...(await blob.bytes())]).toEqual([1, 2, 3]);
});

test("what the stream fails with is told, and not that it was cut off", async () => {
  const failure = new Error("a byte was changed");
  await expect(blobOf(streamOf([new Uint8Array([1])], failure))).rejects.toBe(failure);
});

function streamOf(pieces: Uint8Array<ArrayBuffer>[], failure?: Error): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else if (failure) controller.error(failure);
      else controller.close();
    },
  });
}

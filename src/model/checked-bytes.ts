/** A kept file on its way: at its end its bytes are those that were recorded, or the stream fails. */
import { StreamDigester } from "./digest";
import type { ExhibitFile } from "./exhibit-files";

/** @param failure What the stream errors with where length or digest differ. */
export function checkedBytes(
  content: ReadableStream<Uint8Array<ArrayBuffer>>,
  recorded: Pick<ExhibitFile, "bytes" | "sha512">,
  failure: () => Error,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const digester = new StreamDigester();
  return content.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        digester.update(piece);
        controller.enqueue(piece);
      },
      flush() {
        const { bytes, sha512 } = digester.finish();
        if (bytes !== recorded.bytes || sha512 !== recorded.sha512) throw failure();
      },
    }),
  );
}

/** A picture that is written anew as a stream, no faster than it is read. */
import type { PictureRows } from "./png-reader";

type Emit = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** @param write Reads `picture` and emits the bytes of another; what it throws, the stream errors with. */
export function pictureStream(
  picture: PictureRows,
  write: (emit: Emit) => Promise<void>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  const out = writable.getWriter();
  write((bytes) => out.write(bytes))
    .finally(() => picture.cancel())
    .then(
      () => out.close(),
      // Where nobody reads on, there is nobody to tell either.
      (error: unknown) => out.abort(error).catch(() => {}),
    );
  return readable;
}

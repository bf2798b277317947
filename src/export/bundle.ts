/** The bundle: a ZIP that is one bag (bag.ts), made as a stream. Format: docs/formats/bundle.md */
import { type BagFacts, type BagOptions, writeBag } from "./bag";
import { failureOf, stoppable } from "./stoppable";
import { ZipSink } from "./zip-sink";

export interface BundleOptions extends BagOptions {
  signal?: AbortSignal;
}

export interface Bundle {
  /** The ZIP. Errors when `done` rejects; what was read until then is no bundle. */
  stream: ReadableStream<Uint8Array>;
  /** @throws {ExportError} any of its codes; {VaultError} when a record cannot be read */
  done: Promise<BagFacts>;
}

/** Starts a bundle. It is made as fast as `stream` is read, and no faster. */
export function bundle(options: BundleOptions): Bundle {
  return zipStream(async (zip) => writeBag(options, zip), options.signal);
}

/** A ZIP as a stream, and what was learned while it was written. */
export function zipStream<Facts>(
  write: (zip: ZipSink) => Promise<Facts>,
  signal?: AbortSignal,
): { stream: ReadableStream<Uint8Array>; done: Promise<Facts> } {
  const { stream, out, stopped } = stoppable(signal);
  const written = async () => {
    const zip = new ZipSink(out, stopped);
    const facts = await write(zip);
    await zip.close();
    return facts;
  };
  const done = written().catch(async (error: unknown) => {
    const failure = failureOf(error, stopped);
    await out.abort(failure).catch(() => {}); // the stream is broken already: the first failure is the one to tell
    throw failure;
  });
  done.catch(() => {}); // a caller who only reads the stream is told there
  return { stream, done };
}

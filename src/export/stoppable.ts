/** A stream that can be stopped from three sides: by its reader, by a signal, and by a failure of what is written. */
import { ExportError } from "@/src/model/errors";

export interface Stoppable {
  stream: ReadableStream<Uint8Array>;
  out: WritableStream<Uint8Array>;
  /** Aborted once the reader cancelled or the caller's signal fired. */
  stopped: AbortSignal;
}

export function stoppable(signal?: AbortSignal): Stoppable {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const cancelled = new AbortController();
  const pieces = readable.getReader();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        cancelled.abort(reason);
        await pieces.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  const stopped = signal === undefined ? cancelled.signal : AbortSignal.any([cancelled.signal, signal]);
  return { stream, out: writable, stopped };
}

/** What a failure is called to the caller: a stop is `cancelled`, whatever broke because of it. */
export function failureOf(error: unknown, stopped: AbortSignal): unknown {
  return stopped.aborted ? new ExportError("cancelled", undefined, { cause: error }) : error;
}

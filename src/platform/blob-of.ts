/**
 * All of a stream, collected in the browser's blob store and not in this page's memory.
 * @throws What the stream fails with: a Response itself would say in Firefox that it was aborted, and not why.
 */
export async function blobOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const pieces = stream.getReader();
  let failed: { cause: unknown } | null = null;
  const watched = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (cause) {
          failed = { cause };
          throw cause;
        }
      },
      cancel: (reason) => pieces.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  try {
    return await new Response(watched).blob();
  } catch (error) {
    throw (failed as { cause: unknown } | null)?.cause ?? error;
  }
}

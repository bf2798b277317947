/** The page's rendered HTML, brought over from the page side and stored as one file. */
import type { HtmlPart } from "@/src/messaging/page-side";
import type { ExhibitFile } from "@/src/model/exhibit";
import type { PageLink } from "./page-link";
import type { ExhibitSink } from "./store";

/** `.txt`, so that nobody runs a captured page by a double click. */
export const HTML_FILE = "original/page.dom.html.txt";

/**
 * @param withPictures False: nothing of a picture is in it.
 * @param keepsCopy Whether a whole-page file is to be made of the same HTML.
 */
export async function takeHtml(
  link: PageLink,
  sink: ExhibitSink,
  withPictures: boolean,
  keepsCopy: boolean,
): Promise<ExhibitFile> {
  const gzip = joined((part) => link.ask("html", { part, withPictures, keepsCopy }));
  const file = sink.file({ path: HTML_FILE, role: "original", mime: "text/html" });
  for await (const piece of gzip.pipeThrough(new DecompressionStream("gzip"))) await file.write(piece);
  return file.close();
}

/** Asks for one part after another, as they are read. */
export function joined(ask: (part: number) => Promise<HtmlPart>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const { parts, base64 } = await ask(next);
      controller.enqueue(Uint8Array.fromBase64(base64));
      next += 1;
      if (next >= parts) controller.close();
    },
  });
}

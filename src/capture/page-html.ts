/** The page's rendered HTML, brought over from the page side and stored as one file. */
import type { HtmlPart } from "@/src/messaging/page-side";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { PageLink } from "./page-link";
import type { ExhibitSink } from "./store";

/** `.txt`, so that nobody runs a captured page by a double click. */
export const HTML_FILE = "original/page.dom.html.txt";

/**
 * @param withPictures False: nothing of a picture is in it.
 * @param keepsCopy Whether a whole-page file is to be made of the same HTML.
 * @returns gzip. When it is here the page may be changed: the HTML is of the moment before.
 */
export async function takeHtml(link: PageLink, withPictures: boolean, keepsCopy: boolean): Promise<Blob> {
  const pieces = [];
  for await (const piece of joined((part) => link.ask("html", { part, withPictures, keepsCopy }))) pieces.push(piece);
  return new Blob(pieces);
}

/** @param gzip As the page side gave it. */
export async function storeHtml(sink: ExhibitSink, gzip: Blob): Promise<ExhibitFile> {
  const file = sink.file({ path: HTML_FILE, role: "original", mime: "text/html" });
  for await (const piece of gzip.stream().pipeThrough(new DecompressionStream("gzip"))) await file.write(piece);
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

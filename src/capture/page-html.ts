/** The page's rendered HTML, brought over from the page side and stored as one file. */
import type { ExhibitFile } from "@/src/model/exhibit";
import type { PageLink } from "./page-link";
import type { ExhibitSink } from "./store";

/** `.txt`, so that nobody runs a captured page by a double click. */
const PATH = "original/page.dom.html.txt";

/** @param withPictures False: nothing of a picture is in it. */
export async function takeHtml(link: PageLink, sink: ExhibitSink, withPictures: boolean): Promise<ExhibitFile> {
  const gzip = new CompressedParts(link, withPictures);
  const file = sink.file({ path: PATH, role: "original", mime: "text/html" });
  for await (const piece of gzip.stream().pipeThrough(new DecompressionStream("gzip"))) await file.write(piece);
  return file.close();
}

class CompressedParts {
  constructor(
    private readonly link: PageLink,
    private readonly withPictures: boolean,
  ) {}

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let next = 0;
    return new ReadableStream({
      pull: async (controller) => {
        const { parts, base64 } = await this.link.ask("html", { part: next, withPictures: this.withPictures });
        controller.enqueue(Uint8Array.fromBase64(base64));
        next += 1;
        if (next >= parts) controller.close();
      },
    });
  }
}

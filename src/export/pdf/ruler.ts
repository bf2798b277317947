/** How wide text is in one line. Words come again and again, so their widths are kept. */
import { clustersOf } from "./characters";
import type { FontShelf } from "./font-shelf";
import type { Face } from "./font-table";
import type { TextStyle } from "./text-style";

/** Beyond this many, what was measured is forgotten, so that memory stays small. */
const MAX_KEPT = 50_000;

export class Ruler {
  readonly #ems = new Map<string, number>();

  constructor(readonly shelf: FontShelf) {}

  /** @param text As `FontShelf.prepare` gave it. @returns points */
  widthPt(text: string, { face, sizePt }: TextStyle): number {
    const key = `${face} ${text}`;
    let ems = this.#ems.get(key);
    if (ems === undefined) {
      ems = this.#measure(text, face);
      if (this.#ems.size >= MAX_KEPT) this.#ems.clear();
      this.#ems.set(key, ems);
    }
    return ems * sizePt;
  }

  #measure(text: string, face: Face): number {
    let ems = 0;
    let run = "";
    let font = null as ReturnType<FontShelf["pieces"]>[number]["font"] | null;
    const close = () => {
      if (font !== null) ems += font.ruler.layout(run).advanceWidth / font.ruler.unitsPerEm;
    };
    for (const cluster of clustersOf(text)) {
      // As `runsOf` draws it: the space of an emoji font is as wide as its pictures.
      const pieces = cluster === " " && font !== null ? [{ text: cluster, font }] : this.shelf.pieces(cluster, face);
      for (const piece of pieces) {
        if (piece.font !== font) {
          close();
          run = "";
          font = piece.font;
        }
        run += piece.text;
      }
    }
    close();
    return ems;
  }
}

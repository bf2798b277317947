/** The fonts in use: which one draws a cluster, read from the package when first needed. */
import { create, type Font } from "fontkit";
import { clustersOf, partsOf, shownText } from "./characters";
import { type Face, type FontEntry, type FontTable, hasCode } from "./font-table";
import { unpackWoff } from "./unpack-woff";

export interface LoadedFont {
  file: string;
  /** TrueType. */
  bytes: Uint8Array<ArrayBuffer>;
  /** For measuring only: what was drawn with a font changes what it says of its glyphs (see `draw-text.ts`). */
  ruler: Font;
}

/** Gives the bytes of a file in the package's folder of fonts. */
export type ReadFont = (file: string) => Promise<Uint8Array<ArrayBuffer>>;

export class FontShelf {
  readonly #loaded = new Map<string, LoadedFont>();
  readonly #entries = new Map<string, FontEntry | null>();

  constructor(
    private readonly table: FontTable,
    private readonly read: ReadFont,
  ) {}

  /** The text as it will be shown, once the fonts for it are at hand. */
  async prepare(text: string, face: Face): Promise<string> {
    const shown = shownText(text, (cluster) => this.#entry(cluster, face) !== null);
    for (const cluster of new Set(clustersOf(shown))) {
      for (const each of this.#drawn(cluster, face)) await this.#load(this.#entry(each, face)!.file);
    }
    return shown;
  }

  /** The cluster in the pieces that one font each can draw: itself, unless no font has all of it. */
  pieces(cluster: string, face: Face): { text: string; font: LoadedFont }[] {
    return this.#drawn(cluster, face).map((text) => ({
      text,
      font: this.#loaded.get(this.#entry(text, face)!.file)!,
    }));
  }

  #drawn(cluster: string, face: Face): string[] {
    if (cluster === "\n") return [];
    return this.#entry(cluster, face) === null ? [...cluster] : [cluster];
  }

  #entry(cluster: string, face: Face): FontEntry | null {
    const key = `${face} ${cluster}`;
    let found = this.#entries.get(key);
    if (found === undefined) {
      const codes = partsOf(cluster);
      const lists = face === "sans" ? this.table.sans : [...this.table[face], ...this.table.sans];
      found = lists.find((entry) => codes.every((code) => hasCode(entry, code))) ?? null;
      this.#entries.set(key, found);
    }
    return found;
  }

  async #load(file: string): Promise<void> {
    if (this.#loaded.has(file)) return;
    const bytes = await unpackWoff(await this.read(file));
    this.#loaded.set(file, { file, bytes, ruler: openFont(bytes) });
  }
}

function openFont(bytes: Uint8Array<ArrayBuffer>): Font {
  const font = create(bytes as Buffer<ArrayBuffer>); // only read, and read as bytes
  if (!("layout" in font)) throw new TypeError("a file with more than one font");
  return font;
}

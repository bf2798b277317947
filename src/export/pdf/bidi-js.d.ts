/** The part of bidi-js 1.1 that is used; the package has no types of its own. */
declare module "bidi-js" {
  interface EmbeddingLevels {
    /** One a UTF-16 unit; odd: from right to left. */
    levels: Uint8Array;
  }
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: "ltr" | "rtl"): EmbeddingLevels;
    getMirroredCharacter(character: string): string | null;
  }
  export default function bidiFactory(): Bidi;
}

/**
 * A PDF names, for each glyph of a font, the text it stands for; that makes text searchable. The PDF library keeps the
 * first text a glyph stood for, and in Arabic many letters share one body. Here a glyph that stands for another text gets
 * another number in the file. This reaches into the library's font object, which is not part of its public face: its
 * version is pinned, and tests read the text back. It can go when the library tells such glyphs apart itself.
 */
import type { Font, Glyph } from "fontkit";

export interface EmbeddedFont {
  font: Font;
  scale: number;
  /** Font's glyph of each number in the file. */
  subset: { glyphs: number[] };
  /** Of each number in the file. */
  unicode: (readonly number[])[];
  widths: number[];
  layout(text: string): { glyphs: Glyph[]; positions: Position[] };
  encode(text: string): [codes: string[], positions: Position[]];
}

/** From now on each glyph in the file stands for one text. */
export function nameGlyphs(embedded: EmbeddedFont): void {
  keepTextsApart(embedded.font);
  const numbers = new Map<string, number>();
  embedded.encode = (text) => {
    const { glyphs, positions } = embedded.layout(text);
    const named = glyphs.flatMap((glyph, n) => namedGlyphs(glyph, positions[n]!, embedded.font));
    return [
      named.map(({ glyph }) => numberOf(glyph, embedded, numbers).toString(16).padStart(4, "0")),
      named.map(({ position }) => position),
    ];
  };
}

/**
 * Letters that are read from right to left and drawn as one: readers that turn a line around turn these around too, and some
 * leave them turned. So each gets a glyph: the drawn one stands for the last letter, and glyphs without ink or width, to
 * its right, for those before it.
 */
function namedGlyphs(glyph: Glyph, position: Position, font: Font): { glyph: Glyph; position: Position }[] {
  const { codePoints } = glyph;
  if (codePoints.length < 2 || !RIGHT_TO_LEFT.test(String.fromCodePoint(...codePoints))) return [{ glyph, position }];
  const [last, ...before] = codePoints.toReversed();
  const blank = font.glyphForCodePoint(0x20).id;
  return [
    { glyph: namedAs(glyph, [last!]), position },
    ...before.map((code) => ({ glyph: namedAs(font.getGlyph(blank), [code], 0), position: NO_MOVE })),
  ];
}

const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
  advanceWidth: number;
}

const NO_MOVE: Position = { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: 0 };

function namedAs(glyph: Glyph, codePoints: readonly number[], advanceWidth = glyph.advanceWidth): Glyph {
  return Object.create(glyph, { codePoints: { value: codePoints }, advanceWidth: { value: advanceWidth } });
}

/**
 * What a reader of the file will take the drawn text for, in the order it is drawn; `null` where a glyph with a width of its
 * own has no text, because readers take that for a gap between words.
 */
export function readText(embedded: EmbeddedFont, drawn: string): string | null {
  const { glyphs } = embedded.layout(drawn);
  if (glyphs.some(({ codePoints, advanceWidth }) => codePoints.length === 0 && advanceWidth > 0)) return null;
  return glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join("");
}

function numberOf(glyph: Glyph, embedded: EmbeddedFont, numbers: Map<string, number>): number {
  const key = `${glyph.id} ${glyph.advanceWidth} ${glyph.codePoints.join(" ")}`;
  let number = numbers.get(key);
  if (number === undefined) {
    number = embedded.subset.glyphs.push(glyph.id) - 1;
    embedded.widths[number] = glyph.advanceWidth * embedded.scale;
    embedded.unicode[number] = glyph.codePoints;
    numbers.set(key, number);
  }
  return number;
}

/** A font keeps one object a glyph, with the text it was first asked for; now there is one for each text. */
function keepTextsApart(font: Font): void {
  const plain = font.getGlyph.bind(font);
  const known = new Map<string, Glyph>();
  font.getGlyph = (id, codePoints = []) => {
    const key = `${id} ${codePoints.join(" ")}`;
    const glyph = known.get(key) ?? namedAs(plain(id, codePoints), codePoints);
    known.set(key, glyph);
    return glyph;
  };
}

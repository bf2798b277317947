/**
 * Characters that can make a name look like another: invisible ones, those that turn the direction of text, and letters
 * that mix with Latin ones they resemble. It says that they are there, not that anyone means harm.
 */

const EMOJI = /\p{RGI_Emoji}/gv;
/** Joiners after a letter of a script that needs them are ordinary. */
const JOINER_IN_WORD =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}])(?:\u200C|\u200D)/gv;
const INVISIBLE_OR_TURNING = /[[\p{Default_Ignorable_Code_Point}--\p{Variation_Selector}]\p{Bidi_Control}]/gv;
const LATIN = /\p{Script=Latin}/v;
const LOOKS_LATIN =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Georgian}]/gv;

/** Letters of mathematics, drawn as a bold or slanted Latin one and not the same as it. */
const DRAWN_AS_LATIN = /[\u{1D400}-\u{1D7FF}]/gv;

/** The code points in question, each once, as `U+202E`. Empty for ordinary text. */
export function unusualCharacters(text: string): string[] {
  const plain = text.replace(EMOJI, "").replace(JOINER_IN_WORD, "");
  const found = [
    ...(plain.match(INVISIBLE_OR_TURNING) ?? []),
    ...(plain.match(DRAWN_AS_LATIN) ?? []),
    ...mixedLetters(plain),
  ];
  return [...new Set(found.map(codePoint))];
}

/** Within one word only: a sentence may well hold two scripts. */
function mixedLetters(text: string): string[] {
  return text.split(/[\s\/]+/v).flatMap((word) => (LATIN.test(word) ? (word.match(LOOKS_LATIN) ?? []) : []));
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

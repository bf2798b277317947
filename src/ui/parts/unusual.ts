/**
 * Characters that can make a name look like another: invisible ones, those that turn the direction of text, and letters
 * that mix with Latin ones they resemble. It says that they are there, not that anyone means harm.
 */

const INVISIBLE_OR_TURNING = /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]|[\u{E0000}-\u{E007F}]/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOKS_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]/gu;
/** Joiners inside an emoji sequence or after a letter of a script that needs them are ordinary. */
const ORDINARY_JOINER = /(?<=[\p{Extended_Pictographic}\uFE0F\u{1F3FB}-\u{1F3FF}])\u200D(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}])[\u200C\u200D]/gu;

/** The code points in question, each once, as `U+202E`. Empty for ordinary text. */
export function unusualCharacters(text: string): string[] {
  const plain = text.replace(ORDINARY_JOINER, "");
  const found = [...(plain.match(INVISIBLE_OR_TURNING) ?? []), ...mixedLetters(plain)];
  return [...new Set(found.map(codePoint))];
}

/** Within one word only: a sentence may well hold two scripts. */
function mixedLetters(text: string): string[] {
  return text.split(/[\s/]+/u).flatMap((word) => (LATIN.test(word) ? (word.match(LOOKS_LATIN) ?? []) : []));
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Text as the search compares it: letter case, width, accents and characters that cannot be seen make no difference.
 * Traditional and simplified characters stay different.
 */

/** What cannot be seen; accents; the points of Hebrew and Arabic, which are mostly left out in writing. */
const LEFT_OUT = /\p{Default_Ignorable_Code_Point}|[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670/gu;
const ASCII = /^\p{ASCII}*$/u;

/** The same text for all ways to write it. Folding it again changes nothing. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = withoutMarks(text);
  // Up and down again: "ß" and "SS" are one then, and after the first step down "ẞ" is, too. Changing case can bring marks of its own.
  return withoutMarks(plain.toLowerCase().toUpperCase().toLowerCase()).replaceAll("ς", "σ").normalize("NFC");
}

function withoutMarks(text: string): string {
  return text.normalize("NFKD").replace(LEFT_OUT, "");
}

/** Brings shown words into one form for comparing. The words themselves are kept elsewhere as they are. */

const DIGITS = /\p{Nd}/gu;

/** Lower case, Latin digits, one kind of space, no bidi controls and no zero-width characters. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replace(DIGITS, (digit) => String(digitValue(digit)))
    .replace(/\s+/g, " ")
    .trim();
}

/** Without spaces, full stops and commas, which styles put differently. */
export function squashed(text: string): string {
  return plain(text).replace(/[\s.,،]/g, "");
}

/** Decimal digits of a script stand in a row of ten that starts at its zero. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1)) && point - value - 1 >= zeroAbove(point))
    value++;
  return value;
}

/** Rows of digits start at a code point that ends in 0 or 6 in hexadecimal; the nearest one below. */
function zeroAbove(point: number): number {
  const low = point & 0xf;
  return low >= 6 && isRowOfSix(point) ? point - low + 6 : point - low;
}

function isRowOfSix(point: number): boolean {
  const start = (point & ~0xf) + 6;
  return /\p{Nd}/u.test(String.fromCodePoint(start)) && !/\p{Nd}/u.test(String.fromCodePoint(start - 1));
}

const SCRIPTS: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Cyrillic}/u, "ru"],
];
const TRADITIONAL = ["zh-Hant", "zh-Hans", "ja"];

/** Languages to read the words in: the page's own, then what their script tells. */
export function languagesFor(text: string, language: string | null): string[] {
  const own = language === null ? [] : Intl.DateTimeFormat.supportedLocalesOf(isTag(language) ? language : []);
  const byScript = SCRIPTS.filter(([script]) => script.test(text)).map(([, one]) => one);
  const han = byScript.length === 0 && /\p{Script=Han}/u.test(text) ? TRADITIONAL : [];
  const latin = byScript.length + han.length === 0 ? ["en"] : [];
  return [...new Set([...own, ...byScript, ...han, ...latin])];
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    return false;
  }
}

/** Check digits, so that a number which only looks like a card or an identity number is told from one that is. */

/** Payment cards (ISO/IEC 7812-1). @param digits Only digits. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** International bank account numbers (ISO 13616). @param iban Without spaces, capitals. */
export function isIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = [...moved].map((character) => Number.parseInt(character, 36)).join("");
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** Hong Kong identity card. @param id One or two letters, six digits, check digit 0–9 or A; capitals, no brackets. */
export function isHkid(id: string): boolean {
  const values = [...id.padStart(9, " ")].map((character) => (character === " " ? 36 : Number.parseInt(character, 36)));
  return weighted(values, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** The number that stands for each first letter of a Taiwanese identity number, from A to Z. */
const TAIWAN_LETTERS = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
];

/** Taiwanese identity number. @param id One capital, nine digits. */
export function isTaiwanId(id: string): boolean {
  const letter = TAIWAN_LETTERS[id.charCodeAt(0) - 65]!;
  const values = [Math.floor(letter / 10), letter % 10, ...[...id.slice(1)].map(Number)];
  return weighted(values, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

/** Resident identity number of mainland China (GB 11643). @param id Seventeen digits, then a digit or X. */
export function isChinaId(id: string): boolean {
  const values = [...id].map((character) => (character === "X" ? 10 : Number(character)));
  return weighted(values, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 1;
}

/** Singapore NRIC and FIN. @param id Letter, seven digits, letter; capitals. */
export function isNric(id: string): boolean {
  const first = id[0]!;
  const start = { S: 0, T: 4, F: 0, G: 4, M: 3 }[first] ?? 0;
  const rest = (weighted([...id.slice(1, 8)].map(Number), [2, 7, 6, 5, 4, 3, 2]) + start) % 11;
  const letters = "ST".includes(first) ? "JZIHGFEDCBA" : first === "M" ? "XWUTRQPNJLK" : "XWUTRQPNMLK";
  return letters[rest] === id[8];
}

/** Spanish DNI and NIE. @param id Eight digits, or X, Y or Z and seven, then a letter; capitals. */
export function isSpanishId(id: string): boolean {
  const digits = id.slice(0, -1).replace("X", "0").replace("Y", "1").replace("Z", "2");
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(digits) % 23] === id.at(-1);
}

/** Brazilian CPF. @param digits Eleven digits. */
export function isCpf(digits: string): boolean {
  const values = [...digits].map(Number);
  const check = (length: number) => {
    const weights = Array.from({ length }, (_, place) => length + 1 - place);
    return ((weighted(values.slice(0, length), weights) * 10) % 11) % 10;
  };
  return check(9) === values[9] && check(10) === values[10];
}

function weighted(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * weights[place]!, 0);
}

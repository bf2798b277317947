import { isChinaId, isCpf, isHkid, isNric, isSpanishId, isTaiwanId } from "./check-digits";
import { type Span, spansOf } from "./finding";

const EDGE = "(?<![\\p{L}\\p{N}])";
const END = "(?![\\p{L}\\p{N}])";
const pattern = (core: string, flags = "giu") => new RegExp(EDGE + core + END, flags);
const bare = (found: string) => found.replace(/[\s().-]/g, "").toUpperCase();

/** Numbers that carry a check digit: shape, then whether the digit is right. */
const CHECKED: readonly { shape: RegExp; isRight: (id: string) => boolean }[] = [
  { shape: pattern("[A-Z]{1,2}\\s?\\d{6}\\s?(?:\\([0-9A]\\)|[0-9A])"), isRight: isHkid },
  { shape: pattern("[A-Z][1289]\\d{8}"), isRight: isTaiwanId },
  { shape: pattern("[1-9]\\d{5}(?:19|20)\\d{9}[\\dX]"), isRight: isChinaId },
  { shape: pattern("[STFGM]\\d{7}[A-Z]"), isRight: isNric },
  { shape: pattern("(?:\\d{8}|[XYZ]-?\\d{7})-?[A-Z]"), isRight: isSpanishId },
  { shape: pattern("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"), isRight: isCpf },
];

/** Numbers whose shape is theirs alone. */
const SHAPED = [
  // Korea: day of birth, then the century and sex.
  pattern("\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])-[1-8]\\d{6}"),
  // United States, Social Security.
  pattern("(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}"),
  // United Kingdom, National Insurance.
  pattern("[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[A-D]", "gu"),
  // India, income tax.
  pattern("[A-Z]{3}[ABCFGHJLPT][A-Z]\\d{4}[A-Z]", "gu"),
  // France, social insurance.
  pattern("[12]\\s\\d{2}\\s(?:0[1-9]|1[0-2])\\s\\d[\\dAB]\\s\\d{3}\\s\\d{3}(?:\\s\\d{2})?"),
];

const PAPERS = [
  "hkid(?:\\s*card)?|nric|aadhaar|aadhar|ssn|social security|national insurance|tax\\s*(?:id|file)",
  "(?:identity|identification|id)\\s*(?:card|document|number|no\\b)|national\\s*id|\\bmy\\s+id\\b|passport|driv(?:ing|er['’]?s?)\\s*licen[cs]e|student\\s*(?:id|card|number|no\\b)|staff\\s*(?:id|number|no\\b)",
  "身份證|身分證|身份证|居留證|居留证|護照|护照|回鄉證|證件號|证件号|學生證|學號|駕駛執照|駕照|健保卡",
  "ausweis|reisepass|f[uü]hrerschein|passeport|carte d['’]identit[eé]|permis de conduire|pasaporte|\\bdni\\b|\\bnie\\b|c[eé]dula|passaporte|\\bcpf\\b|\\brg\\b|codice fiscale|carta d['’]identit[aà]|\\bcurp\\b",
  "パスポート|マイナンバー|個人番号|免許証|旅券|주민등록번호|주민번호|여권|운전면허",
].join("|");
/** A paper's name, then close by something with at least five digits. */
const LABELLED = [
  new RegExp(
    `(?:${PAPERS})(?:(?!https?:)[^\\d\\n]){0,24}?(?<it>[A-Z]{0,6}\\d[A-Z\\d \\-]{2,20}[A-Z\\d](?:\\([0-9A]\\))?)`,
    "giu",
  ),
];

/** Numbers of identity papers. */
export function ids(text: string): Span[] {
  return [
    ...CHECKED.flatMap(({ shape, isRight }) => spansOf(text, [shape], ([found]) => isRight(bare(found)))),
    ...spansOf(text, SHAPED),
    ...spansOf(text, LABELLED, ({ groups }) => (groups!["it"]!.match(/\d/g) ?? []).length >= 5),
  ];
}

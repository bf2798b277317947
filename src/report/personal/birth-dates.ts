import { type Span, spansOf } from "./finding";

const WORDS =
  "\\b(?:born(?:\\s+on)?|date\\s+of\\s+birth|d\\.?o\\.?b\\.?|birth\\s?date|birthday|geboren(?:\\s+am)?|geburtsdatum|geburtstag|n[ée]e?\\s+le|date\\s+de\\s+naissance|nacid[oa]|nac[ií]|fecha\\s+de\\s+nacimiento|cumplea[ñn]os|data\\s+de\\s+nascimento|nascid[oa]|nasci|data\\s+di\\s+nascita|nat[oa]\\s+il)|出生日期|出生年月日|出生於|出生于|生日|生於|生于|生年月日|誕生日|생년월일|생일";
const MONTH =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|m[aä]r|mai|okt|dez|janv|f[ée]v|avr|juin|juil|ao[uû]t|ene|abr|ago|dic|fev|set|out|gen|mag|giu|lug|ott)\\p{L}*\\.?";
const DATE = `(?:\\d{1,4}[./\\-年 ]\\s?\\d{1,2}[./\\-月 ]\\s?\\d{1,4}|\\d{1,2}(?:st|nd|rd|th|\\.|º)?\\s+(?:de\\s+|of\\s+)?${MONTH}(?:\\s+(?:de\\s+)?\\d{2,4})?|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?(?:\\s+\\d{4})?|\\d{4}\\s?年|\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日|(?:19|20)\\d{6}|民國\\s?\\d+年)`;

const PATTERNS = [
  new RegExp(`(?:${WORDS})(?:[^\\d\\n.;。]){0,16}?(?<it>${DATE})`, "giu"),
  /(?<it>(?:\d{4}|民國\s?\d{1,3})\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)\s?(?:出生|生(?!效)|生まれ)/gu,
];

/** Days of birth. */
export function birthDates(text: string): Span[] {
  return spansOf(text, PATTERNS);
}

import { type Span, spansOf } from "./finding";

const ABROAD = /(?<![\p{L}\p{N}])(?:\+|00 ?(?=[1-9]))\d(?:[ .-]?\(?\d\)?){6,14}(?![\p{L}\p{N}])/gu;

/** Groups as numbers are written within a country. Post numbers, dates and counts are not written so. */
const GROUPED = [
  // Hong Kong, Macau and Singapore: eight digits in two groups; mobiles also in one.
  /(?<![\p{L}\p{N}.,:/#-])[2356789]\d{3}[ -]\d{4}(?![\p{L}\p{N}:/-])/gu,
  /(?<![\p{L}\p{N}.,:/#-])[5689]\d{7}(?![\p{L}\p{N}:/-])/gu,
  // North America.
  /(?<![\p{L}\p{N}-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}(?![\p{L}\p{N}-])/gu,
  // A leading zero, then groups: Taiwan, United Kingdom, Japan, Korea, Australia, most of Europe.
  /(?<![\p{L}\p{N}./:-])\(?0\d{1,4}\)?[ /-]?\d{2,4}(?:[ -]?\d{2,4}){1,4}(?![\p{L}\p{N}:/])/gu,
  // France, in pairs; mainland China, India and Brazil, mobiles.
  /(?<![\p{L}\p{N}])0[1-9](?:[ .]\d{2}){4}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[6-9]\d{4}[ -]\d{5}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\(?[1-9]\d\)? ?9\d{4}-\d{4}(?![\p{L}\p{N}])/gu,
];

const LABELLED = [
  /(?:\b(?:my\s+number|reach(?:ed|able)?|erreich\p{L}*|joignable|contact(?:ed)?|tel|phone|telephone|mobile|mob|cell|cellphone|whats\s?app|signal|viber|sms|fax|call|ring|text|t[eé]l[eé]phone|tel[eé]fono|telefone?|m[oó]vil|celular|cellulare|portable|handy(?:nummer)?|rufnummer)\b|電話|电话|手提|手機|手机|致電|打給|打俾|可以打|搵我|聯絡號碼|聯絡電話|聯繫電話|傳真|電話番号|携帯|전화|휴대폰|연락처|核實電話)(?:(?!https?:)[^\d\n+(]){0,24}(?<it>\+?\(?\d(?:[ .()-]*\d){6,14})/giu,
];

/** Before a number, these say that it is something else. */
const OTHER_NUMBER =
  /(?<!(?:best|my|our|contact)\s+)(?:ref(?:erence)?|case|ticket|report|order|post|status|tweet|video|article|invoice|docket|serial|version|isbn|id|no|nr|number|file|views?|likes?|編號|檔案|個案|案件|帖子|貼文|影片|referenz|r[eé]f[eé]rence|caso|expediente|受付番号|접수번호)\.?\s*(?:no\.?|number|id|code|is|was|of)?\s*[:：#]?\s*$/iu;

/** Phone numbers, of anyone. */
export function phones(text: string): Span[] {
  const isOther = (match: RegExpExecArray) => OTHER_NUMBER.test(text.slice(Math.max(0, match.index - 32), match.index));
  return [
    ...spansOf(text, [ABROAD], (match) => !isOther(match)),
    ...spansOf(text, LABELLED),
    ...spansOf(text, GROUPED, (match) => !isOther(match) && digits(match[0]) >= 8 && digits(match[0]) <= 13),
  ];
}

function digits(text: string): number {
  return (text.match(/\d/g) ?? []).length;
}

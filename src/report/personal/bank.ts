import { isIban, isLuhn } from "./check-digits";
import { type Span, spansOf } from "./finding";

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu;
/** Beginnings of cards only: an address of a post ends in digits, too. */
const CARD =
  /(?<![\p{L}\p{N}/_-])(?:3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|(?:[3-6]\d{3}|2[2-7]\d{2})(?:[ -]?\d{4}){3})(?![\p{L}\p{N}/_-])/gu;

const NUMBER = "(?<it>[A-Z]{0,4}[\\d][\\d \\-]{4,24}\\d)";
/** What says that a number is one of a bank account. */
const LABELLED = [
  `(?:bank|savings|current|checking)\\s+(?:a\\/c|acct|account)\\b\\D{0,20}${NUMBER}`,
  `\\b(?:a\\/c|acct\\.?|account)\\s*(?:no\\.?|number|num|nr\\.?|#)\\s*(?:is|:|：)?\\s*${NUMBER}`,
  `\\b(?:sort\\s*code|routing(?:\\s+number)?|aba|bsb|fps(?:\\s*id)?|ifsc)\\b\\s*(?:is|no\\.?|number|:|：)?\\s*(?<it>[A-Z]{0,4}\\d[\\d \\-]{4,12}\\d)`,
  "\\b(?:swift|bic)\\b(?:\\s*(?:code|is|:|：))*\\s*(?<it>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\\b",
  `\\b(?:HSBC|Hang Seng|Standard Chartered|Bank of China|BOC|DBS|OCBC|UOB|Citi(?:bank)?|Chase|Barclays|Lloyds|NatWest|Santander|Monzo|Wells Fargo|Commonwealth Bank|Westpac|CTBC)\\b[^\\d\\n]{0,20}${NUMBER}`,
  `(?:銀行|戶口|户口|賬戶|帳戶|账户|存摺|滙豐|匯豐|恒生|恆生|中銀|渣打|東亞|郵局|國泰世華|中信|玉山|轉數快|轉賬|轉帳|匯款)[^\\d\\n]{0,14}${NUMBER}`,
  `(?:kontonummer|kontonr\\.?|bankverbindung|num[eé]ro de compte|compte bancaire|n[uú]mero de cuenta|cuenta bancaria|conta(?: corrente| banc[aá]ria)|conto corrente|口座番号|口座|계좌\\s*번호|계좌)[^\\d\\n]{0,16}${NUMBER}`,
].map((source) => new RegExp(source, "giu"));

/** Bank accounts and payment cards. */
export function bank(text: string): Span[] {
  return [
    ...spansOf(text, [IBAN], ([found]) => isIban(found.replaceAll(" ", ""))),
    ...spansOf(text, [CARD], ([found]) => isLuhn(found.replace(/[ -]/g, ""))),
    ...spansOf(text, LABELLED),
  ];
}

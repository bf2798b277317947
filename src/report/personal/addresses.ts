import { type Span, spansOf } from "./finding";

const STREET =
  "(?:street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|drive|dr\\.?|boulevard|blvd\\.?|court|ct\\.?|place|way|terrace|crescent|close|square|highway|hwy\\.?|path|gardens?|mansions?|parade|row|grove|mews|hill|walk|circuit|esplanade)";
const PART =
  "(?:flat|room|rm\\.?|unit|apt\\.?|apartment|suite|block|blk\\.?|tower|house|\\d{1,2}\\s*/\\s*f|\\d{1,2}(?:st|nd|rd|th)\\s+floor|floor)";
const STATE =
  "(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|NSW|VIC|QLD|WA|SA|TAS|ACT|NT)";
const HAN_NUMBER = "[\\d０-９一二三四五六七八九十百]+";

const PATTERNS = [
  // 12 Nathan Road; 221B Baker Street; 4500 Old Mill Rd.
  new RegExp(
    `(?<![\\p{L}\\p{N}.,])\\d{1,5}[A-Za-z]?(?:-\\d{1,5}[A-Za-z]?)?,?\\s+(?:[\\p{Lu}][\\p{L}'’.-]*\\s+|\\d{1,3}(?:st|nd|rd|th)\\s+|(?:of|the|de|la)\\s+){1,4}(?:${STREET.replace(/\b[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)})(?![\\p{L}])`,
    "gu",
  ),
  // Flat 12B, 8/F, Block 3
  new RegExp(
    `\\b${PART}\\s*#?\\s*[A-Z]?\\d*[A-Z]?\\s*,\\s*(?:[^,\\n]{1,30},\\s*)?(?:${PART}|\\d{1,2}\\s*/\\s*f)`,
    "giu",
  ),
  new RegExp(
    `\\b${PART}\\s*#?\\s*[A-Z]?\\d+[A-Z]?\\s*,\\s*[^,\\n]{1,30}\\b(?:house|building|mansions?|court|cent(?:re|er)|tower|estate)\\b`,
    "giu",
  ),
  /\b(?:flat|apt\.?|apartment)\s*#?\d{1,4}[A-Z]?\b/giu,
  /\b\d{1,2}\/F\b/gu,
  /#\d{2}-\d{2,4}\b/gu,
  /\bP\.?\s?O\.?\s?Box\s+\d+/giu,
  // Post codes: United Kingdom, Canada; United States and Australia with the state.
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z]\s?\d[A-Z]\d)(?![\p{L}\p{N}])/gu,
  new RegExp(`(?<![\\p{L}])${STATE},?\\s+\\d{4,5}(?:-\\d{4})?(?![\\p{L}\\p{N}])`, "gu"),
  // What says itself that it is where somebody lives.
  /\b(?:home|street|postal|mailing|residential|my)\s+address\s*(?:is|:|：|-)\s*(?![[(]|not\b|https?:)[^\n]*?\d[^\n]{0,40}/giu,
  /\bI\s+live\s+(?:at|in|on)\s+[^.\n]*?\d[^.\n]{0,30}/giu,
  /(?:住址|地址|居住地|住所|現住|居於|居住於|家住|我住)(?!列)[^\n]{0,10}?[：:在於]?\s*(?!https?)[^\s：:，。、]*?(?:路|街|道|巷|邨|村|苑|樓|室|號(?!碼)|大廈|花園)[^\n，。]{0,20}/gu,
  // Roads and houses in Chinese.
  new RegExp(
    `[\\p{Script=Han}]{1,8}(?:路|街|道|大道|巷)(?:[\\p{Script=Han}]段)?\\s?${HAN_NUMBER}\\s?(?:巷\\s?\\d+\\s?)?(?:弄\\s?\\d+\\s?)?(?:-\\d+)?\\s?[號号]`,
    "gu",
  ),
  /[\p{Script=Han}]{1,8}(?:大廈|花園|苑|邨|村|閣|樓|中心|軒|居|城|灣)[\p{Script=Han}]{0,6}\s?(?:第\s?)?[\dA-Z一二三四五六七八九十]{1,3}\s?(?:座|期|樓|楼|室|層|层)/gu,
  new RegExp(`${HAN_NUMBER}\\s?[樓楼]\\s?[\\dA-Z]{0,4}\\s?室`, "gu"),
  // German, French, Dutch, Spanish, Portuguese, Italian.
  /(?<!\p{L})\p{Lu}[\p{L}-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer|straat|laan|plein)\s+\d{1,4}\s?[a-z]?\b/gu,
  /(?<!\p{L})\p{Lu}[\p{L}-]*\s+(?:Straße|Strasse|Str\.|Weg|Platz|Allee)\s+\d{1,4}\s?[a-z]?\b/gu,
  /(?<!\p{L})\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)?\s+\d{1,4}\s?[a-z]?,\s*\d{4,5}\s+\p{Lu}\p{L}+/gu,
  /(?<![\p{L}\p{N}])\d{1,4},?\s+(?:bis\s+|ter\s+)?(?:rue|avenue|boulevard|bd|place|chemin|impasse|all[ée]e|quai|route)\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])?\p{L}[\p{L}'’-]+/giu,
  /(?<!\p{L})(?:calle|c\/|avenida|avda\.?|av\.|paseo|plaza|rua|r\.|travessa|via|viale|piazza|corso|carrera)\s+(?:\p{L}[\p{L}'’.]*\s+){0,4}\p{L}[\p{L}'’.]*,?\s+(?:n[.º°o]*\s*)?\d{1,5}/giu,
  // Japanese and Korean.
  /(?:都|道|府|県)\p{L}{1,8}?(?:市|区|町|村|郡)[^\s、。]*?\d+(?:丁目|番|[-−－]\d+)/gu,
  /[가-힣]+(?:시|도)\s+[가-힣]+(?:구|군|시)\s+[가-힣\d]+(?:로|길|동|읍|면)(?:\s*\d+)?(?:번길)?(?:\s*\d+)?/gu,
];

/** Street addresses, also parts of one. */
export function addresses(text: string): Span[] {
  return spansOf(text, PATTERNS);
}

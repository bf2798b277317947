import { type Span, spansOf } from "./finding";

const ATTACH =
  "attach(?:ed|ing|ment|ments)?|enclos(?:ed|ing|ure)|附上|附件|夾附|隨附|附帶|附圖|隨函|anbei|im\\s+anhang|angeh[aä]ngt|beigef[uü]gt|ci-joint|pi[eè]ce\\s+jointe|en\\s+pi[eè]ce\\s+jointe|adjunt[oa]|en\\s+anexo|em\\s+anexo|anexo|in\\s+allegato|allego|allegat[oa]|添付|첨부";
const PICTURE =
  "photos?|photographs?|pictures?|pics?|images?|selfies?|screenshots?|screen\\s?shots?|scans?|videos?|clips?|相片|照片|圖片|截圖|自拍|影像|影片|掃描|影印本|foto(?:s|graf[ií]as?)?|bild(?:er)?|captur[ae]s?|im[aá]gen(?:es)?|imagem|imagens|immagin[ei]|写真|画像|スクリーンショット|사진|스크린샷|캡처";
const PAPER =
  "(?:id|identity|passport|driving\\s+licen[cs]e|driver['’]s\\s+licen[cs]e|ausweis|reisepass|passeport|pasaporte|passaporte|dni)";

const PATTERNS = [
  new RegExp(`(?:${ATTACH})[^.。!?\\n]{0,60}?(?:${PICTURE})`, "giu"),
  new RegExp(`(?:${PICTURE})[^.。!?\\n]{0,40}?(?:${ATTACH})`, "giu"),
  new RegExp(`(?:${ATTACH})[^.。!?\\n]{0,40}?(?:${PAPER}\\b|身份證|身分證|護照|パスポート|여권|신분증)`, "giu"),
  new RegExp(
    `(?:cop(?:y|ies)|scan|photo|picture|kopie|foto|copie|copia|c[oó]pia)\\s+(?:of|von|de|di|do|meines?|meiner)\\s+(?:my\\s+|mon\\s+|ma\\s+|mi\\s+|meu\\s+|meines?\\s+|mio\\s+)?${PAPER}`,
    "giu",
  ),
  /(?:身份證|身分證|護照|學生證)(?:的)?(?:副本|影印本|照片|相片|掃描|正面|正反面)/gu,
  /(?:身分証|免許証|パスポート)の?(?:写真|コピー|画像)|신분증\s?사본|여권\s?사본/gu,
  /(?<![\p{L}\p{N}_])(?:IMG|DSC|PXL|DCIM|MVIMG|Screenshot|Screen Shot|WhatsApp Image|photo|selfie|scan)[\w ()@.-]{0,40}\.(?:jpe?g|png|heic|webp|gif|pdf|mp4|mov)\b/giu,
  /(?<![\p{L}\p{N}_/])[\p{L}\p{N}_-]*(?:passport|hkid|id[_-]?card|selfie|身份證|護照|自拍)[\p{L}\p{N}_-]*\.(?:jpe?g|png|heic|webp|gif|pdf|mp4|mov)\b/giu,
];

/** In the same sentence, these say that none is attached. */
const NEGATED =
  /\b(?:no|not|never|nothing|without|don['’]?t|won['’]?t|cannot|can['’]?t|haven['’]?t|rather than|instead of|nicht|keine?[mnrs]?|ohne|ne|pas|aucune?|sans|sin|ning[uú]na?|sem|n[aã]o|non|senza|nessun[ao]?|nunca|jamais|mai|nie)\b|沒有|没有|不會|不会|不要|不得|不需|無需|毋須|請勿|未有|並無|不附|不想|不能|ません|ない|않|없/iu;

/** Pictures that go with the text. */
export function photos(text: string): Span[] {
  return spansOf(text, PATTERNS, (match) => !NEGATED.test(sentenceAround(text, match.index, match[0].length)));
}

function sentenceAround(text: string, start: number, length: number): string {
  const before =
    text
      .slice(0, start)
      .split(/[.。!?！？\n;；]\s?/u)
      .at(-1) ?? "";
  const after = text.slice(start + length).split(/[.。!?！？\n;；]/u)[0] ?? "";
  return before + text.slice(start, start + length) + after;
}

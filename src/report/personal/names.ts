import { type Span, spansOf } from "./finding";

/** One to four words that begin with a capital; letters of any script that has capitals. */
const WORD = "\\p{Lu}[\\p{L}'’-]*\\.?";
const WORDS = `${WORD}(?:[ \\t]+(?:(?:de|da|dos|del|di|van|von|der|den|la|le|bin|binti|al)[ \\t]+)?${WORD}){0,3}`;
/** At least two, of which the first is not a word that begins a sentence. */
const TWO_WORDS = `${WORD}[ \\t]+(?:(?:de|da|dos|del|di|van|von|der|den|la|le|bin|binti|al)[ \\t]+)?${WORD}(?:[ \\t]+${WORD}){0,2}`;

const SURNAMES =
  "陳|黃|黄|李|張|林|王|吳|吴|劉|刘|蔡|楊|杨|許|许|鄭|郑|謝|谢|郭|洪|邱|曾|廖|賴|徐|周|葉|叶|蘇|苏|莊|呂|江|何|蕭|羅|罗|高|潘|簡|朱|鍾|钟|彭|游|詹|胡|施|沈|余|趙|赵|盧|梁|顏|柯|翁|魏|孫|孙|戴|范|方|宋|鄧|邓|杜|傅|侯|曹|薛|丁|卓|馬|马|阮|董|唐|溫|藍|蔣|石|古|紀|姚|連|馮|冯|歐|程|湯|田|康|姜|白|汪|鄒|尤|巫|鐘|黎|涂|龔|嚴|韓|袁|金|童|陸|夏|柳|邵|錢|譚|關|霍|伍|麥|甘|鮑|崔|歐陽|司徒|上官|諸葛";
/** What begins like a name and is none. */
const NOT_SURNAMED =
  "張貼|高中|高興|方面|方便|連結|連登|程序|程式|何人|何時|何事|馬上|白天|溫馨|金額|金錢|簡單|簡稱|關於|江湖|石油|古代|田野|康復|方法|許多|許可|余下|高度|王者|黃色|白色|藍色|金色|夏天|施加|施暴|曾經|曾於|曾在|周圍|關係|關心";
const HAN = `(?!${NOT_SURNAMED})(?:${SURNAMES})\\p{Script=Han}{1,2}`;
const HAN_END = "(?=[\\s，,。.、；;！!？?）)」』]|$|是|於|在|住|，|今年|現|敬上|謹|上$|本人)";

/** Districts are written like names. */
const NOT_ROMANISED =
  "(?!(?i:Yau Ma Tei|Wong Tai Sin|Wong Chuk Hang|Lam Tin|Ma On Shan|Ma Wan|Ho Man Tin|Lai Chi Kok|Lai King|To Kwa Wan|Wu Kai Sha|Lok Fu|Lo Wu|Tai Po)\\b)";
const ROMANISED =
  "(?:AU|CHAN|CHAU|CHEN|CHENG|CHEUNG|CHIU|CHOI|CHOW|CHU|CHUNG|FONG|FUNG|HO|HUANG|HUI|IP|KWAN|KWOK|LAI|LAM|LAU|LAW|LEE|LEUNG|LI|LIN|LIU|LO|LUI|LUK|MA|MAK|MOK|NG|PANG|POON|SIU|SO|SZE|TAM|TANG|TO|TSANG|TSE|TSUI|WANG|WONG|WOO|WU|YAU|YEUNG|YIP|YIU|YU|YUEN|YUNG|ZHANG)";

/** Labels over a field. Names of accounts, files and sites are no names of people. */
const LABEL =
  "(?i:(?<!(?:user|display|account|file|site|domain|screen|channel|group|host|profile|nick|brand|company|page|platform|app|service|folder|act|law)[- ]?)(?:full|legal|real|given|first|last|family|maiden|middle|preferred)?\\s?\\b(?:name(?:['’]s|s)?|surname|forename)\\b(?:\\s+(?:of\\s+(?:the\\s+)?(?:complainant|reporter|applicant|requester|sender)|in\\s+full))?)";
const NO_NAME =
  "(?!\\s*[\\[(_]|\\s*(?i:and|not|withheld|anonymous|unknown|removed|hidden|none|n/?a|will|can|may|is|the|of|never|no|optional|required|to|goes|a|an|your|my|here|address|email|e-mail|contact)\\b)";

/** Labels of the letters over a name, or over a name with what else is asked for, where no other pattern has them. */
const LETTER_LABEL =
  "(?:(?:\\b(?:[Nn]ame\\s+and|Name\\s+und|Nom\\s+et|Nombre\\s+y|Nome\\s+e)\\b|姓名[及和]|氏名と|성명과|الاسم\\s+و)[^:：\\n]{1,30}|\\bAssinatura|签名|署名|서명|التوقيع|الاسم)";
const ARABIC = "\\p{Script=Arabic}{2,}(?:[ \\t]+\\p{Script=Arabic}{2,}){1,3}";

const PATTERNS = [
  new RegExp(
    `${LETTER_LABEL}\\s*[:：]\\s*(?<it>${WORDS}|${ARABIC}|\\p{Script=Han}{2,4}(?!\\p{Script=Han})|\\p{Script=Hangul}{2,4}(?!\\p{Script=Hangul}))`,
    "gu",
  ),
  new RegExp(`${LABEL}\\s*(?:is|are|:|：|=|-|–)\\s*${NO_NAME}(?<it>${WORDS})`, "gu"),
  new RegExp(`${LABEL}\\s*(?:is|:|：|=)\\s*(?<it>\\p{Script=Han}{2,4})(?!\\p{Script=Han})`, "giu"),
  new RegExp(
    `\\b(?:[Ii]\\s+am|I['’]m|[Tt]his\\s+is|[Ss]igned(?:\\s+by)?:?|[Ii]\\s+am\\s+called|[Ww]riting\\s+as|they\\s+call\\s+me|my\\s+friends?\\s+call\\s+me)\\s+${NO_NAME}(?<it>${TWO_WORDS})`,
    "gu",
  ),
  new RegExp(
    `\\b(?:I\\s+am\\s+called|[Tt]hey\\s+call\\s+me|[Ff]riends\\s+call\\s+me|[Mm]y\\s+name['’]s)\\s+(?<it>${WORDS})`,
    "gu",
  ),
  new RegExp(`\\bundersigned,?\\s+(?<it>${TWO_WORDS})`, "gu"),
  new RegExp(`\\bI,\\s+(?<it>${TWO_WORDS}),`, "gu"),
  new RegExp(`(?:\\bSignature|\\bSigned(?:\\s+by)?|/s/)\\s*[:：]?\\s*(?<it>(?!\\[)${WORDS})`, "gu"),
  new RegExp(
    `(?:[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Rr]egards|[Rr]espectfully|[Bb]est(?:\\s+wishes)?|[Ww]armly|[Yy]ours|[Cc]heers|[Tt]hanks|[Tt]hank\\s+you|Grüßen?|[Cc]ordialement|[Aa]tentamente|[Aa]tenciosamente|[Ss]aluti|Un\\s+saludo)\\s*[,，]?\\s*[\\n ]\\s*(?<it>(?!\\[|The\\b|Your\\b|For\\b|In\\b|We\\b|I\\b)${WORDS})\\s*(?:$|\\n)`,
    "gu",
  ),
  new RegExp(
    `(?<!Dear\\s)\\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Mme|M\\.|Sr|Sra|Señora?|Dott)\\.?\\s+(?<it>${WORDS})`,
    "gu",
  ),
  new RegExp(
    `(?<!\\p{L})(?<it>${NOT_ROMANISED}${ROMANISED},?\\s+\\p{Lu}[\\p{L}]+(?:[ -]\\p{Lu}?[\\p{L}]+)?)(?!\\p{L})`,
    "gu",
  ),
  new RegExp(
    `(?<!\\p{L})(?<it>${NOT_ROMANISED}${ROMANISED.replace(/[A-Z]+/g, (name) => name[0] + name.slice(1).toLowerCase())}\\s+\\p{Lu}\\p{Ll}+[ -]\\p{L}\\p{Ll}+)(?!\\p{L})`,
    "gu",
  ),
  // Chinese
  /(?<!用[戶户]|帳戶|账户|帳號|[賬账][號号]|使用者|檔案|文件|[網网]站|[顯显]示|[頻频]道|平台|群[組组]|公司)(?:姓名|名字|真名|全名|中文名[稱称]?|英文名|本名|[簽签]名|[簽签]署人?|聯絡人|联系人|申[請请]人|投[訴诉]人|[舉举][報报]人|[報报]案人|姓)(?:是|為|叫)?\s*[：:是為]\s*(?<it>(?![[（(_])[\p{Script=Han}]{2,4}(?!\p{Script=Han})|\p{Lu}[\p{L}'’-]+(?:[ ]\p{Lu}?[\p{L}'’-]+){0,3})/gu,
  new RegExp(
    `(?:我叫做?|我名叫|我的名字(?:是|叫)|本人姓名|本人叫|我個名叫|我姓名)\\s*[：:是]?\\s*(?<it>\\p{Script=Han}{2,4}?|\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)*)${HAN_END}`,
    "gu",
  ),
  new RegExp(`(?:我係|我是|本人(?:是|為)?|申請人|投訴人|此致敬禮|敬上|署名)\\s*(?<it>${HAN})${HAN_END}`, "gu"),
  new RegExp(`(?<!致|敬的)(?<it>(?:${SURNAMES})(?:\\p{Script=Han}{0,2}?)(?:先生|小姐|女士|太太))`, "gu"),
  new RegExp(`(?<it>${HAN})\\s?(?:敬上|謹啟|謹上|上$)`, "gu"),
  // Japanese and Korean
  /(?:氏名|(?<!ユーザー|アカウント|ファイル|表示|サイト)名前|本名|署名)\s*(?:は|：|:)\s*(?<it>(?!\[)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,5}(?:[ 　][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,5})?)/gu,
  /(?:私は|わたしは)(?<it>[\p{Script=Han}\p{Script=Katakana}]{2,5}[ 　]?[\p{Script=Han}\p{Script=Katakana}]{0,4})(?:と申します|といいます|と言います)/gu,
  /(?:(?<!사용자\s?|계정\s?|파일\s?)이름|성명|성함|서명)\s*(?:은|는|:|：)\s*(?<it>(?!\[)[가-힣]{2,4})(?:입니다|이에요|$|[\s,.])/gu,
  /(?:저는|제가)\s*(?<it>[김이박최정강조윤장임한오서신권황안송전홍][가-힣]{1,2})(?:입니다|이에요|라고)/gu,
  // German, French, Spanish, Portuguese, Italian
  new RegExp(
    `\\b(?:[Mm]ein\\s+Name\\s+ist|[Ii]ch\\s+hei(?:ß|ss)e|[Jj]e\\s+m['’]appelle|[Mm]on\\s+nom\\s+est|[Mm]e\\s+llamo|[Mm]i\\s+nombre(?:\\s+completo)?\\s+es|[Mm]eu\\s+nome(?:\\s+completo)?\\s+é|[Mm]e\\s+chamo|[Cc]hamo-me|[Mm]i\\s+chiamo|[Ii]l\\s+mio\\s+nome\\s+è)\\s+(?<it>${WORDS})`,
    "gu",
  ),
  new RegExp(`\\b(?:[Ii]ch\\s+bin|[Jj]e\\s+suis|[Ss]oy|[Ss]ou|[Ss]ono)\\s+(?<it>${TWO_WORDS})`, "gu"),
  new RegExp(
    `(?:\\bNachname|\\bVorname|(?<!Benutzer|Datei|Konto)\\bName|\\bNom(?:\\s+et\\s+prénom|\\s+complet)?|\\bPrénom|\\bNombre(?:\\s+completo|\\s+y\\s+apellidos)?|\\bApellidos?|\\bNome(?:\\s+completo|\\s+e\\s+cognome)?|\\bCognome|\\bUnterschrift|\\bFirma)\\s*[:：]\\s*(?<it>(?!\\[)${WORDS})`,
    "gu",
  ),
];

/** Names of people, where something says that it is one. A name by itself in a sentence cannot be told from other words. */
export function names(text: string): Span[] {
  return spansOf(text, PATTERNS);
}

/**
 * "3h", "vor 5 Min.", "il y a 2 j", "3小时前": how long ago. The words are those that `Intl` has for the language, so
 * there is no table of our own; what it does not have is not understood.
 */
import { plain, squashed } from "./plain";
import { hasPlural, relative, spacedAgoWords, type Unit, unitWord, waysToSay } from "./unit-words";

export interface Ago {
  unit: Unit;
  count: number;
}

const UNITS: readonly Unit[] = ["second", "minute", "hour", "day", "week", "month", "year"];
/** Languages write "ago" in more ways than one; `Intl` has one of them. Sites say in English how they rounded. */
const OTHER_AGO = /^(?:منذ|لمدة|(?:about|almost|nearly|around) )\s*/;
/** Less than an hour ago, as sites put it; `Intl` has no words for it. */
const JUST_NOW =
  /^(?:just now|刚刚|剛剛|剛才|たった今|방금(?: 전)?|à l[’']instant|gerade eben|ahora mismo|agora mesmo|только что|الآن|เมื่อสักครู่)$/;
const HAN_DIGITS = "〇一二三四五六七八九";

/**
 * "3h", "1 day 3 hours ago", "il y a une heure": the longest unit first.
 * @returns `null` where the words are not a length of time, or could mean several.
 */
export function readAgo(text: string, language: string): Ago[] | null {
  const words = plain(text);
  if (words.length > 60) return null;
  if (JUST_NOW.test(words)) return [{ unit: "hour", count: 0 }];
  const counted = words.replace(OTHER_AGO, "").replace(/^(?:an?|one)\s+/, "1 ");
  const one = readOne(counted, language);
  if (one !== null) return [one];
  const single = readSingle(words, language) ?? readLast(words, language) ?? readHan(words, language);
  return single === null ? readSeveral(counted, language) : [single];
}

/** One number and one unit. */
function readOne(words: string, language: string): Ago | null {
  const [digits, ...more] = words.match(/\d+/g) ?? [];
  if (digits === undefined || digits.length > 4 || more.length > 0) return null;
  const count = Number(digits);
  const wanted = squashed(words);
  const units = UNITS.filter((unit) => waysToSay(unit, count, language).some((way) => way === wanted));
  const [unit, other, ...others] = units;
  if (unit === undefined || others.length > 0) return null;
  const isMinutes = unit === "minute" && other === "month"; // "3m": platforms write months in another way
  return other === undefined || isMinutes ? { unit, count } : null;
}

/** Two or three of them, each smaller than the one before: "2 jours et 3 heures". */
function readSeveral(words: string, language: string): Ago[] | null {
  const [before = "", ...parts] = words.split(/(?=\d+)(?<!\d)/);
  const all = /\d/.test(before) ? [before, ...parts] : parts.map((part, place) => (place === 0 ? before + part : part));
  if (all.length < 2 || all.length > 3) return null;
  const joint = new Intl.ListFormat(language).formatToParts(["1", "2"]).find(({ type }) => type === "literal");
  const and = (joint?.value ?? "").trim();
  const read = all.map((part) => readOne(withoutEnd(part.trim(), and), language));
  const isFalling = read.every((ago, place) => {
    const last = read[place - 1];
    return ago !== null && (place === 0 || (last != null && UNITS.indexOf(last.unit) > UNITS.indexOf(ago.unit)));
  });
  return isFalling ? (read as Ago[]) : null;
}

function withoutEnd(text: string, end: string): string {
  return end !== "" && text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** "vor einer Stunde", "час назад": the word for one of a unit, with at most one short word before it. */
function readSingle(words: string, language: string): Ago | null {
  if (/\d/.test(words)) return null;
  const ago = OTHER_AGO.exec(words)?.[0].trim() ?? spacedAgoWords(language);
  if (ago === "" || !(words.startsWith(ago) || words.endsWith(ago))) return null;
  const length = words.replace(ago, "").trim().split(" ");
  if (length.length > 2 || (length.length === 2 && (length[0] ?? "").length > 5)) return null;
  const units = UNITS.filter((unit) => hasPlural(unit, language) && unitWord(unit, 1, language) === length.at(-1));
  return units.length === 1 && units[0] ? { unit: units[0], count: 1 } : null;
}

/** "last week" */
function readLast(words: string, language: string): Ago | null {
  const units = (["week", "month", "year"] as const).filter(
    (unit) => plain(relative(language, "long", "auto").format(-1, unit)) === words,
  );
  return units.length === 1 && units[0] ? { unit: units[0], count: 1 } : null;
}

/** "三天前". Ten and more are written with other signs, and are not read. */
function readHan(words: string, language: string): Ago | null {
  if (!/^(?:zh|ja)\b/.test(language) || !/^[一二三四五六七八九][^〇一二三四五六七八九十百千半]+$/.test(words))
    return null;
  return readOne(`${HAN_DIGITS.indexOf(words.charAt(0))}${words.slice(1)}`, language);
}

/** How many days back a word like "yesterday" or "前天" leads; the rest of the text follows it or stands before it. */
export function readDayWord(text: string, language: string): { daysAgo: number; rest: string } | null {
  const words = plain(text);
  for (const daysAgo of [2, 1, 0]) {
    const word = plain(relative(language, "long", "auto").format(-daysAgo, "day"));
    if (/\d/.test(word) || !words.includes(word)) continue;
    return { daysAgo, rest: words.replace(word, " ").trim() };
  }
  return null;
}

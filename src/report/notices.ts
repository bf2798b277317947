/** The notices, as data: which there are for a place, and what is worded about each. */
import type { Notice, Notices, NoticeWords } from "./notice-schema";
import { NOTICE_WORDS } from "./notice-words";
import notices from "./notices.json";
import { nearestLanguage, WORDED_LANGUAGES } from "./words-language";

// The compiler reads a JSON file's texts as plain strings. tests/unit/report/notices.test.ts holds the files to the types.
const { compiled, notices: ALL } = notices as unknown as Notices;

/** The day the notices were put together, `YYYY-MM-DD`. */
export const NOTICES_DATE: string = compiled;

const IN_THE_EU: readonly string[] = [
  ..."AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
];

/** Every notice, those of the place first. @param place ISO 3166-1 alpha-2, or `null` where none was chosen. */
export function noticesFor(place: string | null): Notice[] {
  return [...ALL.filter((one) => isOfPlace(one, place)), ...ALL.filter((one) => !isOfPlace(one, place))];
}

/** The notice to begin with: that of the place, else the letter that can go anywhere. */
export function firstNotice(place: string | null): Notice {
  return ALL.find((one) => isOfPlace(one, place)) ?? noticeById("generic-letter")!;
}

function isOfPlace({ jurisdiction }: Notice, place: string | null): boolean {
  if (place === null) return false;
  return jurisdiction.split("-")[0] === place || (jurisdiction === "EU" && IN_THE_EU.includes(place));
}

export function noticeById(id: string): Notice | null {
  return ALL.find((one) => one.id === id) ?? null;
}

/** @param language BCP 47 tag of the language shown. Where nothing is worded in it, English. */
export function noticeWords(notice: Notice, language: string): NoticeWords {
  const worded = nearestLanguage(language, WORDED_LANGUAGES);
  return (worded === null ? undefined : NOTICE_WORDS[worded][notice.id]) ?? inEnglish(notice);
}

function inEnglish(notice: Notice): NoticeWords {
  const { elements, deadline, instead, ...rest } = notice;
  return {
    ...rest,
    elements: Object.fromEntries(elements.map(({ key, text }) => [key, text])),
    deadline: deadline.text,
    instead: instead?.map(({ who }) => who),
  };
}

import { expect, test } from "vitest";
import { onlyDate } from "@/src/extract/when/calendar";
import { derivedRange } from "@/src/extract/when/derived-range";

const NOW = "2026-01-10T12:00:00Z";
const HONG_KONG = "Asia/Hong_Kong";

function range(text: string, language: string | null, zone: string | undefined = HONG_KONG) {
  const found = derivedRange(text, language, NOW, zone);
  return found && [found.from.slice(0, 16), found.to.slice(0, 16)];
}

/** Sites round up or down, so "3h" is between two and four hours ago. */
const THREE_HOURS = ["2026-01-10T08:00", "2026-01-10T10:00"];
const TWO_DAYS = ["2026-01-07T12:00", "2026-01-09T12:00"];
const FIVE_MINUTES = ["2026-01-10T11:54", "2026-01-10T11:56"];

test.each([
  ["3h", "en", THREE_HOURS],
  ["3 hrs", "en", THREE_HOURS],
  ["3 hours ago", "en", THREE_HOURS],
  ["Edited · 2d", "en", TWO_DAYS],
  ["5m", "en", FIVE_MINUTES],
  ["vor 5 Min.", "de", FIVE_MINUTES],
  ["il y a 2 j", "fr", TWO_DAYS],
  ["hace 3 h", "es", THREE_HOURS],
  ["há 2 d", "pt", TWO_DAYS],
  ["3 часа назад", "ru", THREE_HOURS],
  ["3小时前", "zh-Hans", THREE_HOURS],
  ["3 小時前", "zh-Hant", THREE_HOURS],
  ["5分钟前", null, FIVE_MINUTES],
  ["3時間前", "ja", THREE_HOURS],
  ["3시간 전", "ko", THREE_HOURS],
  ["منذ ٣ ساعات", "ar", THREE_HOURS],
  ["3 ชั่วโมงที่ผ่านมา", "th", THREE_HOURS],
])("understands %j as a span before the capture", (text, language, expected) => {
  expect(range(text, language)).toEqual(expected);
});

/** One of a unit, in words. */
const ONE_HOUR = ["2026-01-10T10:00", "2026-01-10T12:00"];
const ONE_DAY = ["2026-01-08T12:00", "2026-01-10T12:00"];

test.each([
  ["a day ago", "en", ONE_DAY],
  ["an hour ago", "en", ONE_HOUR],
  ["about an hour ago", "en", ONE_HOUR],
  ["il y a une heure", "fr", ONE_HOUR],
  ["vor einem Tag", "de", ONE_DAY],
  ["hace un día", "es", ONE_DAY],
  ["há uma hora", "pt", ONE_HOUR],
  ["час назад", "ru", ONE_HOUR],
  ["منذ يوم", "ar", ONE_DAY],
  ["一天前", "zh-Hans", ONE_DAY],
  ["last week", "en", ["2025-12-27T12:00", "2026-01-10T12:00"]],
  ["Just now", "en", ["2026-01-10T11:00", "2026-01-10T12:00"]],
  ["剛剛", "zh-Hant", ["2026-01-10T11:00", "2026-01-10T12:00"]],
])("understands number words: %j", (text, language, expected) => {
  expect(range(text, language)).toEqual(expected);
});

const ONE_DAY_THREE_HOURS = ["2026-01-09T08:00", "2026-01-09T10:00"];

test.each([
  ["1 day 3 hours ago", "en", ONE_DAY_THREE_HOURS],
  ["1 day, 3 hours ago", "en", ONE_DAY_THREE_HOURS],
  ["1d 3h", "en", ONE_DAY_THREE_HOURS],
  ["il y a 1 jour et 3 heures", "fr", ONE_DAY_THREE_HOURS],
  ["vor 1 Tag 3 Stunden", "de", ONE_DAY_THREE_HOURS],
  ["1天3小时前", "zh-Hans", ONE_DAY_THREE_HOURS],
])("adds up ages of several units: %j", (text, language, expected) => {
  expect(range(text, language)).toEqual(expected);
});

test.each([
  ["3 hours 1 day ago", "en"],
  ["3 hours 2 hours ago", "en"],
  ["half an hour ago", "en"],
  ["more than a year ago", "en"],
  ["两天前", "zh-Hans"],
  ["十天前", "zh-Hans"],
  ["every day", "en"],
  ["une heure", "fr"],
  ["1 2 3 4 hours", "en"],
])("does not guess at %j", (text, language) => {
  expect(range(text, language)).toBeNull();
});

test.each([
  ["昨天 21:03", "zh-Hans"],
  ["昨日 21:03", "ja"],
  ["어제 오후 9:03", "ko"],
  ["gestern um 21:03", "de"],
  ["yesterday at 9:03 pm", "en"],
])("reads the day before on the clock of the zone: %j", (text, language) => {
  expect(range(text, language)).toEqual(["2026-01-09T13:03", "2026-01-09T13:03"]);
});

test("takes in every zone where the zone is not known", () => {
  expect(derivedRange("2025年12月1日", "zh", NOW)).toMatchObject({
    isDerived: true,
    from: "2025-11-30T10:00:00.000Z",
    to: "2025-12-02T11:59:59.999Z",
  });
});

test("takes a day without year for the last such day", () => {
  expect(range("Nov 2 at 14:05", "en")).toEqual(["2025-11-02T06:05", "2025-11-02T06:05"]);
  expect(range("06月05日 11:12", "zh")).toEqual(["2025-06-05T03:12", "2025-06-05T03:12"]);
});

test.each([
  ["August 19, 2019", "en", "2019-08-19"],
  ["27. September 2018", "de", "2018-09-27"],
  ["23 ene. 2018", "es", "2018-01-23"],
  ["5 nov. 2020", "fr", "2020-11-05"],
  ["6 de mai. de 2024", "pt", "2024-05-06"],
  ["6 мая 2024 г.", "ru", "2024-05-06"],
  ["2024年5月6日", "ja", "2024-05-06"],
  ["2024년 5월 6일", "ko", "2024-05-06"],
  ["民國113年5月6日", "zh-Hant", "2024-05-06"],
  ["5 พ.ค. 2567", "th", "2024-05-05"],
  ["6 مايو 2024", "ar", "2024-05-06"],
  ["2024-05-06", "en", "2024-05-06"],
  ["21.01.2009", "de", "2009-01-21"],
  ["03/04/2025", "fr", "2025-04-03"],
  ["03/04/2025", "en-US", "2025-03-04"],
  ["25/04/2025", "en", "2025-04-25"],
])("reads %j as a date in %s", (text, language, expected) => {
  expect(onlyDate(text, language)).toBe(expected);
});

test.each([
  ["03/04/2025", "en"],
  ["03/04/05", "fr"],
  ["30 February 2024", "en"],
  ["Nov 2", "en"],
  ["6 May 2024 at 5:08", "en"],
  ["2567", "th"],
  ["not a date", "en"],
  ["6 May 2024", "not a language"],
])("leaves %j (%s) as text, because it says no one day", (text, language) => {
  expect(language === "not a language" ? null : onlyDate(text, language)).toBeNull();
});

test.each(["", "soon", "99999 hours ago", "3 4 5", "x".repeat(500), "\uD800"])("derives nothing from %j", (text) => {
  expect(derivedRange(text, "en", NOW)).toBeNull();
});

test("survives a language that is none and a time that is none", () => {
  expect(derivedRange("3h", "??", NOW)).not.toBeNull();
  expect(derivedRange("3h", "en", "yesterday")).toBeNull();
});

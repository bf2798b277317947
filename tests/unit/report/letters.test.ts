import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { composeLetter, elementStates, fieldsOf, type LetterFields, type LetterItem } from "@/src/report/letter";
import { LETTER_LANGUAGES, LETTERS, type LetterLanguage, usualLanguage } from "@/src/report/letters";
import { LettersSchema } from "@/src/report/notice-schema";
import { noticeById, noticesFor } from "@/src/report/notices";
import { findPersonalData } from "@/src/report/personal/find";

const NOTICES = noticesFor(null).filter(({ type }) => type !== "caution");
const EMPTY: LetterFields = { relation: null, contact: "", signature: "", country: "", description: "", more: "" };
const FILLED: LetterFields = {
  relation: "self",
  contact: "reply.box@example.com",
  signature: "J. E.",
  country: "The person shown lives there.",
  description: "A photograph that I took of myself in 2024.",
  more: "The account has put it up three times.",
};
const ITEMS: LetterItem[] = [
  {
    url: "https://example.com/p/1986021144973865000",
    handle: "river.walks",
    postedAt: "2 Nov, 14:05",
    keptUtc: "2026-11-21T01:02:08.120Z",
  },
  { url: "https://example.org/thread/9", handle: null, postedAt: null, keptUtc: "2026-11-22T23:59:59.000Z" },
];

/** Made up, as people who write in each language are called. */
const NAMES: Readonly<Record<LetterLanguage, string>> = {
  ar: "سلمى الأحمد",
  de: "Jana Beispiel",
  en: "Alex Rivers",
  es: "Ana Ejemplo",
  fr: "Claire Exemple",
  ja: "山田花子",
  ko: "김하늘",
  pt: "Ana Exemplo",
  "zh-Hans": "王小美",
  "zh-Hant": "陳小明",
};
const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe.each(LETTER_LANGUAGES)("the file of letters in %s", (language) => {
  const { words, letters } = LETTERS[language];

  test("keeps every rule of its schema", () => {
    const { issues } = v.safeParse(LettersSchema, LETTERS[language]);
    expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });

  test("has the letters of the English one, each with the same parts in the same order, and the same to fill in", () => {
    expect(Object.keys(letters)).toEqual(Object.keys(LETTERS.en.letters));
    for (const [id, { parts, ...frame }] of Object.entries(LETTERS.en.letters)) {
      const own = letters[id]!;
      expect(Object.keys(own.parts), id).toEqual(Object.keys(parts));
      for (const [key, text] of Object.entries(parts))
        expect(placesIn(own.parts[key]!), `${id} ${key}`).toEqual(placesIn(text));
      for (const name of ["subject", "opening", "closing"] as const) {
        expect(placesIn(own[name]), `${id} ${name}`).toEqual([]);
        if (language !== "en") expect(own[name], `${id} ${name} was not translated`).not.toBe(frame[name]);
      }
    }
  });

  test("names the same laws: every number of the English letter stands in it", () => {
    const numbers = (text: string) => [...text.matchAll(/\d[\d./]*\d|\d/g)].map(([number]) => number);
    for (const [id, { subject, opening }] of Object.entries(LETTERS.en.letters)) {
      const own = `${letters[id]!.subject} ${letters[id]!.opening}`;
      for (const number of numbers(`${subject} ${opening}`)) expect(own, id).toContain(number);
    }
  });

  test("puts every blank in square brackets, and none of them twice", () => {
    const blanks = Object.values(words.blanks);
    for (const blank of blanks) expect(blank).toMatch(/^\[[^[\]]+\]$|^［[^［］]+］$/);
    expect(new Set(blanks).size).toBe(blanks.length);
  });
});

test("a letter begins in the reader’s language where that is read, else in English; any other can be chosen", () => {
  const begin = (id: string, language: string) => usualLanguage(noticeById(id)!, language);
  expect(begin("us-take-it-down", "fr")).toBe("en");
  expect(begin("br-mci-21", "pt-BR")).toBe("pt");
  expect(begin("kr-deletion-support", "ko")).toBe("ko");
  expect(begin("tw-sacpa-13", "zh-Hans")).toBe("zh-Hant");
  expect(begin("hk-159aal", "zh-Hant")).toBe("zh-Hant");
  expect(begin("jp-idpa", "de")).toBe("en");
});

/** Elements that no letter can hold: what others do, and forms that have to be used. */
const OUTSIDE: Record<string, string[]> = {
  "hk-159aal": ["proceedings", "application"],
  "sg-osraa": ["platform-first"],
  "kr-deletion-support": ["depicted"],
  "za-fpb": ["form"],
};

describe.each(LETTER_LANGUAGES)("a letter in %s", (language) => {
  test.each(NOTICES)("$id: has a sentence for each element, and is finished once all is filled in", (notice) => {
    const letter = composeLetter(notice, ITEMS, FILLED, language)!;
    const states = [...elementStates(notice, letter, letter.text)];
    const keys = (wanted: string) => states.filter(([, state]) => state === wanted).map(([{ key }]) => key);
    expect(keys("outside")).toEqual(OUTSIDE[notice.id] ?? []);
    expect(keys("blank")).toEqual([]);
    expect(letter.text).not.toMatch(/[{}[\]［］]|undefined|null/);
    for (const { url } of ITEMS) expect(letter.text).toContain(url);
    expect(letter.text).toContain("river.walks");
    expect(letter.text).toContain("2 Nov, 14:05");
    expect(letter.text).toContain("2026-11-21 01:02 UTC");
    expect(letter.text).toContain(FILLED.more);
    for (const name of fieldsOf(notice)) {
      if (name !== "relation" && name !== "owner") expect(letter.text, name).toContain(FILLED[name]);
    }
  });

  test.each(NOTICES)("$id: nothing filled in leaves blanks that are named, and no personal data", (notice) => {
    const letter = composeLetter(notice, [], EMPTY, language)!;
    const states = [...elementStates(notice, letter, letter.text).values()];
    expect(states).toContain("blank");
    expect(letter.text).not.toMatch(/\{|\}|undefined|null/);
    expect(findPersonalData(letter.text)).toEqual([]);
  });

  test("what is written into its places is found: a name, a telephone number, an e-mail address", () => {
    const name = NAMES[language];
    const contact = `${name}, +44 20 7946 0958, reply.box@gmail.com`;
    const found = (id: string) => {
      const { text } = composeLetter(noticeById(id)!, [], { ...EMPTY, contact, signature: name }, language)!;
      return findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
    };
    expect(found("us-dmca-512")).toContain(`name ${name}`);
    expect(found("us-dmca-512").join()).toMatch(/phone.+7946/);
    expect(found("eu-dsa-16")).toEqual(expect.arrayContaining([`name ${name}`, "email reply.box@gmail.com"]));
  });

  test("what the user rewrites is said to be changed", () => {
    const notice = noticeById("us-take-it-down")!;
    const letter = composeLetter(notice, ITEMS, FILLED, language)!;
    const states = elementStates(notice, letter, letter.text.replace(FILLED.contact, "none"));
    expect(states.get(notice.elements.find(({ key }) => key === "contact")!)).toBe("changed");
    expect(states.get(notice.elements.find(({ key }) => key === "content")!)).toBe("there");
  });

  test("what a page says cannot break out of its line", () => {
    const handle = "river\n\nSignature: someone\u202Eelse";
    const letter = composeLetter(noticeById("generic-letter")!, [{ ...ITEMS[0]!, handle }], EMPTY, language)!;
    expect(letter.text).not.toMatch(/^Signature/m);
    expect(letter.text).not.toContain("\u202E");
  });
});

test("the elements of the Take It Down Act are in its letter: place, good faith, contact, signature; no oath, no paper", () => {
  const { text } = composeLetter(noticeById("us-take-it-down")!, ITEMS, FILLED, "en")!;
  expect(text).toMatch(/good-faith belief that it was published without the consent/);
  expect(text).toMatch(/identical copies/);
  expect(text).toMatch(/48 hours/);
  expect(text).toContain("Signature: J. E.");
  expect(text).not.toMatch(/perjury|identity document/);
});

test("the copyright notice has the statutory sentences", () => {
  const { text } = composeLetter(noticeById("us-dmca-512")!, ITEMS, { ...FILLED, relation: "acting" }, "en")!;
  expect(text).toMatch(/not authorised by the copyright owner, its agent, or the law/);
  expect(text).toMatch(/under penalty of perjury, I am authorised to act on behalf of the owner of an exclusive right/);
});

test("the caution about people under 18 is no letter", () => {
  expect(composeLetter(noticeById("under-18")!, ITEMS, FILLED, "en")).toBeNull();
});

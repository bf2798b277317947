import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  composeLetter,
  elementStates,
  fieldsOf,
  LETTER_LANGUAGES,
  type LetterFields,
  type LetterItem,
} from "@/src/report/letter";
import letters from "@/src/report/letters.json";
import { LettersSchema, type Notice, NoticesSchema, NoticeWordsSchema } from "@/src/report/notice-schema";
import { firstNotice, noticeById, noticesFor, noticeWords } from "@/src/report/notices";
import file from "@/src/report/notices.json";
import words from "@/src/report/notices.zh-Hant.json";
import { organisationById } from "@/src/report/organisations";
import { findPersonalData } from "@/src/report/personal/find";

const ALL = noticesFor(null);
const LETTERS = ALL.filter(({ type }) => type !== "caution");
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

const issuesOf = (result: { issues?: readonly v.BaseIssue<unknown>[] | undefined }) =>
  result.issues?.map((issue) => `${v.getDotPath(issue as never)}: ${issue.message}`);

describe("the data of the notices", () => {
  test("keeps every rule of its schema", () => {
    expect(issuesOf(v.safeParse(NoticesSchema, file))).toBeUndefined();
    expect(issuesOf(v.safeParse(NoticeWordsSchema, words))).toBeUndefined();
    expect(issuesOf(v.safeParse(LettersSchema, letters))).toBeUndefined();
  });

  test("covers these laws and a letter for anywhere", () => {
    expect(ALL.map(({ jurisdiction }) => jurisdiction)).toEqual(
      "US US EU GB AU HK SG KR IN TW JP CA-BC BR ZA NZ INT INT".split(" "),
    );
  });

  const shared = "../shared/data/notices.json";
  test.skipIf(!existsSync(shared))("says of each element, deadline and caution what the collected data says", () => {
    const collected: Notice[] = JSON.parse(readFileSync(shared, "utf8"));
    for (const { id, elements, deadline, caution, citation, status, confidence } of collected) {
      expect(noticeById(id), id).toMatchObject({ elements, deadline, citation, status, confidence });
      expect(noticeById(id)!.caution).toBe(caution);
    }
  });

  test("has every word in Chinese, and sends to offices that are in the list", () => {
    for (const notice of ALL) {
      const own = noticeWords(notice, "zh-Hant");
      expect(Object.keys(own.elements), notice.id).toEqual(notice.elements.map(({ key }) => key));
      for (const key of ["whoMayUse", "addressedTo", "afterwards", "escalation", "caution", "rule"] as const)
        expect(own[key] === undefined, `${notice.id} ${key}`).toBe(notice[key] === undefined);
      expect(own.instead?.length).toBe(notice.instead?.length);
      if (notice.office !== undefined) expect(organisationById(notice.office), notice.id).not.toBeNull();
    }
  });

  test("begins with the notice of the place, which for the countries of the EU is the DSA's", () => {
    const first = (place: string | null) => firstNotice(place).id;
    expect([first("US"), first("DE"), first("GB"), first("HK"), first("CA")]).toEqual([
      "us-take-it-down",
      "eu-dsa-16",
      "uk-osa-intimate-image-report",
      "hk-159aal",
      "ca-bc-iipa",
    ]);
    expect([first(null), first("NO"), first("419")]).toEqual(["generic-letter", "generic-letter", "generic-letter"]);
  });

  test("only the copyright notice is said to pass the name on", () => {
    expect(ALL.filter(({ passesNameOn }) => passesNameOn).map(({ id }) => id)).toEqual(["us-dmca-512"]);
    expect(noticeById("us-dmca-512")!.caution).toMatch(/go to the uploader/);
  });
});

/** Elements that no letter can hold: what others do, and forms that have to be used. */
const OUTSIDE: Record<string, string[]> = {
  "hk-159aal": ["proceedings", "application"],
  "sg-osraa": ["platform-first"],
  "kr-deletion-support": ["depicted"],
  "za-fpb": ["form"],
};

describe.each(LETTER_LANGUAGES)("a letter in %s", (language) => {
  test.each(LETTERS)("$id: has a sentence for each element, and is finished once all is filled in", (notice) => {
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

  test.each(LETTERS)("$id: nothing filled in leaves blanks that are named, and no personal data", (notice) => {
    const letter = composeLetter(notice, [], EMPTY, language)!;
    const states = [...elementStates(notice, letter, letter.text).values()];
    expect(states).toContain("blank");
    expect(letter.text).not.toMatch(/\{|\}|undefined|null/);
    expect(findPersonalData(letter.text)).toEqual([]);
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

import { existsSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Notice, NoticesSchema, NoticeWordsSchema } from "@/src/report/notice-schema";
import { NOTICE_WORDS } from "@/src/report/notice-words";
import { firstNotice, noticeById, noticesFor, noticeWords } from "@/src/report/notices";
import file from "@/src/report/notices.json";
import { organisationById } from "@/src/report/organisations";
import { WORDED_LANGUAGES } from "@/src/report/words-language";

const ALL = noticesFor(null);
const issuesOf = (result: { issues?: readonly v.BaseIssue<unknown>[] | undefined }) =>
  result.issues?.map((issue) => `${v.getDotPath(issue as never)}: ${issue.message}`);

describe("the data of the notices", () => {
  test("keeps every rule of its schema", () => {
    expect(issuesOf(v.safeParse(NoticesSchema, file))).toBeUndefined();
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

  test.each(WORDED_LANGUAGES)("has every word in %s, none of them left in English", (language) => {
    expect(issuesOf(v.safeParse(NoticeWordsSchema, NOTICE_WORDS[language]))).toBeUndefined();
    expect(Object.keys(NOTICE_WORDS[language]).sort()).toEqual(ALL.map(({ id }) => id).sort());
    for (const notice of ALL) {
      const own = noticeWords(notice, language);
      expect(Object.keys(own.elements), notice.id).toEqual(notice.elements.map(({ key }) => key));
      for (const { key, text } of notice.elements) expect(own.elements[key], `${notice.id} ${key}`).not.toBe(text);
      for (const key of ["whoMayUse", "afterwards", "escalation", "caution", "rule"] as const) {
        expect(own[key] === undefined, `${notice.id} ${key}`).toBe(notice[key] === undefined);
        if (key !== "escalation" && own[key] !== undefined) expect(own[key], notice.id).not.toBe(notice[key]);
      }
      expect(own.addressedTo === undefined, notice.id).toBe(notice.addressedTo === undefined);
      expect(own.instead?.length).toBe(notice.instead?.length);
      expect(own.productRules?.length).toBe(notice.productRules?.length);
    }
  });

  test.each(WORDED_LANGUAGES)("names the same hours, days, years and amounts in %s", (language) => {
    const numbers = (text: string) => [...text.replace(/(\d)[.,\s](?=\d{3})/g, "$1").matchAll(/\d{2,}/g)].map(String);
    for (const notice of ALL) {
      const said = (one: { deadline: string; caution?: string | undefined; status: string }) =>
        `${one.deadline} ${one.status} ${one.caution ?? ""}`;
      const own = numbers(said(noticeWords(notice, language)));
      for (const number of numbers(said(noticeWords(notice, "en")))) expect(own, notice.id).toContain(number);
    }
  });

  test("sends to offices that are in the list", () => {
    for (const notice of ALL)
      if (notice.office !== undefined) expect(organisationById(notice.office), notice.id).not.toBeNull();
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

import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { OrganisationsSchema, OrganisationWordsSchema } from "@/src/report/organisation-schema";
import { WORDS } from "@/src/report/organisation-words";
import {
  emergencyNumber,
  HELP_KINDS,
  helpFor,
  LANGUAGES,
  ORGANISATIONS_DATE,
  organisationById,
  PLACES,
  wordsOf,
} from "@/src/report/organisations";
import file from "@/src/report/organisations.json";
import { WORDED_LANGUAGES } from "@/src/report/words-language";

const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
const anyKind = { language: null, kind: null };

describe("the list of organisations", () => {
  test("keeps every rule of its schema", () => {
    const { issues } = v.safeParse(OrganisationsSchema, file);
    expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });

  test.each(WORDED_LANGUAGES)("has all its notes and hours worded in %s, and words for nobody else", (language) => {
    const words = WORDS[language];
    expect(v.is(OrganisationWordsSchema, words)).toBe(true);
    expect(Object.keys(words).filter((id) => organisationById(id) === null)).toEqual([]);
    for (const one of file.organisations) {
      const own = words[one.id];
      expect(own?.notes !== undefined, one.id).toBe("notes" in one);
      expect(own?.hours !== undefined, one.id).toBe("hours" in one && "more" in one.hours!);
    }
  });

  test.each(WORDED_LANGUAGES)("says the same times of day, numbers and names of services in %s", (language) => {
    const facts = /\d{1,2}:\d{2}|\+[\d-]{8,}|\b(?:1366|1771|1930|159AAE|PHAROS|CyberTipline|Childline|Arachnid|PIN)\b/g;
    for (const one of file.organisations) {
      const said = `${"notes" in one ? one.notes : ""} ${"hours" in one ? (one.hours as { more?: string }).more : ""}`;
      const own = Object.values(WORDS[language][one.id] ?? {}).join(" ");
      for (const [fact] of said.matchAll(facts)) expect(own, one.id).toContain(fact);
    }
  });

  test("has words in every language of the interface", () => {
    const tags = readdirSync("public/_locales").map(
      (name) => JSON.parse(readFileSync(`public/_locales/${name}/messages.json`, "utf8")).languageTag.message as string,
    );
    const one = organisationById("rainlily")!;
    expect(tags.length).toBeGreaterThan(9);
    expect(new Set(tags.map((tag) => wordsOf(one, tag).notes)).size).toBe(tags.length);
  });

  const shared = "../shared/data/organisations.json";
  const source = existsSync(shared) ? shared : null;
  test.skipIf(source === null)("says of each what the collected data says", () => {
    const collected: Record<string, unknown>[] = JSON.parse(readFileSync(source!, "utf8"));
    expect(ids(file.organisations)).toEqual(collected.map(({ id }) => id));
    for (const { id, phone, email, hours, emergency, services, confidence, sourceTier } of collected) {
      const one = organisationById(String(id))!;
      expect({ phone, email, emergency, services, confidence, sourceTier }, String(id)).toEqual({
        phone: one.phone,
        email: one.email,
        emergency: one.emergency,
        services: one.services,
        confidence: one.confidence,
        sourceTier: one.sourceTier,
      });
      if (one.hours !== undefined) expect(one.hours.said).toBe(hours);
    }
  });
});

describe("help", () => {
  test("RainLily answers Monday to Friday 09:00–22:00 and Saturday 09:00–13:00, and the crisis service goes by referral", () => {
    const one = organisationById("rainlily")!;
    expect(one.phone).toBe("+852 2375 5322");
    expect(one.hours?.zone).toBe("Asia/Hong_Kong");
    expect(one.hours?.weekly).toEqual([
      { days: [1, 2, 3, 4, 5], from: "09:00", to: "22:00" },
      { days: [6], from: "09:00", to: "13:00" },
    ]);
    expect(wordsOf(one, "en").hoursMore).toMatch(/only by referral of the police, hospitals and social services/);
    expect(wordsOf(one, "zh-Hant").hoursMore).toMatch(/轉介/);
    expect(wordsOf(one, "zh-Hant").name).toBe("風雨蘭");
  });

  test("is of the place that was chosen first, then from anywhere, and never of another place", () => {
    for (const place of PLACES) {
      const { fitting, otherLanguages } = helpFor({ place, ...anyKind });
      expect(otherLanguages).toEqual([]);
      const countries = new Set(fitting.map(({ country }) => country));
      expect([...countries].filter((one) => one !== place && one !== "INT" && one !== "419")).toEqual([]);
      expect(fitting[0]?.country).toBe(place);
    }
    expect(new Set(helpFor({ place: null, ...anyKind }).fitting.map(({ country }) => country))).toEqual(
      new Set(["INT"]),
    );
  });

  test("can be asked for by language: those that are not known to speak it come apart", () => {
    const { fitting, otherLanguages } = helpFor({ place: "SG", language: "zh-Hant", kind: "talk" });
    expect(ids(fitting)).toContain("shecares-scwo");
    expect(ids(fitting)).not.toContain("she-sg");
    expect(ids(otherLanguages).filter((id) => ids(fitting).includes(id))).toEqual([]);
    expect(LANGUAGES).toContain("zh-Hant");
  });

  test("is there in each kind for Hong Kong, and each of those found does that", () => {
    for (const kind of HELP_KINDS)
      expect(helpFor({ place: "HK", language: null, kind }).fitting.length, kind).toBeGreaterThan(0);
    expect(ids(helpFor({ place: "HK", language: null, kind: "medical" }).fitting)).toEqual(["rainlily"]);
  });

  test("an emergency number is only that of the place that was chosen", () => {
    expect(emergencyNumber("HK")).toBe("999");
    expect(emergencyNumber("US")).toBe("911");
    expect(emergencyNumber("AU")).toBe("000");
    for (const unknown of [null, "JP", "419", "INT", "", "__proto__"])
      expect(emergencyNumber(unknown), String(unknown)).toBeNull();
  });

  test("is dated", () => expect(ORGANISATIONS_DATE).toMatch(/^\d{4}-\d{2}-\d{2}$/));
});

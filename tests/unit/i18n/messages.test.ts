import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}
type Messages = Record<string, Message>;

const load = (language: string): Messages =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, "utf8"));
const en = load("en");
/** Every language there is but English. A language may be absent; one that is here is complete. */
const others = readdirSync("public/_locales").filter((language) => language !== "en");
/** Languages whose words a person who grew up with them has read. */
const REVIEWED = ["en", "zh_TW"];

const sources = globSync(["src/**/*.{ts,tsx}", "entrypoints/**/*.{ts,tsx}"]);
const code = sources.map((file) => readFileSync(file, "utf8")).join("\n");

const namesUsed = ({ message }: Message) =>
  [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name!.toLowerCase()).sort();

test("every English message tells translators what it is for", () => {
  expect(
    Object.entries(en)
      .filter(([, { description }]) => !description)
      .map(([key]) => key),
  ).toEqual([]);
});

test("every placeholder is used, defined, in order and has an example", () => {
  for (const [key, message] of Object.entries(en)) {
    const defined = Object.entries(message.placeholders ?? {});
    expect([...new Set(namesUsed(message))], key).toEqual(defined.map(([name]) => name).sort());
    expect(
      defined.map(([, { content }]) => content),
      key,
    ).toEqual(defined.map((_, place) => `$${place + 1}`));
    expect(
      defined.every(([, { example }]) => example),
      key,
    ).toBe(true);
  }
});

describe.each(others)("%s", (language) => {
  const messages = load(language);

  test("has every message, and none that English has not", () => {
    const missing = Object.keys(en).filter((key) => !messages[key]?.message.trim());
    const unknown = Object.keys(messages).filter((key) => !(key in en));
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
  });

  test("has its messages in the order of the English ones", () => {
    expect(Object.keys(messages)).toEqual(Object.keys(en).filter((key) => key in messages));
  });

  test("has the same placeholders", () => {
    for (const [key, message] of Object.entries(messages).filter(([key]) => key in en)) {
      expect(namesUsed(message), key).toEqual(namesUsed(en[key]!));
      expect(message.placeholders, key).toEqual(en[key]!.placeholders);
    }
  });

  test("is a translation: no sentence is still the English one", () => {
    const same = Object.keys(en).filter(
      (key) => messages[key]?.message === en[key]!.message && en[key]!.message.split(" ").length > 4,
    );
    expect(same).toEqual([]);
  });

  test("names itself, its direction and whether it was reviewed", () => {
    const locale = new Intl.Locale(messages.languageTag!.message);
    expect(locale.language).toBe(language.split("_")[0]);
    expect(messages.languageDirection!.message).toBe(["ar"].includes(locale.language) ? "rtl" : "ltr");
    expect(messages.languageReviewed!.message).toBe(REVIEWED.includes(language) ? "yes" : "no");
  });
});

test("every language has a tag of its own", () => {
  const tags = ["en", ...others].map((language) => load(language).languageTag!.message);
  expect(new Set(tags).size).toBe(tags.length);
});

test("message names are ones that every browser takes", () => {
  expect(Object.keys(en).filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
});

test("every message is used", () => {
  const written = new Set([...code.matchAll(/"([A-Za-z0-9_]+)"/g)].map(([, word]) => word!));
  // `failure_${code}`: all messages that begin so.
  const begun = [...code.matchAll(/t\(\s*`([A-Za-z]+_)\$\{/g)].map(([, start]) => start!);
  const fromManifest = ["extName", "extShortName", "extDescription"];
  const unused = Object.keys(en).filter(
    (key) => !written.has(key) && !fromManifest.includes(key) && !begun.some((start) => key.startsWith(start)),
  );
  expect(unused).toEqual([]);
});

test("no visible word is written into a component", () => {
  const found = sources
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => wordsIn(readFileSync(file, "utf8")).map((words) => `${file}: ${words}`));
  expect(found).toEqual([]);
});

/** Text between tags, and texts given to attributes that are read out or shown. "SHA-256" is a name in every language. */
function wordsIn(component: string): string[] {
  const markup = component.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/=>/g, "");
  const between = [...markup.matchAll(/<\/?[a-zA-Z][^<>]*>([^<>{}]*\p{L}{2}[^<>{}]*)(?=[<{])/gu)].map(([, words]) =>
    words!.trim(),
  );
  const given = [...markup.matchAll(/\b(?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(([, words]) => words!);
  return [...between, ...given].filter((words) => words !== "SHA-256" && !/[;=()]/.test(words));
}

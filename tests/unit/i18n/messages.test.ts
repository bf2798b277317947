import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}
type Messages = Record<string, Message>;

const load = (language: string): Messages =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, "utf8"));
const en = load("en");
const others = { zh_TW: load("zh_TW") };

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

test.each(Object.entries(others))("%s has the same messages with the same placeholders", (_, messages) => {
  expect(Object.keys(messages)).toEqual(Object.keys(en));
  for (const [key, message] of Object.entries(en)) {
    expect(messages[key]!.message.trim(), key).not.toBe("");
    expect(namesUsed(messages[key]!), key).toEqual(namesUsed(message));
    expect(messages[key]!.placeholders, key).toEqual(message.placeholders);
  }
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

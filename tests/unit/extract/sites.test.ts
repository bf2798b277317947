/**
 * Every made-up page in tests/fixtures/extract starts with a comment that holds what a careful reader finds there:
 * `{ reader, url, facts, target?, stableId?, quoted?, shown?, declared?, candidates? }`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { extractPost } from "@/src/extract/extract-page";
import { extractThread } from "@/src/extract/extract-thread";
import { READERS } from "@/src/extract/registry";
import type { PageFacts } from "@/src/model/page-facts";
import { documentOf } from "./page-of";

const FOLDER = resolve(import.meta.dirname, "../../fixtures/extract");

interface Expected {
  reader: string;
  url: string;
  facts: Partial<PageFacts>;
  /** Selector of the element that the user right-clicked. */
  target?: string;
  stableId?: string;
  /** Handle of the author of a quoted post. */
  quoted?: string;
  shown?: number;
  declared?: { shown: number; total: number };
  candidates?: number;
}

const FIXTURES = readdirSync(FOLDER).map((file) => {
  const html = readFileSync(join(FOLDER, file), "utf8");
  const comment = /^<!-- (.*) -->$/m.exec(html)?.[1];
  if (comment === undefined) throw new Error(`${file} does not start with what is expected of it`);
  return { file, html, expected: JSON.parse(comment) as Expected };
});

beforeAll(() => {
  globalThis.DOMParser ??= class {} as typeof DOMParser; // only in browsers
});

test.each(FIXTURES)("reads $file as a careful reader would", ({ html, expected }) => {
  const document = documentOf(html);
  const target = expected.target === undefined ? null : document.querySelector(expected.target);
  if (expected.target !== undefined) expect(target).not.toBeNull();
  const { facts, author, quoted, candidates } = extractPost(document, expected.url, target);
  expect(facts).toMatchObject(expected.facts);
  expect(author.stableId).toBe(expected.stableId ?? null);
  if (expected.quoted !== undefined) expect(quoted?.handle).toBe(expected.quoted);
  expect(candidates).toHaveLength(expected.candidates ?? 0);
  const thread = extractThread(document, expected.url, target);
  if (expected.shown !== undefined) expect(thread.shown).toBe(expected.shown);
  expect(thread.declared).toEqual(expected.declared ?? null);
});

test("every reader has a made-up page on which it is the one that reads", () => {
  const readers = new Set(
    FIXTURES.flatMap(({ html, expected }) => {
      const document = documentOf(html);
      const target = expected.target === undefined ? null : document.querySelector(expected.target);
      const { sources } = extractPost(document, expected.url, target).facts;
      return Object.values(sources).map((source) => source.split(":")[0]);
    }),
  );
  expect(READERS.map(({ name }) => name).filter((name) => !readers.has(name))).toEqual([]);
});

test("a page's sources name the reader that its fixture is for", () => {
  for (const { file, expected } of FIXTURES)
    expect(
      READERS.map(({ name }) => name),
      file,
    ).toContain(expected.reader);
});

import { beforeAll, describe, expect, test } from "vitest";
import { binderHtml } from "@/src/export/binder-html";
import type { DerivedCopies } from "@/src/export/derived-files";
import { claimHtml, escapeHtml } from "@/src/export/html";
import { readmeTxt } from "@/src/export/readme";
import { EMPTY_ACCOUNT } from "@/src/model/account";
import type { ExhibitRecord } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import { PICTURES_INSIDE, type PicturesRule, RECEIVERS } from "@/src/model/hand-over";
import type { PageAction } from "@/src/model/page-acts";
import { madeUpExhibit } from "@/tests/support/exhibits";
import { naughtyStrings } from "@/tests/support/naughty-strings";
import { ENGLISH, IN_ENGLISH } from "@/tools/papers";

async function binderOf(
  records: readonly ExhibitRecord[],
  marked: DerivedCopies["marked"] = new Map(),
  pictures: PicturesRule = "full",
  words = ENGLISH,
): Promise<string> {
  const parts = await Array.fromAsync(
    binderHtml(
      words,
      async function* () {
        yield* records;
      },
      { marked, redacted: new Map(), corrections: new Map(), account: EMPTY_ACCOUNT, pictures },
      null,
    ),
  );
  return parts.join("");
}

/** Every tag there is, without what stands between. */
function tagsOf(html: string): string[] {
  return html.replace(/<style>[\s\S]*?<\/style>/, "").match(/<[^>]*>/g) ?? [];
}

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)><a href="https://evil.example/">\u202Ex';

describe("the page of all exhibits", () => {
  let html: string;
  beforeAll(async () => {
    const facts = { title: HOSTILE, handle: HOSTILE, displayName: HOSTILE, text: HOSTILE, permalink: HOSTILE };
    const { record } = await madeUpExhibit(1, {}, { ...facts, sources: { handle: HOSTILE } });
    html = await binderOf([{ ...record, url: { ...record.url, browser: HOSTILE } }]);
  });

  test("holds only the tags we write, whatever a page said", () => {
    const names = new Set(tagsOf(html).map((tag) => /^<[/!]?([a-z0-9]+)/.exec(tag)?.[1]));
    const ours =
      "doctype html head meta title style body main h1 p ol li a section h2 table tr th td h3 code bdi small br em";
    expect([...names].filter((name) => !ours.split(" ").includes(name ?? ""))).toEqual([]);
  });

  test("has no script, loads nothing, and links only to its own files and places", () => {
    const attributes = tagsOf(html).join("");
    expect(attributes).not.toMatch(/\son\w+=|\ssrc=|https?:|url\(/i);
    const links = [...attributes.matchAll(/href="([^"]*)"/g)].map(([, to]) => to);
    expect(links.length).toBeGreaterThan(0);
    expect(links.every((to) => /^(#EX-\d+|exhibits\/\d{3,}\/[a-z0-9./-]+)$/.test(to!))).toBe(true);
  });

  test("forbids itself everything but its own pictures and styles", () => {
    expect(html).toContain(`content="default-src 'none'; img-src 'self'; style-src 'unsafe-inline';`);
    expect(html).not.toMatch(/<img|@import/);
  });

  test("shows no picture, but links to it", () => {
    expect(html).toContain('<a href="exhibits/001/original/screen-000.png">');
  });

  test("leads to the marked copy where there is one, and lists it with its digest", async () => {
    const { record } = await madeUpExhibit(2);
    const copy: ExhibitFile = { ...record.files[0]!, path: "derived/marked.png", role: "derived", op: "mark" };
    const plain = await binderOf([record], new Map([[record.id, copy]]));
    expect(plain).toContain('<p><a href="exhibits/002/derived/marked.png">Open the picture with its facts');
    expect(plain).toContain('<a href="exhibits/002/derived/marked.png"><bdi>derived/marked.png</bdi></a>');
    expect(plain).not.toContain('<p><a href="exhibits/002/original');
  });

  test("keeps what a page said word for word, and names characters in it that are easy to mistake", () => {
    expect(html).toContain(
      `<bdi>${escapeHtml(HOSTILE)}</bdi> <small>(Has characters that are easy to mistake: U+202E)</small>`,
    );
  });

  test("says in sentences what was done to the page, and of a later version's act what is written", async () => {
    const { record } = await madeUpExhibit(2);
    const later = { act: "turn-around" as PageAction["act"] };
    const actions: PageAction[] = [
      { act: "scroll-to-top", detail: "0,7350" },
      { act: "pause-animations", detail: "3" },
      later,
      { act: "restore" },
    ];
    const plain = await binderOf([{ ...record, actions }]);
    expect(plain).toContain(
      "The page was scrolled to its top. (before, it stood at 0 from the left and 7350 from the top)",
    );
    expect(plain).toContain("Moving parts were halted. (elements: 3)\nturn-around\nAll of it was undone.");
    expect(plain).toContain('<th scope="row">Done to the page, and undone</th>');
    const gone = await binderOf([{ ...record, actions: actions.slice(0, 3) }]);
    expect(gone).toContain('<th scope="row">Done to the page</th>');
  });

  test("holds no control character but tab, CR and LF", async () => {
    const { record } = await madeUpExhibit(3, {}, { title: "a\0b\u001Bc\u0085\td" });
    expect(await binderOf([record])).toContain("<bdi>a\uFFFDb\uFFFDc\uFFFD\td</bdi>");
  });

  test("says not found where the page showed nothing", async () => {
    const { record } = await madeUpExhibit(2, {}, { handle: null });
    const plain = await binderOf([record]);
    expect(plain).toContain('<th scope="row">Account name shown</th><td><em>not found</em></td>');
    expect(plain).toContain("Account name shown: not found");
  });

  const naughty = naughtyStrings();
  test.skipIf(naughty === null)("shows every naughty string as text", () => {
    for (const text of naughty!) {
      const shown = claimHtml(ENGLISH, text).replace(/ <small>.*<\/small>$/s, "");
      expect(shown.startsWith("<bdi>") && shown.endsWith("</bdi>")).toBe(true);
      expect(shown.slice(5, -6)).not.toMatch(/[<>"']/);
    }
  });
});

const READMES = [undefined, ...RECEIVERS].flatMap((receiver) =>
  PICTURES_INSIDE.map((pictures) => [receiver, pictures, readmeTxt(IN_ENGLISH, { pictures, receiver })] as const),
);

test("no text of ours promises more than is shown", async () => {
  const binder = await binderOf([(await madeUpExhibit(1)).record]);
  for (const [, , text] of READMES)
    expect(text + binder).not.toMatch(/tamper|court|authentic|admissible|guarantee|prove/i);
});

test.each(READMES)(
  "the readme for %s with pictures %s fits one page, its details another",
  (_receiver, _pictures, text) => {
    const lines = text.split("\n");
    const details = lines.indexOf("THE TABLES");
    expect(details).toBeGreaterThan(40);
    expect(details).toBeLessThanOrEqual(66);
    expect(lines.length - details).toBeLessThanOrEqual(66);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(105);
  },
);

test("a picture that was left out is named, and nothing leads to it", async () => {
  const html = await binderOf([(await madeUpExhibit(1)).record], new Map(), "covered");
  expect(html).toContain("The picture is left out of the package");
  expect(html).not.toContain('href="exhibits/');
});

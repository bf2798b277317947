/** What a receiver reads, in every language there is. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Papers } from "@/src/export/paper-words";
import { readmeTxt } from "@/src/export/readme";
import { columnsOf, wrapped } from "@/src/export/text-lines";
import type { Account } from "@/src/model/account";
import { PICTURES_INSIDE, RECEIVERS } from "@/src/model/hand-over";
import type { UtcInstant } from "@/src/model/instant";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { goodBundle } from "@/tests/support/bundle";
import { filesOf, textOf } from "@/tests/support/bundle-files";
import { ENGLISH, wordsOf } from "@/tools/papers";
import en from "../../../public/_locales/en/messages.json";

const FOLDERS = readdirSync("public/_locales");
const OTHERS = FOLDERS.filter((folder) => folder !== "en").map((folder) => [folder] as const);
const papersIn = (folder: string): Papers => ({ words: wordsOf(folder), english: ENGLISH });

const ACCOUNT: Account = {
  entries: [
    {
      time: { kind: "about", utc: "2026-11-18T12:00:00.000Z" as UtcInstant, zone: "Asia/Hong_Kong", words: "夜" },
      what: "電話",
      did: "掛",
      effect: "—",
      witnesses: ["W"],
      exhibits: [1],
    },
  ],
  reports: [],
  about: new Map([
    [
      1,
      {
        description: "一",
        significance: "二",
        effect: "三",
        people: ["四"],
        place: "五",
        tags: ["六"],
        links: [{ rel: "part-of", exhibit: 2 }],
      },
    ],
  ]),
};

/** What of the English words for papers stands in a text: sentences and names of more than one word. */
function englishIn(text: string): string[] {
  return Object.entries(en)
    .filter(([key]) => /^(paper|binder)/.test(key))
    .map(([, { message }]) => message)
    .filter((message) => /^[^$\n]* [^$\n]*$/.test(message) && text.includes(message));
}

describe.each(OTHERS)("a package in %s", (folder) => {
  test("has its pages, account and tables in that language, and is intact", async () => {
    const { zip } = await goodBundle({ papers: papersIn(folder), account: ACCOUNT });
    const files = await filesOf(zip);
    for (const name of ["binder.html", "account.txt", "timeline.csv", "index.csv"])
      expect(englishIn(textOf(files, `data/${name}`)), name).toEqual([]);
    const { language, direction } = wordsOf(folder);
    expect(textOf(files, "data/binder.html")).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(await verifyBundle(zip)).toMatchObject({ intact: true, findings: [] });
  });

  test("differs from an English one in words alone: the same files, the same records, the same columns", async () => {
    const [one, other] = [await goodBundle({ papers: papersIn(folder) }), await goodBundle()];
    const [files, english] = [await filesOf(one.zip), await filesOf(other.zip)];
    expect([...files.keys()]).toEqual([...english.keys()]);
    const differing = [...files.keys()].filter((path) => textOf(files, path) !== textOf(english, path));
    expect(differing.filter((path) => /exhibits|custody|bagit/.test(path))).toEqual([]);
    for (const table of ["data/index.csv", "data/timeline.csv"])
      expect(textOf(files, table).split("\r\n")[0]).toBe(textOf(english, table).split("\r\n")[0]);
    const again = await goodBundle({ papers: papersIn(folder) });
    expect(await again.zip.arrayBuffer()).toEqual(await one.zip.arrayBuffer());
  });

  test("has the draft of a declaration in both languages, and the forms once, in the language of their law", async () => {
    const text = textOf(
      await filesOf((await goodBundle({ papers: papersIn(folder) })).zip),
      "data/declaration-draft.txt",
    );
    const [own = "", english = ""] = text.split(/^={72}$/m);
    expect(englishIn(own)).toEqual([]);
    expect(english).toContain("DRAFT: ASK A LAWYER");
    expect(text.match(/^FORM [ABC]: /gm)).toHaveLength(3);
    for (const digest of english.match(/[0-9a-f]{64} {2}\S+/g)!) expect(own).toContain(digest);
  });
});

const NAMES =
  /\b(data\/(?:custody\/)?[a-z-]+\.[a-z]+|data\/custody\/|signature\/|stamp\/(?:[a-z]+\.[a-z]+)?|head\.[a-z]+|chain\.pem|device-key\.pem|check\.html|[a-z]*manifest-sha256\.txt|record\.json|account\.txt|page\.mhtml)/g;

describe.each(FOLDERS)("README.txt in %s", (folder) => {
  const readmes = [undefined, ...RECEIVERS].flatMap((receiver) =>
    PICTURES_INSIDE.map((pictures) => readmeTxt(papersIn(folder), { pictures, receiver, isDamaged: true })),
  );

  test("tells the same commands and names the same files as the English below it", () => {
    for (const text of readmes) {
      const [own = "", english = own] = text.split(/^={72}$/m);
      const commands = (part: string) =>
        part
          .split("\n")
          .filter((line) => /^ {5}/.test(line) && /sha256|SHA256|Hash|openssl|-CAfile|-signature/.test(line));
      expect(commands(own).length).toBeGreaterThan(14);
      expect(commands(own)).toEqual(commands(english));
      expect(new Set(own.match(NAMES))).toEqual(new Set(english.match(NAMES)));
      if (folder !== "en") expect(englishIn(own)).toEqual([]);
    }
  });

  test("says something of each file, and no line is too long for a page", () => {
    expect(wordsOf(folder).say("paper_readmeFiles").split("\n")).toHaveLength(10);
    for (const text of readmes)
      for (const line of text.split("\n")) expect(columnsOf(line), line).toBeLessThanOrEqual(105);
  });
});

test("a paragraph in any script is broken where lines may end, and loses nothing", () => {
  const text = `${"海浪筆記，河邊的路。".repeat(20)} ${"سلام عليكم ".repeat(20)}${"a word ".repeat(20)}`;
  const lines = wrapped(text, "  ", "- ").split("\n");
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.some((line) => /^\s*[，。]/.test(line))).toBe(false);
  expect(lines.join("").replace(/[\s-]/g, "")).toBe(text.replace(/\s/g, ""));
});

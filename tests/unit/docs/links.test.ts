import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
].filter((path) => existsSync(join(ROOT, path)));

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");
  const prose = text.replace(/```[\s\S]*?```/g, "");

  test("links only to files that are there", () => {
    const targets = [...prose.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1]!);
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  test("names only files and folders that are there", () => {
    const named = [...prose.matchAll(/`((?:src|entrypoints|tests|docs|tools|scripts|decisions|formats)\/[\w./-]+)`/g)];
    expect(named.map((match) => match[1]!).filter((path) => !isThere(path, page))).toEqual([]);
  });

  test("claims no more than can be shown", () => {
    expect(text).not.toMatch(/tamper.?proof|court.?proof|\bauthentic\b|\badmissible\b|\bguarantee/i);
  });
});

/** A path from the root of the repository or from the page's own folder; an entrypoint may be a file or a folder. */
function isThere(path: string, page: string): boolean {
  return [join(ROOT, path), join(ROOT, dirname(page), path)].some(
    (full) => existsSync(full) || existsSync(`${full}.ts`),
  );
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildManifest } from "@/src/manifest/build";
import { parseManifest } from "@/src/manifest/parse";
import { onlyValue, parseBagInfo, parseBagItTxt } from "@/src/manifest/parse-tags";
import { foldedPath, isSafePath } from "@/src/manifest/paths";

const A = "a".repeat(64);
const B = "b".repeat(64);

describe("a manifest", () => {
  test("lists files by path, digest first, as sha256sum does", () => {
    const lines = [
      { path: "data/b.txt", digest: B },
      { path: "data/a.txt", digest: A },
    ];
    expect(buildManifest(lines)).toBe(`${A}  data/a.txt\n${B}  data/b.txt\n`);
  });

  test("reads back as it was built, whatever safe names are in it", () => {
    const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
    const path = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).map((text) => `data/${text.trim()}x`);
    const safe = path.filter(isSafePath);
    const lines = fc.uniqueArray(fc.record({ path: safe, digest }), { selector: (line) => foldedPath(line.path) });
    fc.assert(
      fc.property(lines, (built) => {
        const parsed = parseManifest(buildManifest(built), 64);
        expect(parsed).toEqual({ ok: true, digests: new Map(built.map((line) => [line.path, line.digest])) });
      }),
      { numRuns: 2000 },
    );
  });

  test.each(["\n", "\r", "\r\n"])("may end its lines with %j", (end) => {
    const parsed = parseManifest(`${A}  data/a${end}${B}\tdata/b c${end}`, 64);
    expect(parsed).toEqual({ ok: true, digests: new Map(Object.entries({ "data/a": A, "data/b c": B })) });
  });

  test("writes a percent sign as %25", () => {
    expect(buildManifest([{ path: "data/100%25", digest: A }])).toBe(`${A}  data/100%2525\n`);
  });

  test("decodes %25, and takes other percent signs as they are", () => {
    const parsed = parseManifest(`${A}  data/100%25\n${B}  data/%7Ex\n`, 64);
    expect(parsed.ok && [...parsed.digests.keys()]).toEqual(["data/100%", "data/%7Ex"]);
  });

  test.each([
    ["a digest alone", `${A}\n`, "badLine", 1],
    ["an empty line", `${A}  data/a\n\n`, "badLine", 2],
    ["a name alone", "data/a\n", "badLine", 1],
    ["a digest of another length", `${A}${A}  data/a\n`, "badDigest", 1],
    ["the same name twice", `${A}  data/a\n${A}  data/a\n`, "duplicatePath", 2],
    ["the same name but for its letter case", `${A}  data/a\n${A}  data/A\n`, "duplicatePath", 2],
    ["the same name but for a leading ./", `${A}  data/a\n${A}  ./data/a\n`, "duplicatePath", 2],
    ["the same name in two Unicode forms", `${A}  data/\u00e9\n${A}  data/e\u0301\n`, "duplicatePath", 2],
    ["a name that leads outside", `${A}  data/../../a\n`, "unsafePath", 1],
    ["a name with an encoded line end", `${A}  data/a%0Ab\n`, "unsafePath", 1],
    ["md5sum's mark for binary", `${A} *data/a\n`, "unsafePath", 1],
  ])("is refused for %s", (_name, text, failure, line) => {
    expect(parseManifest(text, 64)).toEqual({ ok: false, failure, line });
  });
});

describe("bagit.txt", () => {
  test("declares version and encoding", () => {
    const declared = { version: "1.0", encoding: "UTF-8" };
    expect(parseBagItTxt("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")).toEqual(declared);
  });

  test.each([
    "",
    "BagIt-Version: 1.0\n",
    "BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n",
    "\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n",
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n",
  ])("is refused as %j", (text) => {
    expect(parseBagItTxt(text)).toBeNull();
  });
});

describe("bag-info.txt", () => {
  test("holds labels and values, long ones over several lines", () => {
    const fields = parseBagInfo("Software: Tidemark\n 0.1.0\nLast-Seq: 4\n");
    expect(fields).toEqual([
      ["Software", "Tidemark 0.1.0"],
      ["Last-Seq", "4"],
    ]);
  });

  test("gives no value for a label that stands twice", () => {
    expect(onlyValue(parseBagInfo("Last-Seq: 4\nlast-seq: 5\n")!, "Last-Seq")).toBeNull();
  });

  test.each(["no colon\n", " continued\n", "A: 1\n\nB: 2\n"])("is refused as %j", (text) => {
    expect(parseBagInfo(text)).toBeNull();
  });
});

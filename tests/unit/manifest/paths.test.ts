import { describe, expect, test } from "vitest";
import { foldedPath, isPlainPath, isSafePath } from "@/src/manifest/paths";

describe("names we write", () => {
  test.each(["data/exhibits/001/original/screen-000.png", "a", "manifest-sha256.txt", "a.b_c-d"])(
    "%j is one",
    (path) => {
      expect(isPlainPath(path)).toBe(true);
    },
  );

  const REFUSED = [
    "",
    "A",
    "a b",
    "a%25",
    "a/",
    "/a",
    "a//b",
    ".a",
    "-a",
    "a.",
    "con",
    "com1.txt",
    "data/nul",
    "é",
    "a\\b",
  ];
  test.each([...REFUSED, "a".repeat(62), Array(60).fill("abcd").join("/")])("%j is none", (path) => {
    expect(isPlainPath(path)).toBe(false);
  });
});

describe("names we agree to read", () => {
  test.each(["data/a b.txt", "data/~x", "data/%7Ex", "data/资料.txt", "data/a..b"])("%j is safe", (path) => {
    expect(isSafePath(path)).toBe(true);
  });

  const UNSAFE = [
    "",
    "/etc/passwd",
    "../x",
    "data/../../x",
    "data/./x",
    "data//x",
    "data/x/",
    "C:/x",
    "C:\\x",
    "\\\\host\\x",
  ];
  test.each([...UNSAFE, "~/x", "~root/x", "a\0b", "a\nb", "a:b", "\ud800", "a".repeat(2000)])("%j is not", (path) => {
    expect(isSafePath(path)).toBe(false);
  });

  test.each([
    ["data/README.txt", "data/readme.TXT"],
    ["data/N\u00fa\u00f1ez", "data/Nu\u0301n\u0303ez"],
    ["data/stra\u00dfe", "data/STRASSE"],
    ["data/\uff41", "data/a"],
  ])("%j and %j count as one name", (one, other) => {
    expect(foldedPath(one)).toBe(foldedPath(other));
  });
});

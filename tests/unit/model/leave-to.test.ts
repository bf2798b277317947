import fc from "fast-check";
import { expect, test } from "vitest";
import { leaveToFrom } from "@/src/model/leave-to";

test.each([
  ["https://weather.example/today", "https://weather.example/today"],
  ["  weather.example ", "https://weather.example/"],
  ["天氣.example", "https://xn--rsso55b.example/"],
])("%s can be left to", (typed, url) => {
  expect(leaveToFrom(typed)).toBe(url);
});

test.each([
  "",
  "http://weather.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "chrome-extension://abcdef/library.html",
  "https://me:secret@mail.example/",
  "https://localhost/",
  "https://192.168.0.1/",
  "https://[::1]/",
  ".example",
  "https://weather..example/",
  "not an address",
  `https://weather.example/${"x".repeat(500)}`,
  null,
  7,
])("%s cannot", (typed) => {
  expect(leaveToFrom(typed)).toBeNull();
});

test("whatever is typed, it is an https address without an account, or nothing; and stays so", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ["http", "https", "ftp"] })), (typed) => {
      const url = leaveToFrom(typed);
      if (url === null) return;
      expect(url).toMatch(/^https:\/\/[^@/]+\.[^@/]+\//);
      expect(leaveToFrom(url)).toBe(url);
    }),
  );
});

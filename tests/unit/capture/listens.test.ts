// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { Changes } from "@/src/capture/page-side/changes";
import { canListen } from "@/src/capture/page-side/listens";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const root = document.documentElement;
const show = (html: string) => (document.body.innerHTML = html);
afterEach(() => {
  show("");
});

test.each([
  ["words and pictures", '<p>Words <img src="a.png"></p><form><input name="attributes"></form>'],
  ["what is told to search engines", '<script type="application/ld+json">{}</script>'],
])("%s do not listen", (_what, html) => {
  show(html);
  expect(canListen(root)).toBe(false);
});

test.each([
  ["a script", "<script>void 0</script>"],
  ["a script of a drawing", "<svg><script>void 0</script></svg>"],
  ["a module", '<script type="module"></script>'],
  ["a handler", '<div onscroll="load()"></div>'],
  ["what may hold a page of its own", "<object></object>"],
  ["a film", "<video></video>"],
  ["a canvas", "<canvas></canvas>"],
  ["a background that stands still in the window", '<p style="background-attachment: fixed">Words</p>'],
])("%s may", (_what, html) => {
  show(html);
  expect(canListen(root)).toBe(true);
});

test("a shadow root is taken for the work of a script", () => {
  show("<div></div>");
  document.querySelector("div")!.attachShadow({ mode: "open" });
  expect(canListen(root)).toBe(true);
});

test.each([
  ["an element that came", () => document.body.append("words")],
  ["an attribute", () => document.body.firstElementChild!.setAttribute("class", "seen")],
  ["words", () => (document.body.firstElementChild!.firstChild!.nodeValue = "others")],
  ["a picture that came to load", () => document.querySelector("img")!.dispatchEvent(new Event("load"))],
])("%s is a change, and what was before is none", (_what, change) => {
  show("<p>words</p><img>");
  const changes = new Changes();
  expect(changes.any).toBe(false);
  change();
  expect(changes.any).toBe(true);
  changes.stop();
});

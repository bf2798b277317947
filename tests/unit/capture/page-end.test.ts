// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { seemsToLoad } from "@/src/capture/page-side/loading";
import { PageEnd } from "@/src/capture/page-side/page-end";

/** Where each thing stands in the page, in CSS pixels; what is not listed has no box. */
let boxes: Record<string, { top: number; height: number }>;
let heightCss: number;

beforeEach(() => {
  document.body.innerHTML = '<main><article id="a"></article><article id="b"></article></main><footer></footer><p></p>';
  boxes = {
    body: { top: 0, height: 1000 },
    main: { top: 0, height: 800 },
    a: { top: 0, height: 400 },
    b: { top: 400, height: 400 },
    footer: { top: 800, height: 200 },
  };
  heightCss = 1000;
  Object.defineProperty(document.documentElement, "scrollHeight", { get: () => heightCss, configurable: true });
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const { top, height } = boxes[this.id || this.localName] ?? { top: 0, height: 0 };
    return { top, height, width: height && 300, bottom: top + height } as DOMRect;
  };
  Element.prototype.checkVisibility = function (this: Element, asked) {
    return !asked?.opacityProperty || getComputedStyle(this).opacity !== "0";
  };
});
const element = (name: string) => document.querySelector<HTMLElement>(name)!;

test("a footer that something pushed down has moved, wherever the page stands", () => {
  const end = PageEnd.now(0);
  expect(end.shiftedCss(0)).toBe(0);
  boxes["footer"]!.top = 1200 - 500;
  expect(end.shiftedCss(500)).toBe(400);
});

test("what comes below the last thing moves nothing", () => {
  element("footer").remove();
  element("p").remove();
  const end = PageEnd.now(0);
  element("main").insertAdjacentHTML("beforeend", '<article id="c"></article>');
  Object.assign(boxes, { main: { top: 0, height: 1200 }, c: { top: 800, height: 400 } });
  heightCss = 1200;
  expect(end.shiftedCss(0)).toBe(0);
});

test("where the last thing is gone and the page is longer, something came in its place", () => {
  const end = PageEnd.now(0);
  element("footer").remove();
  heightCss = 1600;
  expect(end.shiftedCss(0)).toBe(600);
});

test("where it is gone and the page is as high as before, nothing is claimed", () => {
  const end = PageEnd.now(0);
  element("footer").remove();
  expect(end.shiftedCss(0)).toBe(0);
});

test("what is fixed to the window stands at no end", () => {
  element("footer").style.position = "fixed";
  const end = PageEnd.now(0);
  boxes["footer"]!.top = 5000;
  expect(end.shiftedCss(0)).toBe(0);
});

test.each([
  ['<footer aria-busy="true"></footer>', true],
  ['<footer class="LoadingSpinner-abc"></footer>', true],
  ['<footer role="progressbar"></footer>', true],
  ['<footer role="progressbar" aria-valuenow="3"></footer>', false],
  ['<footer class="infinite-loading"></footer>', true],
  ['<footer class="lazy-loading-wrapper"></footer>', false],
  ['<footer class="uploader"></footer>', false],
  ['<footer class="Preloader"></footer>', false],
  ['<footer class="spinner" style="opacity: 0"></footer>', false],
  ['<div style="position: fixed"><footer class="spinner"></footer></div>', false],
  ["<footer>Imprint</footer>", false],
])("%s says that more is on its way: %s", (html, says) => {
  document.body.innerHTML = html;
  boxes["footer"] = { top: window.innerHeight - 100, height: 100 };
  expect(seemsToLoad()).toBe(says);
  boxes["footer"] = { top: window.innerHeight + 100, height: 100 };
  expect(seemsToLoad(), "out of sight").toBe(false);
  boxes["footer"] = { top: 100, height: 100 };
  expect(seemsToLoad(), "in the upper half").toBe(false);
});

test("a picture that loads late is no such sign", () => {
  document.body.innerHTML = '<img id="a" class="lazyloading">';
  boxes["a"] = { top: 0, height: 100 };
  expect(seemsToLoad()).toBe(false);
});

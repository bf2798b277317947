// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Probes } from "@/src/capture/page-side/probes";

const ROW_CSS = 200;
const ROWS = 30;
let scrollY: number;
/** Where each row stands in the page. */
let tops: Map<Element, number>;
let heightCss: number;
let moving: { playState: string; playbackRate: number; effect: object }[];

const rows = () => Array.from(document.querySelectorAll<HTMLElement>("article"));
const stopAt = (yCss: number) => {
  scrollY = yCss;
};

beforeEach(() => {
  document.body.innerHTML = "<main></main>";
  document.querySelector("main")!.innerHTML = Array.from(
    { length: ROWS },
    (_, n) => `<article>Row ${n}</article>`,
  ).join("");
  tops = new Map(rows().map((row, n) => [row, n * ROW_CSS]));
  heightCss = ROWS * ROW_CSS;
  moving = [];
  Object.defineProperty(window, "scrollY", { get: () => scrollY, configurable: true });
  Object.defineProperty(document.documentElement, "scrollHeight", { get: () => heightCss, configurable: true });
  Object.defineProperty(document.documentElement, "scrollWidth", { value: 1024, configurable: true });
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const top = (tops.get(this) ?? 0) - scrollY;
    const height = tops.has(this) ? 60 : heightCss;
    return { top, height, width: 1000, left: 0, right: 1000, bottom: top + height } as DOMRect;
  };
  Element.prototype.checkVisibility = function (this: Element) {
    return getComputedStyle(this).opacity !== "0";
  };
  const stack = (_x: number, y: number) => {
    const row = rows().find(
      (one) => Math.floor((tops.get(one) ?? 0) / ROW_CSS) === Math.floor((y + scrollY) / ROW_CSS),
    );
    const below = [document.querySelector("main")!, document.body, document.documentElement];
    return [...document.querySelectorAll(".wall"), ...(row ? [row] : []), ...below];
  };
  Object.assign(document, {
    getAnimations: () => moving,
    elementsFromPoint: stack,
    elementFromPoint: (x: number, y: number) => stack(x, y)[0],
  });
});
afterEach(() => stopAt(0));

function passed(): Probes {
  const probes = new Probes();
  for (const yCss of [window.innerHeight, 2 * window.innerHeight, 3 * window.innerHeight]) {
    stopAt(yCss);
    probes.take();
  }
  stopAt(0);
  return probes;
}

describe("what was to be seen in mid-page and is not", () => {
  test("nothing, on a page that stays as it is", () => {
    expect(passed().lost).toBe(false);
  });

  test.each<[string, (row: HTMLElement) => void]>([
    ["gone", (row) => row.remove()],
    ["not to be seen any more", (row) => row.style.setProperty("opacity", "0")],
    ["without its words", (row) => row.replaceChildren()],
  ])("things that are %s", (_what, become) => {
    const probes = passed();
    for (const row of rows().slice(4)) become(row);
    expect(probes.lost).toBe(true);
  });

  test("one small thing proves nothing", () => {
    const probes = passed();
    rows()[8]!.style.opacity = "0";
    expect(probes.lost).toBe(false);
  });

  test("rows that stand elsewhere and say something else", () => {
    const probes = passed();
    for (const row of rows()) {
      tops.set(row, tops.get(row)! - 2_000);
      row.textContent += " again";
    }
    expect(probes.lost).toBe(true);
  });

  test("also behind something that is fixed to the window", () => {
    document.body.insertAdjacentHTML("beforeend", '<div class="wall" style="position: fixed">Cookies</div>');
    const probes = passed();
    document.querySelector(".wall")!.remove();
    expect(probes.lost, "the fixed thing itself counts for nothing").toBe(false);
    for (const row of rows()) row.style.opacity = "0";
    expect(probes.lost).toBe(true);
  });

  test("what was coming in only, and is not to be seen in the end", () => {
    for (const row of rows()) row.style.opacity = "0";
    const effect = { target: rows()[8], getComputedTiming: () => ({ endTime: 300 }) };
    const other = { ...effect, target: rows()[9] };
    moving = [effect, other].map((one) => ({ playState: "running", playbackRate: 1, effect: one }));
    expect(passed().lost).toBe(true);
  });

  test("what was never to be seen is not lost", () => {
    for (const row of rows()) row.style.opacity = "0";
    expect(passed().lost).toBe(false);
  });

  test.each<[string, () => void]>([
    ["other words in their place", () => void rows().map((row) => row.append(" 2"))],
    ["the same things elsewhere", () => void rows().map((row) => tops.set(row, tops.get(row)! - 300))],
    [
      "what came above them",
      () => {
        heightCss += 500;
        for (const row of rows()) tops.set(row, tops.get(row)! + 400);
        for (const row of rows()) row.append(" 2");
      },
    ],
  ])("nothing, where there are only %s", (_what, change) => {
    const probes = passed();
    change();
    expect(probes.lost).toBe(false);
  });
});

describe("an empty window in mid-page", () => {
  test("is seen", () => {
    for (const row of rows().slice(6)) row.remove();
    expect(passed().sawBlank).toBe(true);
  });

  test("is none where there are things, or words", () => {
    expect(passed().sawBlank).toBe(false);
    document.querySelector("main")!.innerHTML = "One long text";
    expect(passed().sawBlank).toBe(false);
  });
});

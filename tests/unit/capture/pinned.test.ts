// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { joined } from "@/src/capture/page-side/boxes";
import { Pinned } from "@/src/capture/page-side/pinned";
import { PageState } from "@/src/capture/page-side/restore";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const WINDOW = { width: 1000, height: 700 };
const of = <Kind extends Element = HTMLElement>(selector: string) => document.querySelector<Kind>(selector)!;
const box = (xCss: number, yCss: number, widthCss: number, heightCss: number) => ({ xCss, yCss, widthCss, heightCss });
/** What style sheets say of parts: selector and part, then what it is. */
let parts: Record<string, Record<string, string>>;
/** The parts that are hidden or shown by an animation. */
let animated: Map<string, string>;

/** Nothing is laid out here: where an element lies stands in `data-at`, as left, top, width and height. */
function rectOf(element: Element): DOMRect {
  const [left = 0, top = 0, width = 0, height = 0] = (element.getAttribute("data-at") ?? "").split(" ").map(Number);
  return new DOMRect(left, top, width, height);
}

/** What browsers say where a page says nothing. */
const DEFAULTS: Record<string, string> = {
  visibility: "visible",
  opacity: "1",
  overflowX: "visible",
  position: "static",
};
const withDefaults = (style: CSSStyleDeclaration) =>
  new Proxy(style, {
    get: (_, name) => {
      const value = Reflect.get(style, name);
      return typeof value === "function" ? value.bind(style) : value || (DEFAULTS[String(name)] ?? value);
    },
  });

const PART = { content: '""', position: "fixed", zIndex: "auto", visibility: "visible", opacity: "1" };

beforeEach(() => {
  parts = {};
  animated = new Map();
  Object.assign(window, { innerWidth: WINDOW.width, innerHeight: WINDOW.height });
  Object.assign(document, { getAnimations: () => [], elementsFromPoint: () => [] });
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return rectOf(this);
  });
  vi.spyOn(Element.prototype, "getClientRects").mockImplementation(function (this: Element) {
    return [rectOf(this)] as never;
  });
  Object.defineProperty(HTMLElement.prototype, "offsetParent", { get: () => null, configurable: true });
  const styleOf = window.getComputedStyle.bind(window);
  vi.stubGlobal("getComputedStyle", (element: Element, part?: string) => {
    if (!part) return withDefaults(styleOf(element));
    const name = Object.keys(parts).find((key) => key.endsWith(part) && element.matches(key.slice(0, -part.length)));
    const style: Record<string, string> = name ? { ...PART, ...parts[name] } : { content: "none" };
    return { ...style, getPropertyValue: (property: string) => style[property] ?? "" };
  });
  Element.prototype.animate = function (this: Element, frames, timing) {
    const name = this.localName + (timing as KeyframeAnimationOptions).pseudoElement;
    animated.set(name, String((frames as Keyframe[])[0]!.visibility));
    return { cancel: () => animated.delete(name) } as never;
  } as typeof Element.prototype.animate;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.documentElement.removeAttribute("style");
  document.body.innerHTML = "";
});

const begin = (html: string) => {
  document.body.innerHTML = html;
  return new Pinned(new PageState(), document.documentElement);
};
const isHidden = (element: Element) => getComputedStyle(element).visibility === "hidden";
const BAR = '<header style="position:fixed" data-at="0 0 1000 60">Bar</header>';

describe("where fixed things lie", () => {
  test("a menu that hangs out of a bar is a box of its own", () => {
    const pinned = begin(
      `<header style="position:fixed" data-at="0 0 1000 60">Bar<div style="background-color:#fff" data-at="700 60 200 300"><p data-at="700 60 200 30">One</p></div></header>`,
    );
    expect(pinned.boxes()).toEqual([box(0, 0, 1000, 60), box(700, 60, 200, 300)]);
  });

  test("what lies in a holder without a size is seen; far apart it is several boxes, near one another one", () => {
    const pinned = begin(
      `<div style="position:fixed" data-at="0 0 0 0"><p data-at="10 10 100 20">a</p><p data-at="10 40 100 20">b</p><p data-at="800 600 100 20">c</p></div>`,
    );
    expect(pinned.boxes()).toEqual([box(10, 10, 100, 50), box(800, 600, 100, 20)]);
    pinned.showAlone();
    expect(isHidden(of("p"))).toBe(false);
    pinned.hide();
    expect(isHidden(of("p"))).toBe(true);
  });

  test.each([
    ["is cut off", '<div style="overflow-x:hidden" data-at="0 0 1000 60"><p data-at="0 100 100 20">a</p></div>'],
    ["draws nothing", '<div data-at="0 0 1000 700"></div>'],
    ["is faded out with what it lies in", '<div style="opacity:0"><p data-at="0 100 100 20">a</p></div>'],
    ["lies outside the window", '<p data-at="-500 0 400 400">a</p>'],
    ["reaches out by a hair", '<p data-at="0 0 1000 63">a</p>'],
  ])("nothing is added by what %s", (_what, inner) => {
    const pinned = begin(`<header style="position:fixed" data-at="0 0 1000 60">Bar${inner}</header>`);
    expect(pinned.boxes()).toEqual([box(0, 0, 1000, 60)]);
  });

  test("a fixed thing within another is seen with it", () => {
    const pinned = begin(
      `<header style="position:fixed" data-at="0 0 1000 60">Bar<div style="position:fixed;overflow-x:visible" data-at="300 300 200 100">a</div></header>`,
    );
    expect(pinned.boxes()).toContainEqual(box(300, 300, 200, 100));
    pinned.showAlone();
    expect(isHidden(of("header div"))).toBe(false);
    pinned.hide();
    expect(isHidden(of("header div"))).toBe(true);
  });

  test("nothing is seen of one that is faded out with what it lies in", () => {
    expect(begin(`<div style="opacity:0">${BAR}</div>`).boxes()).toEqual([]);
  });

  test("a drawing is a fixed thing; parts of a drawing are not", () => {
    const pinned = begin('<svg style="position:fixed" data-at="900 600 40 40"><g style="position:fixed"></g></svg>');
    expect(pinned.boxes()).toEqual([box(900, 600, 40, 40)]);
    pinned.hide();
    expect(isHidden(of("svg"))).toBe(true);
    expect(of("g").getAttribute("style")).toBe("position:fixed");
  });

  test("a drawing within what is transformed moves with the page", () => {
    const svg = '<svg style="position:fixed" data-at="900 600 40 40"></svg>';
    expect(begin(`<div style="display:block;transform:translateX(0px)">${svg}</div>`).boxes()).toEqual([]);
  });

  test("boxes join those that they bring together", () => {
    expect(joined([box(0, 0, 10, 10), box(20, 0, 10, 10), box(5, 5, 20, 10)])).toEqual([box(0, 0, 30, 15)]);
    expect(joined([box(0, 0, 10, 10), box(10, 0, 10, 10)])).toHaveLength(2);
    expect(joined([box(0, 0, 10, 10), box(12, 0, 10, 10)], 4)).toHaveLength(1);
  });
});

describe("fixed parts that style sheets add", () => {
  const NOTICE = { content: '"A notice"', left: "0px", top: "0px", width: "1000px", height: "60px" };
  const deep = "<div><div><main>Page</main></div></div>";

  test("are photographed alone, then hidden, however deep", () => {
    parts = { "main::after": NOTICE };
    const pinned = begin(deep);
    expect(pinned.boxes()).toEqual([box(0, 0, 1000, 60)]);
    pinned.showAlone();
    expect(animated).toEqual(new Map([["main::after", "visible"]]));
    pinned.hide();
    expect(animated).toEqual(new Map([["main::after", "hidden"]]));
    expect(pinned.hasBackdrop).toBe(false);
  });

  test("that come later are hidden", () => {
    const pinned = begin(deep);
    pinned.hide();
    parts = { "main::after": NOTICE };
    expect(pinned.again()).toBe(true);
    expect(animated).toEqual(new Map([["main::after", "hidden"]]));
    expect(pinned.again()).toBe(false);
  });

  test.each([
    ["tint the whole window", { ...NOTICE, content: '""', height: "700px", backgroundColor: "rgba(0, 0, 0, 0.1)" }],
    ["draw nothing", { ...NOTICE, content: '""', backgroundColor: "rgba(0, 0, 0, 0)" }],
    ["are faded out", { ...NOTICE, opacity: "0" }],
  ])("and %s are hidden only", (_what, part) => {
    parts = { "main::after": part };
    const pinned = begin(deep);
    expect(pinned.boxes()).toEqual([]);
    pinned.hide();
    expect(animated.get("main::after")).toBe("hidden");
  });

  test("are left where what they lie in is transformed: they move with the page", () => {
    parts = { "main::after": NOTICE };
    const pinned = begin(`<div style="display:block;transform:translateX(0px)">${deep}</div>`);
    pinned.hide();
    expect([pinned.boxes(), animated.size]).toEqual([[], 0]);
  });

  test("and stand behind the page are left, and said to be there", () => {
    parts = { "body::before": { ...NOTICE, content: '""', height: "700px", zIndex: "-1", backgroundColor: "#123" } };
    const pinned = begin(deep);
    pinned.hide();
    expect([pinned.hasBackdrop, animated.size]).toEqual([true, 0]);
  });
});

test("an element behind the page is left, and said to be there", () => {
  const pinned = begin('<div style="position:fixed;z-index:-1" data-at="0 0 1000 700"></div>');
  pinned.hide();
  expect([pinned.hasBackdrop, isHidden(of("div"))]).toEqual([true, false]);
});

describe("where the page writes styles anew", () => {
  test("a fixed thing is hidden again", () => {
    const pinned = begin(BAR);
    pinned.hide();
    expect(pinned.again()).toBe(false);
    of("header").setAttribute("style", "position:fixed;color:red");
    expect(pinned.again()).toBe(true);
    expect(isHidden(of("header"))).toBe(true);
    expect(pinned.again()).toBe(false);
  });

  test("a sticky thing is freed again, and counted once", () => {
    document.body.innerHTML = '<h2 style="position:sticky;top:0px">Part</h2>';
    const state = new PageState();
    const pinned = new Pinned(state, document.documentElement);
    of("h2").setAttribute("style", "position:sticky;top:10px");
    pinned.again();
    expect(of("h2").getAttribute("style")).toContain("inset: auto !important");
    expect(state.actions).toContainEqual({ act: "unstick", detail: "1" });
  });
});

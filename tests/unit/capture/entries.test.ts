// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** The address and the number of entries, as far as they are asked for. */
const place = { href: "https://example.com/list", length: 2, key: "a" };

let entriesSeen: () => number;

async function come(navigation: object | undefined): Promise<void> {
  vi.resetModules();
  vi.stubGlobal("navigation", navigation);
  vi.stubGlobal("location", place);
  vi.stubGlobal("history", place);
  Object.assign(place, { href: "https://example.com/list", length: 2, key: "a" });
  ({ entriesSeen } = await import("@/src/capture/page-side/entries"));
}

/** What the page is told after going back, and after a fragment was put to its address. */
function popstate(isTrusted = true): void {
  window.dispatchEvent(Object.defineProperty(new Event("popstate"), "isTrusted", { value: isTrusted }));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const NAVIGATION = {
  get currentEntry() {
    return { key: place.key };
  },
};

describe.each([
  ["where the browser tells entries apart", NAVIGATION],
  ["where it does not", undefined],
  ["where it tells of none", { currentEntry: null }],
])("%s", (_what, navigation) => {
  beforeEach(() => come(navigation));

  test("a page that renames itself stays where it is", () => {
    place.href = "https://example.com/list?page=2";
    expect(entriesSeen()).toBe(0);
  });

  test("a page that goes on to another address is another", () => {
    Object.assign(place, { href: "https://example.com/post", length: 3, key: "b" });
    expect(entriesSeen()).toBe(1);
    expect(entriesSeen()).toBe(1);
  });

  test("a page that goes back is another, and once more when it comes again", () => {
    Object.assign(place, { href: "https://example.com/", key: "0" });
    popstate();
    Object.assign(place, { href: "https://example.com/list", key: "a" });
    popstate();
    expect(entriesSeen()).toBe(2);
  });

  test("a page that goes back to the same address is another", () => {
    place.key = "0";
    popstate();
    expect(entriesSeen()).toBe(1);
  });

  test("a page that adds an entry at its address, to hold on to Back, is no other; nor is one whose frame went on", () => {
    Object.assign(place, { length: 3, key: "b" });
    expect(entriesSeen()).toBe(0);
    place.length = 4;
    place.href = "https://example.com/list?page=2";
    expect(entriesSeen()).toBe(navigation === NAVIGATION ? 0 : 1);
  });

  test("what the page says by itself counts for nothing", () => {
    popstate(false);
    expect(entriesSeen()).toBe(0);
  });
});

describe("where the browser tells entries apart", () => {
  beforeEach(() => come(NAVIGATION));

  test("going back is seen also where the page kept that from others", () => {
    Object.assign(place, { href: "https://example.com/", key: "0" });
    expect(entriesSeen()).toBe(1);
  });

  test("an entry too many for the history is seen", () => {
    Object.assign(place, { href: "https://example.com/post", key: "b" });
    expect(entriesSeen()).toBe(1);
  });

  test("a fragment put to the address in its own entry only renames it", () => {
    place.href = "https://example.com/list#7";
    popstate();
    expect(entriesSeen()).toBe(0);
  });
});

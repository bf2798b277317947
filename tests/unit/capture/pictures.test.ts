// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { picturesLoaded, unloadedPictures } from "@/src/capture/page-side/lazy";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const isComplete = new WeakMap<Element, boolean>();
let pending: HTMLImageElement;

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  Element.prototype.checkVisibility = () => true;
  Object.defineProperty(HTMLImageElement.prototype, "complete", {
    get(this: Element) {
      return isComplete.get(this) ?? true;
    },
    configurable: true,
  });
  const images = () => Array.from(document.querySelectorAll("img"));
  Object.defineProperty(document, "images", { get: images, configurable: true });
  document.body.innerHTML = "<section></section>";
  const outer = document.querySelector("section")!.attachShadow({ mode: "open" });
  outer.innerHTML = "<article></article>";
  const inner = outer.querySelector("article")!.attachShadow({ mode: "open" });
  inner.innerHTML = '<img src="https://example.com/a.png">';
  pending = inner.querySelector("img")!;
  isComplete.set(pending, false);
});

test("a picture in a shadow tree is waited for, as one outside is", async () => {
  vi.useFakeTimers();
  let isOver = false;
  const waiting = picturesLoaded().then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(isOver).toBe(false);
  isComplete.set(pending, true);
  await vi.advanceTimersByTimeAsync(100);
  expect(isOver).toBe(true);
  await waiting;
});

test("what did not load there is listed", () => {
  expect(unloadedPictures()).toEqual({ count: 1, addresses: ["https://example.com/a.png"] });
});

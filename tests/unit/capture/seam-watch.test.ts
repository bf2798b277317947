// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { SeamWatch } from "@/src/capture/page-side/seam-watch";

let standing: HTMLElement;
/** Where it stands in the page. */
let topCss: number;
let movedCss: number;
let heightCss: number;
let seam: SeamWatch;

beforeEach(() => {
  document.body.innerHTML = "<p></p>";
  standing = document.querySelector("p")!;
  [topCss, movedCss, heightCss] = [700, 0, 3000];
  standing.getBoundingClientRect = () => {
    const isThere = standing.isConnected;
    return { top: topCss - movedCss, width: isThere ? 300 : 0, height: isThere ? 20 : 0 } as DOMRect;
  };
  Object.defineProperty(document.documentElement, "scrollHeight", { get: () => heightCss, configurable: true });
  Object.assign(document, { elementFromPoint: () => standing });
  seam = new SeamWatch(() => movedCss);
});

/** As a photograph is made: looked at before and after. */
function photographed(meanwhile: () => void = () => {}): void {
  seam.look();
  meanwhile();
  seam.look();
}
function moveTo(yCss: number): void {
  seam.leaving(yCss);
  movedCss = yCss;
}

describe("what stands at the lower edge of one photograph", () => {
  test("has not moved when the page was only scrolled", () => {
    photographed();
    moveTo(720);
    expect(seam.shiftedCss()).toBe(0);
  });

  test.each([
    ["while that was made", true],
    ["after it, before the page was moved on", false],
  ])("has moved when something came in above %s", (_when, isMeanwhile) => {
    const comeIn = () => {
      topCss += 90;
    };
    photographed(isMeanwhile ? comeIn : undefined);
    if (!isMeanwhile) comeIn();
    moveTo(720);
    expect(seam.shiftedCss()).toBe(90);
  });

  test("is watched until the next one is made, also where that is tried again", () => {
    photographed();
    moveTo(720);
    seam.look();
    topCss += 40;
    moveTo(720);
    expect(seam.shiftedCss()).toBe(40);
  });

  test("was replaced, where it is gone and the page has grown; where lists drop what is unseen that says nothing", () => {
    photographed();
    moveTo(720);
    standing.remove();
    heightCss += 400;
    expect(seam.shiftedCss()).toBe(400);
    seam.dropsUnseen = true;
    expect(seam.shiftedCss()).toBe(0);
  });

  test("is nothing that stands still in the window", () => {
    standing.parentElement!.style.position = "fixed";
    photographed();
    topCss += 90;
    moveTo(720);
    expect(seam.shiftedCss()).toBe(0);
  });
});

import { describe, expect, test, vi } from "vitest";
import { type StripFact, stripFacts } from "@/src/marked/strip-facts";
import { layOut } from "@/src/marked/strip-layout";
import { sha256 } from "@/src/model/digest";
import type { PageRecord } from "@/src/model/exhibit";
import { hostile, nothingFound, record } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

async function said(changes: Partial<PageRecord> = {}): Promise<Record<string, string[]>> {
  const facts = await stripFacts({ ...record, ...changes });
  return Object.fromEntries(facts.map(({ name, lines }) => [name, lines.map(({ text }) => text)]));
}

describe("the heading says", () => {
  test("where, who, when by the page and by this device with zone and UTC, and the original's digest", async () => {
    const { sha256: digest } = record.files[2]!;
    expect(await said()).toEqual({
      Address: [record.url.browser],
      "Account (page says)": ["river.walks"],
      "Name (page says)": ["River Walks"],
      "Posted (page says)": ["2 Nov, 14:05", "2025-11-02T14:05:00+08:00"],
      Saved: ["2026-11-21 09:02:08 UTC+08:00 (Asia/Hong_Kong)", "2026-11-21 01:02:08 UTC"],
      Picture: ["Photograph of the page, 1,280 × 6,400 pixels"],
      "Original picture": [
        "derived/stitched.png",
        "This is a derived copy. These lines were added above the picture; nothing was drawn over it.",
      ],
      "SHA-256 of the original": [
        digest.slice(0, 32).replace(/.{8}(?=.)/g, "$& "),
        digest.slice(32).replace(/.{8}(?=.)/g, "$& "),
      ],
    });
  });

  test("not found where the page shows nothing", async () => {
    expect(await said({ facts: nothingFound })).toMatchObject({
      "Account (page says)": ["not found on the page"],
      "Posted (page says)": ["not found on the page"],
    });
  });

  test("the page's words as they are, with the code points that can mislead the eye", async () => {
    const { "Account (page says)": account } = await said({ facts: hostile });
    expect(account).toEqual([hostile.handle, "Has characters that are easy to mistake: U+202E, U+200B"]);
  });

  test("a date alone where the page gives no more", async () => {
    const facts = { ...nothingFound, postedAtDate: "2025-11-02" };
    expect(await said({ facts })).toMatchObject({ "Posted (page says)": ["2025-11-02"] });
  });

  test.each([
    [-210, "2026-11-20 21:32:08 UTC-03:30 (Asia/Hong_Kong)"],
    [0, "2026-11-21 01:02:08 UTC+00:00 (Asia/Hong_Kong)"],
  ])("the time %i minutes east of UTC", async (offsetMin, local) => {
    const captured = { ...record.captured, offsetMin };
    expect((await said({ captured })).Saved).toEqual([local, "2026-11-21 01:02:08 UTC"]);
  });

  test("a very long address without its middle, with its length and the digest of the whole", async () => {
    const browser = `https://example.com/${"a".repeat(700)}/end`;
    const { Address: lines } = await said({ url: { ...record.url, browser } });
    const digest = await sha256(browser);
    expect(lines![0]!.length).toBeLessThan(600);
    expect(lines![0]).toMatch(/^https:\/\/example\.com\/a+ … a+\/end$/);
    expect(lines![1]).toContain("724 characters");
    expect(lines!.slice(2).join(" ").replaceAll(" ", "")).toBe(digest);
  });

  test("that a picture was re-drawn, is only a part, or was covered, and that the clock was changed", async () => {
    const facts = await said({
      picture: { ...record.picture, method: "re-drawn", reason: "tabHidden", complete: false },
      pictures: "covered",
      captured: { ...record.captured, clockWarn: "wall clock moved by 4000 ms" },
    });
    expect(facts.Picture).toEqual([
      "Re-drawn from the page, not a photograph, 1,280 × 6,400 pixels",
      "The page stayed out of sight too long, so it was drawn again from what the page says. It can look different.",
      "It does not show the whole page.",
      "Pictures covered when saved",
    ]);
    expect(facts.Saved!.at(-1)).toBe("The device’s clock was changed while the page was saved.");
  });
});

describe("the layout", () => {
  const facts: StripFact[] = [
    { name: "Address", lines: [{ text: `https://example.com/${"path/".repeat(40)}`, kind: "code" }] },
    { name: "Account", lines: [{ text: "مشاة الميناء harbour", kind: "claim" }] },
  ];
  const at = (widthPx: number, scale = 1) =>
    layOut("EX-001", facts, "below", { widthPx, scale, measure: (text) => text.length * 8 * scale });

  test.each([
    [320, 1],
    [1280, 1],
    [640, 2],
    [2560, 2],
    [1600, 1.25],
  ])("keeps every line within %i pixels and clear of the others", (widthPx, scale) => {
    const { texts, rules, heightPx } = at(widthPx, scale);
    const boxes = texts.map((text) => ({ ...text, endPx: text.topPx + text.lineHeightPx }));
    for (const [n, one] of boxes.entries()) {
      expect(one.xPx + one.widthPx).toBeLessThanOrEqual(widthPx);
      expect(one.endPx).toBeLessThanOrEqual(heightPx);
      for (const other of boxes.slice(n + 1)) {
        const apart = other.topPx >= one.endPx || one.topPx >= other.endPx || other.xPx >= one.xPx + one.widthPx;
        expect(apart, `${one.text} and ${other.text}`).toBe(true);
      }
    }
    expect(rules.at(-1)!.topPx + rules.at(-1)!.heightPx).toBe(heightPx);
  });

  test("puts names beside values where there is room, else above them", () => {
    const rowOf = (layout: ReturnType<typeof at>, text: string) => layout.texts.find((each) => each.text === text)!;
    expect(rowOf(at(1280), "Account").topPx).toBe(rowOf(at(1280), "مشاة الميناء harbour").topPx);
    expect(rowOf(at(320), "Account").topPx).toBeLessThan(rowOf(at(320), "مشاة الميناء harbour").topPx);
  });

  test("writes each value in its own direction", () => {
    const directions = new Map(at(1280).texts.map(({ text, direction }) => [text, direction]));
    expect([directions.get("مشاة الميناء harbour"), directions.get("EX-001")]).toEqual(["rtl", "ltr"]);
  });

  test("is the same size in the page's own pixels at every ratio", () => {
    expect(at(2560, 2).heightPx).toBe(at(1280, 1).heightPx * 2);
  });
});

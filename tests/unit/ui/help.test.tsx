// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Help } from "@/src/ui/help/Help";
import { type HelpWorld, runHelp } from "@/src/ui/help/run-help";
import type { HelpState } from "@/src/ui/help/state";
import { speak } from "@/tools/screens/fake-browser";
import { clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
beforeEach(() => speak("en"));
afterEach(clear);

/** 20:30 in Hong Kong. */
const MONDAY = Date.parse("2026-11-23T12:30:00Z");
const DAY_MS = 86_400_000;
const show = (wanted: Partial<HelpState["wanted"]>, now = MONDAY) =>
  draw(
    <Help
      help={{ wanted: { place: null, language: null, kind: null, ...wanted }, now, guide: null }}
      calls={{ onKeepTyped: async () => null, onChooseHelp: async () => {}, onCopy: async () => {}, onPrint: () => {} }}
    />,
  );
const text = () => document.body.textContent ?? "";
const cardOf = (name: string) =>
  [...document.querySelectorAll("article")].find((card) => card.querySelector("h3")?.textContent?.startsWith(name))!;

describe("a card", () => {
  test("says when RainLily answers, by the clock of Hong Kong, which is named", async () => {
    await show({ place: "HK" });
    expect(cardOf("RainLily").textContent).toMatch(/Open now, until 22:00 \(Hong Kong \D*Time\)/);
    await show({ place: "HK" }, MONDAY + 6 * DAY_MS);
    const sunday = cardOf("RainLily").textContent;
    expect(sunday).toMatch(/Opens Monday 09:00 \(Hong Kong \D*Time\)/);
    expect(sunday).toContain("Mon–Fri 09:00–22:00, Sat 09:00–13:00");
    expect(sunday).toContain("only by referral of the police, hospitals and social services");
  });

  test("says the same moment on this computer's clock where that is another", async () => {
    await show({ place: "HK" });
    const here = new Date("2026-11-23T14:00:00Z").toLocaleTimeString("en", {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    const isSameClock = here === "22:00";
    expect(cardOf("RainLily").textContent?.includes("On this computer’s clock")).toBe(!isSameClock);
  });

  test("calls and opens nothing by itself: links, which are not told where the click came from", async () => {
    await show({ place: "HK" });
    const links = [...cardOf("RainLily").querySelectorAll("a")];
    expect(links.map(({ href }) => href)).toEqual([
      "tel:+85223755322",
      "mailto:safechat@rainlily.org.hk",
      "https://rainlily.org.hk/",
    ]);
    expect(links.at(-1)!.rel).toContain("noreferrer");
  });

  test("says what is not confirmed, and on which day it was read", async () => {
    await show({ place: "FR" });
    expect(cardOf("3018").textContent).toContain("Not confirmed on an official page");
    expect(cardOf("3018").textContent).toMatch(/Last looked up on .*2026/);
    await show({ place: "HK" });
    expect(cardOf("RainLily").textContent).not.toContain("Not confirmed");
  });
});

describe("emergency numbers", () => {
  test("stand there only for the place that was chosen", async () => {
    await show({ place: "HK" });
    expect(text()).toContain("call 999. That is the emergency number in Hong Kong");
    for (const place of [null, "JP"]) {
      await show({ place });
      expect(text()).toContain("call your local emergency number");
      expect(document.querySelector(".emergency")!.textContent).not.toMatch(/\d/);
    }
  });
});

test("Chinese readers get Chinese names, notes and hours", async () => {
  speak("zh-Hant");
  await show({ place: "HK" });
  expect(cardOf("風雨蘭").textContent).toMatch(/現正開放，至 22:00.*轉介.*免費法律諮詢/);
});

describe("what was chosen", () => {
  function world(stored: { place?: unknown; language?: unknown } = {}) {
    const written: unknown[] = [];
    const shown: HelpState[] = [];
    const outside: HelpWorld = {
      readPlace: async () => ({ place: undefined, language: undefined, ...stored }),
      writePlace: async (chosen) => void written.push(chosen),
      now: () => MONDAY,
    };
    return { run: runHelp(outside, (state) => shown.push(state)), written, shown };
  }

  test("is nothing at first; nothing is guessed", async () => {
    const { run, written, shown } = world();
    await run.open("#/help");
    expect(shown.at(-1)!.wanted).toEqual({ place: null, language: null, kind: null });
    expect(written).toEqual([]);
  });

  test("place and language are remembered, the kind of help is not", async () => {
    const { run, written, shown } = world({ place: "HK", language: "zh-Hant" });
    await run.open("#/help");
    await run.choose({ kind: "law" });
    await run.choose({ place: "TW" });
    expect(shown.at(-1)!.wanted).toEqual({ place: "TW", language: "zh-Hant", kind: "law" });
    expect(written.at(-1)).toEqual({ place: "TW", language: "zh-Hant" });
  });

  test("counts as nothing where the store holds something else", async () => {
    const { run, shown } = world({ place: { toString: "HK" }, language: "xx" });
    await run.open("#/help");
    expect(shown.at(-1)!.wanted).toMatchObject({ place: null, language: null });
  });
});

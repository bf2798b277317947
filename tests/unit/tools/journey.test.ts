import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { Driven } from "@/tools/drive/driven";
import { keepPage } from "@/tools/drive/journey";
import { type Evaluate, View } from "@/tools/drive/view";

type Step = string | "gone" | "pressed";

/** A popup that says one thing after another; "gone": it is closed. */
function popup(steps: Step[], onPress: () => void): View {
  const left = [...steps];
  const evaluate: Evaluate = async (expression) => {
    const step = left.length > 1 ? left.shift() : left[0];
    if (step === "gone") throw new Error("Protocol error (Runtime.callFunctionOn): Target closed");
    if (!expression.includes("pressNamed")) return step;
    onPress();
    return true;
  };
  return new View(evaluate);
}

/** @param popups What each press of the toolbar button opens. */
function browser(popups: Step[][]) {
  const counts = { opened: 0, saved: 0 };
  const pressToolbarButton = async () => {
    const steps = popups[Math.min(counts.opened, popups.length - 1)]!;
    counts.opened += 1;
    return popup(steps, () => (counts.saved += 1));
  };
  return { driven: { pressToolbarButton } as unknown as Driven, counts };
}

const PAGE = {} as Page;
const READY = "Found on this page\nSave this page";

test("a popup that goes away while saving is opened again, and the capture is found, not begun anew", async () => {
  const { driven, counts } = browser([
    [READY, "pressed", "Saving this page", "gone"],
    ["Saving this page", "Saved as EX-001"],
  ]);
  expect(await keepPage(driven, PAGE)).toMatchObject({ label: "EX-001" });
  expect(counts).toEqual({ opened: 2, saved: 1 });
});

test("a popup that goes away before saving is opened again, and the page is kept then", async () => {
  const { driven, counts } = browser([["gone"], [READY, "pressed", "Saved as EX-002"]]);
  expect(await keepPage(driven, PAGE)).toMatchObject({ label: "EX-002" });
  expect(counts).toEqual({ opened: 2, saved: 1 });
});

test("a capture that ended while no popup was open is told by the next", async () => {
  const { driven } = browser([[READY, "pressed", "gone"], ["Saved as EX-003"]]);
  expect(await keepPage(driven, PAGE)).toMatchObject({ label: "EX-003" });
});

test("a popup that never stays is given up", async () => {
  const { driven, counts } = browser([["gone"]]);
  await expect(keepPage(driven, PAGE)).rejects.toThrow(/gone/);
  expect(counts.opened).toBe(5);
});

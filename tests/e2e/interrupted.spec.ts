import { KINDS, type Kind, planOf } from "@/tools/interrupt/plan";
import { runSession } from "@/tools/interrupt/session";
import { expect, test } from "../support/journey";

/** The first plan of each of these kinds: `npm run interrupt` runs many more. */
const OURS: Kind[] = [
  "navigation",
  "backAgain",
  "tabSwitch",
  "windowMinimised",
  "resizeAndBack",
  "zoom",
  "workerStopped",
  "quotaEaten",
  "extensionReloaded",
  "storageFull",
  "popupClosed",
  "stopPressed",
];

function firstPlan(kind: Kind) {
  for (let seed = 1; ; seed += 1) {
    const plan = planOf(seed, "chromium");
    if (plan.kind === kind) return plan;
  }
}

test("whatever comes between, nothing is half kept, no page changed, no other tab's pixels kept", async () => {
  expect(OURS.every((kind) => kind in KINDS)).toBe(true);
  const ran = await runSession("chromium", OURS.map(firstPlan));
  expect(ran.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(ran.some(({ outcome }) => outcome === "saved")).toBe(true);
});

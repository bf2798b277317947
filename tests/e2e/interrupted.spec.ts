import { type Kind, planOf } from "@/tools/interrupt/plan";
import { runSession } from "@/tools/interrupt/session";
import { expect, test } from "../support/journey";

const BANDS = 28;
/** `npm run interrupt` runs as many as it is asked for, of every kind. */
const OURS: Kind[] = [
  "navigation",
  "backAgain",
  "tabSwitch",
  "windowMinimised",
  "zoom",
  "workerStopped",
  "extensionReloaded",
  "storageFull",
  "quotaEaten",
  "stopPressed",
];

test("whatever comes between, nothing is half kept, no page changed, no other tab's pixels kept", async () => {
  test.setTimeout(300_000);
  const ran = await runSession(
    "chromium",
    OURS.map((kind, n) => planOf(n + 1, "chromium", [kind], BANDS)),
    BANDS,
  );
  expect(ran.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(ran.some(({ outcome }) => outcome === "saved")).toBe(true);
});

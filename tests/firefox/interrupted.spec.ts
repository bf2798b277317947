import { type Kind, planOf } from "@/tools/interrupt/plan";
import { runSession } from "@/tools/interrupt/session";
import { expect, test } from "../support/journey";

const OURS: Kind[] = ["navigation", "backAgain", "rename", "tabSwitch", "resize", "tabClosed", "stopPressed"];

test("whatever comes between, nothing is half kept, no page changed, no other tab's pixels kept", async () => {
  const plans = OURS.map((kind, n) => ({ ...planOf(n + 1, "firefox"), kind }));
  const ran = await runSession("firefox", plans);
  expect(ran.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

import { type Kind, planOf } from "@/tools/interrupt/plan";
import { runSession } from "@/tools/interrupt/session";
import { expect, test } from "../support/journey";

const BANDS = 56;
const OURS: Kind[] = ["navigation", "backAgain", "rename", "tabSwitch", "resize", "tabClosed", "stopPressed"];

test("whatever comes between, nothing is half kept, no page changed, no other tab's pixels kept", async () => {
  test.setTimeout(300_000);
  const ran = await runSession(
    "firefox",
    OURS.map((kind, n) => planOf(n + 1, "firefox", [kind], BANDS)),
    BANDS,
  );
  expect(ran.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

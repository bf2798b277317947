import { tearStores } from "@/tools/torture/torn";
import { expect, test } from "../support/journey";

/** A manifest of the store cut off; its log cut off; a file of an item cut off, and one with a flipped bit. */
const OURS = [4, 6, 7, 8];

test("a store whose files are damaged opens, or says what is wrong, and what is intact is handed over", async () => {
  test.setTimeout(300_000);
  const torn = await tearStores(OURS);
  expect(torn.filter(({ faults }) => faults.length > 0)).toEqual([]);
  expect(torn.map(({ said }) => said.length > 0)).toEqual([true, true, true, true]);
  expect(torn.map((each) => each.package).slice(-2)).toEqual(["made of what is intact", "made of what is intact"]);
});

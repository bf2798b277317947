import { expect, test, vi } from "vitest";
import { newVault, seal } from "@/tests/support/vaults";
import { askedBy } from "@/tools/bench/in-page/asked";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

test("adding an item asks the same of the store however many there are", async () => {
  const vault = await newVault();
  const few = { contents: {} };
  const addUpTo = async (number: number) => {
    while ((await seal(vault, few)).exhibit < number);
  };
  await addUpTo(10);
  const among10 = await askedBy(() => seal(vault));
  await addUpTo(210); // as far into a part of the list: a part is written whole
  const among210 = await askedBy(() => seal(vault));
  expect(among10.rows).toBeGreaterThan(10);
  expect({ ...among210, bytes: 0 }).toEqual({ ...among10, bytes: 0 });
  expect(among210.bytes / among10.bytes).toBeLessThan(1.01); // longer numbers
});

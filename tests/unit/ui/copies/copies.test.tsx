// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { VaultError, type VaultFailure } from "@/src/model/errors";
import { Copies } from "@/src/ui/library/copies/Copies";
import { type CopiesState, type CopiesWorld, runCopies } from "@/src/ui/library/copies/run-copies";
import { buttons, clear, draw } from "@/tests/unit/ui/draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const calls = { onMakeCopy: vi.fn(), onCheckCopy: vi.fn(), onPutBackCopy: vi.fn(), onStopCopy: vi.fn() };

/** The section, opened where reading what is kept fails. */
async function openedWith(failure: VaultFailure): Promise<void> {
  const read = vi.fn<CopiesWorld["read"]>().mockRejectedValue(new VaultError(failure));
  const shown: CopiesState[] = [];
  await runCopies({ read } as Partial<CopiesWorld> as CopiesWorld, (state) => shown.push(state)).open();
  await draw(<Copies copies={shown.at(-1)!} calls={calls} />);
}
const words = () => document.body.textContent;

test("where what is kept is damaged, the page says so, and a copy can still be made or put back", async () => {
  await openedWith("damaged");
  expect(words()).toContain("This could not be read: what is stored is damaged or was changed.");
  expect(words()).toContain("This works only where nothing is kept yet.");
  expect(buttons()).toEqual(expect.arrayContaining(["Back up everything", "Put everything back"]));
});

test("where the notes do not open at all, the page says so and offers nothing that would be refused", async () => {
  await openedWith("otherPageOpen");
  expect(words()).toContain("Another Notes page, of an older version, is still open");
  expect(buttons()).toEqual([]);
});

// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { LeavingSetting } from "@/src/ui/library/leaving/LeavingSetting";
import { type LeavingState, type LeavingWorld, runLeaving } from "@/src/ui/library/leaving/run-leaving";
import { leavingFaces } from "@/tools/screens/surface-samples";
import { buttons, clear, draw, statuses } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

function leaving(changes: Partial<LeavingWorld> = {}) {
  const written: string[] = [];
  const shown: LeavingState[] = [];
  const world: LeavingWorld = {
    readTo: async () => "https://weather.example/",
    writeTo: async (url) => void written.push(url),
    hasRows: () => true,
    isAllowed: async () => false,
    allow: async () => true,
    end: async () => {},
    remove: async () => 4,
    ...changes,
  };
  return { run: runLeaving(world, (state) => shown.push(state)), written, last: () => shown.at(-1)! };
}

test("another site is kept once it is one that can be left to, and the usual one comes back", async () => {
  const { run, written, last } = leaving();
  await run.open();
  expect(last()).toMatchObject({ to: "https://weather.example/", isUsual: false });
  await run.setTo("http://weather.example");
  expect(last()).toMatchObject({ to: "https://weather.example/", said: "notAnAddress" });
  await run.setTo("news.example/today");
  await run.setTo("");
  expect(written).toEqual(["https://news.example/today", "https://www.google.com/"]);
  expect(last()).toMatchObject({ isUsual: true, said: "kept" });
});

test("rows are removed once the browser allows it, and told; a no is told as a no", async () => {
  const { run, last } = leaving();
  await run.allow();
  expect(last().rows).toEqual({ step: "on", removed: 4 });
  const refused = leaving({ allow: async () => false });
  await refused.run.allow();
  expect(refused.last().rows).toEqual({ step: "refused" });
});

test("where the browser keeps no rows of our pages, nothing is said of rows and no permission asked", async () => {
  const { run, last } = leaving({ hasRows: () => false });
  await run.open();
  const calls = { onLeaveTo: vi.fn(), onAllowRows: vi.fn(), onEndRows: vi.fn(), onRemoveRows: vi.fn() };
  await draw(<LeavingSetting leaving={last()} calls={calls} />);
  expect(document.body.textContent).not.toContain("Rows");
  expect(buttons()).toEqual(["Use this site", "Use the usual one"]);
});

test("Settings says what leaving does not do, and what stays when rows are removed", async () => {
  const calls = { onLeaveTo: vi.fn(), onAllowRows: vi.fn(), onEndRows: vi.fn(), onRemoveRows: vi.fn() };
  await draw(<LeavingSetting leaving={leavingFaces["settings-leaving-changed"]!} calls={calls} />);
  expect(document.body.textContent).toMatch(
    /It does not empty the browser’s history.*What stays: the list of extensions/,
  );
  expect(statuses()).toEqual(["Leaving goes there from now on.", "Rows removed just now: 4"]);
  expect(buttons()).toEqual(["Use this site", "Use the usual one", "Remove them now", "Do not remove them any more"]);
});

import { expect, test, vi } from "vitest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitSummary } from "@/src/model/exhibit";
import { NO_FILTERS } from "@/src/search/filters";
import { runKept } from "@/src/ui/library/run-kept";
import type { KeptView, ListState } from "@/src/ui/library/state";
import type { LibraryWorld } from "@/src/ui/library/world";
import { ITEM, items, manyItems } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

type Summaries = LibraryWorld["summaries"];
const whole = (summaries: ExhibitSummary[]) => ({ summaries, damaged: [], waiting: 0 });

function kept(summaries: Summaries) {
  const shown: { list: ListState; view: KeptView }[] = [];
  const run = runKept({ summaries }, (list, view) => shown.push({ list, view }));
  const read = () => {
    const { list } = shown.at(-1)!;
    if (list.step !== "read") throw new Error(`the list is ${list.step}`);
    return list;
  };
  return { run, shown, read };
}
const found = ({ found }: { found: ExhibitSummary[] }) => found.map(({ exhibit }) => exhibit);

test("shows the newest items before all are read, and says that these are not all", async () => {
  const { run, shown } = kept(async (onNewest) => {
    onNewest?.(manyItems.slice(0, 100));
    return whole(manyItems);
  });
  await run.open(null);
  const steps = shown.map(({ list }) => (list.step === "read" ? [list.found.length, list.isWhole] : list.step));
  expect(steps).toEqual(["reading", [100, false], [412, true]]);
});

test("reading again shows what was read until all is read anew", async () => {
  const { run, shown } = kept(async (onNewest) => {
    onNewest?.(items.slice(0, 1));
    return whole(items);
  });
  await run.open(null);
  const before = shown.length;
  await run.refresh();
  expect(shown.slice(before).map(({ list }) => list.step === "read" && list.found.length)).toEqual([items.length]);
});

test("finds by words and filters, and goes on with them when the list is read again", async () => {
  let stored = items;
  const { run, read } = kept(async () => whole(stored));
  await run.open(null);
  run.look({ words: "example.com" });
  expect(found(read())).toEqual([4, 3, 1]);
  run.look({ filters: { ...NO_FILTERS, onlyCovered: true } });
  expect(found(read())).toEqual([1]);
  stored = [{ ...items[3]!, exhibit: 5 }, ...items];
  await run.refresh();
  expect(found(read())).toEqual([5, 1]);
});

test("an answer that comes after a later one does not replace it", async () => {
  const answers: ((list: Awaited<ReturnType<Summaries>>) => void)[] = [];
  const { run, read } = kept(() => new Promise((resolve) => answers.push(resolve)));
  const first = run.open(null);
  const second = run.refresh();
  answers[1]!(whole(items));
  await second;
  answers[0]!(whole([]));
  await first;
  expect(read().items).toHaveLength(items.length);
});

test("coming back from an item, the list is there at once with the words as they were, and knows the item", async () => {
  const { run, shown } = kept(async () => whole(items));
  await run.open(null);
  run.look({ words: "weir" });
  const before = shown.length;
  void run.open(ITEM);
  const { list, view } = shown[before]!;
  expect(list.step).toBe("read");
  expect(view).toMatchObject({ words: "weir", cameFrom: ITEM });
});

test("what was deleted is not shown again", async () => {
  let stored = items;
  const { run, shown } = kept(async () => whole(stored));
  await run.open(null);
  stored = items.slice(1);
  run.forget();
  const before = shown.length;
  await run.open(ITEM);
  const counts = shown.slice(before).map(({ list }) => (list.step === "read" ? list.items.length : list.step));
  expect(counts).toEqual(["reading", 3]);
  expect(shown.at(-1)!.view.cameFrom).toBeNull();
});

test("what cannot be read is said, also after it could be", async () => {
  let fails = false;
  const { run, shown } = kept(() => (fails ? Promise.reject(new VaultError("locked")) : Promise.resolve(whole(items))));
  await run.open(null);
  fails = true;
  await run.refresh();
  expect(shown.at(-1)!.list).toEqual({ step: "failed", failure: "locked" });
});

// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import type { CaseLine } from "@/src/model/case-line";
import { NO_FILTERS } from "@/src/search/filters";
import { KeptItems } from "@/src/ui/library/KeptItems";
import { itemHref } from "@/src/ui/library/routes";
import { FIRST_VIEW } from "@/src/ui/library/run-kept";
import type { KeptView, ListState } from "@/src/ui/library/state";
import { caseLines } from "@/tools/screens/case-samples";
import { ITEM, items, listOf, manyItems } from "@/tools/screens/samples";
import { button, clear, draw, statuses } from "../draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

async function show(list: ListState, view: Partial<KeptView> = {}, cases: readonly CaseLine[] = []) {
  const onLook = vi.fn();
  await draw(
    <KeptItems
      list={list}
      view={{ ...FIRST_VIEW, ...view }}
      lock={null}
      cases={cases}
      first={null}
      calls={{ onAnswerFirst: async () => {}, onSkipFirst: () => {} }}
      onLook={onLook}
      onPutOfferAway={() => {}}
    />,
  );
  return onLook;
}
const rows = () => [...document.querySelectorAll("ul li[data-place]")];
const press = (key: string) =>
  act(() => void document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
const control = (label: string) =>
  [...document.querySelectorAll<HTMLInputElement>("input, select")].find(({ labels }) =>
    labels?.[0]?.textContent?.trim().startsWith(label),
  )!;

test("only a few of many items are in the page, and each says its place among all", async () => {
  await show(listOf(manyItems));
  expect(rows().length).toBeLessThan(40);
  expect(rows()[3]!.getAttribute("aria-posinset")).toBe("4");
  expect(rows()[3]!.getAttribute("aria-setsize")).toBe("412");
  expect(statuses()).toEqual(["Items: 412"]);
});

test("keys go from item to item, to the last one and back, and the focus is always on one", async () => {
  await show(listOf(manyItems));
  rows()[0]!.querySelector("a")!.focus();
  const focused = () => document.activeElement!.textContent;
  const path = [];
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "End", "ArrowUp", "Home"]) {
    await press(key);
    path.push(focused());
  }
  expect(path).toEqual(["EX-411", "EX-410", "EX-411", "EX-001", "EX-002", "EX-412"]);
});

test("coming back from an item, its link has the focus, however far down it is", async () => {
  await show(listOf(manyItems), { cameFrom: manyItems[300]!.id });
  expect(document.activeElement!.getAttribute("href")).toBe(itemHref(manyItems[300]!.id));
});

test("tiles show number and platform, and never a picture", async () => {
  await show(listOf(items), { layout: "tiles" });
  expect(rows().map((row) => row.textContent)).toEqual([
    "EX-004 Threads",
    "EX-003 Bluesky",
    "EX-002 notes.example.org",
    "EX-001 YouTube",
  ]);
  expect(document.querySelectorAll("img, picture, video, [style*=url]")).toHaveLength(0);
});

test("what is typed is looked for; that nothing fits is one sentence, with a way back", async () => {
  const onLook = await show(listOf(items, { found: [] }), { words: "harbour" });
  expect(statuses()).toEqual(["No item fits the search and the filters."]);
  expect(rows()).toHaveLength(0);
  const field = control("Search");
  expect([field.value, field.autocomplete]).toEqual(["harbour", "off"]);
  field.value = "weir";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  button("Clear search and filters").click();
  expect(onLook.mock.calls).toEqual([[{ words: "weir" }], [{ words: "", filters: NO_FILTERS }]]);
});

test("while only the newest are read it does not say that nothing was found", async () => {
  await show(listOf(items, { found: [], isWhole: false }), { words: "harbour" });
  expect(statuses()).toEqual(["Reading the rest of your notes"]);
});

test("filters are those that make a difference, and each is asked for", async () => {
  const onLook = await show(listOf(items));
  await act(() => control("Bluesky").click());
  expect(onLook).toHaveBeenLastCalledWith({ filters: { ...NO_FILTERS, platforms: new Set(["bluesky"]) } });
  await act(() => control("Something missing").click());
  expect(onLook).toHaveBeenLastCalledWith({ filters: { ...NO_FILTERS, complete: false } });
  await act(() => control("Pictures covered").click());
  expect(onLook).toHaveBeenLastCalledWith({ filters: { ...NO_FILTERS, onlyCovered: true } });
  expect(control("From")).toBeUndefined(); // all of one month
  await show(listOf([items[0]!]));
  expect(document.querySelector("details")).toBeNull();
});

test("a range of months is asked for by its ends", async () => {
  const onLook = await show(listOf(manyItems));
  const from = control("From");
  expect([...(from as unknown as HTMLSelectElement).options].map(({ text }) => text).slice(0, 3)).toEqual([
    "Any month",
    "November 2026",
    "October 2026",
  ]);
  from.value = "2026-10";
  from.dispatchEvent(new Event("change", { bubbles: true }));
  expect(onLook).toHaveBeenLastCalledWith({ filters: { ...NO_FILTERS, from: "2026-10" } });
});

test("items that cannot be read are named among all, not among those that were found", async () => {
  await show(listOf(items, { damaged: [ITEM] }));
  expect(rows()[0]!.textContent).toContain("An item could not be read");
  expect(rows()).toHaveLength(items.length + 1);
  await show(listOf(items, { damaged: [ITEM] }), { words: "weir" });
  expect(document.body.textContent).not.toContain("An item could not be read");
});

test("with several cases each row says of which it is, and one case can be chosen", async () => {
  const [own, other] = caseLines;
  const onLook = await show(listOf(items), {}, caseLines);
  expect(rows()[0]!.textContent).toContain("Case: The garden plan");
  const choice = control("Case") as unknown as HTMLSelectElement;
  expect([...choice.options].map(({ text }) => text)).toEqual([
    "All cases",
    "Without what came in as a package",
    "The garden plan",
    "Case without a name",
    "For Sam",
  ]);
  choice.value = "own";
  await act(() => void choice.dispatchEvent(new Event("change", { bubbles: true })));
  const { cases } = onLook.mock.lastCall![0].filters;
  expect(cases.has(own!.id)).toBe(true);
  expect(cases.has(other!.id)).toBe(true);
  expect(cases.size).toBe(2);
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { LinkedItems } from "@/src/ui/library/remarks/LinkedItems";
import { speak } from "@/tools/screens/fake-browser";
import { items } from "@/tools/screens/samples";
import { clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
beforeEach(() => speak("en"));
afterEach(clear);

const [one, two, three] = items as [ExhibitSummary, ExhibitSummary, ExhibitSummary];
const lines = () => [...document.querySelectorAll("li")].map((line) => line.textContent);

test("items that are linked open from either end, and one that was deleted is said to be gone", async () => {
  const remarks = { description: "", tags: [], words: "", links: [{ rel: "same-item" as const, item: one.id }] };
  const links = [
    { rel: "repost-of" as const, item: two.id },
    { rel: "part-of" as const, item: "gone" as ExhibitId },
  ];
  await draw(<LinkedItems id={one.id} links={links} items={[two, { ...three, remarks }]} />);
  expect([...document.querySelectorAll("a")].map(({ hash }) => hash)).toEqual([
    `#/item/${two.id}`,
    `#/item/${three.id}`,
  ]);
  expect(lines()[0]).toMatch(/^a repost of: EX-/);
  expect(lines()[1]).toMatch(/^a part of: .*(deleted|not kept)/i);
  expect(lines()[2]).toMatch(/^kept again as: EX-/);
});

test("nothing is shown where nothing is linked", async () => {
  await draw(<LinkedItems id={one.id} links={[]} items={items.slice(1)} />);
  expect(document.querySelector("ul")).toBeNull();
});

import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import coverage from "@/docs/coverage.json" with { type: "json" };
import { GUIDES } from "@/src/ui/guides/guides";
import { HREF, routeOf } from "@/src/ui/library/routes";

const LAST_ROW = 159;
const POPUP = ["save", "report", "under18"];

test("every row of advice is answered somewhere, or said to be outside", () => {
  const all = Array.from({ length: LAST_ROW }, (_, n) => n + 1);
  const unanswered = all.filter((row) => !coverage.outside.includes(row) && !(String(row) in coverage.rows));
  expect(unanswered).toEqual([]);
  for (const row of Object.keys(coverage.partly)) expect(coverage.rows).toHaveProperty(row);
});

test("every place that is named is there", () => {
  const isThere: Record<string, (name: string) => boolean> = {
    guide: (name) => GUIDES.some(({ id }) => id === name),
    section: (name) => name === "item" || name === "notice" || name in HREF,
    popup: (name) => POPUP.includes(name),
    doc: existsSync,
  };
  for (const [row, places] of Object.entries(coverage.rows)) {
    for (const place of places) {
      const [kind = "", name = ""] = [place.slice(0, place.indexOf(":")), place.slice(place.indexOf(":") + 1)];
      expect(isThere[kind]?.(name), `row ${row}: ${place}`).toBe(true);
    }
  }
  expect(routeOf("#/reports/notice")).toMatchObject({ section: "notice" });
});

test("a guide that says which rows it answers is named there, and no other", () => {
  for (const { id, rows } of GUIDES) {
    const named = Object.entries(coverage.rows).filter(([, places]) => (places as string[]).includes(`guide:${id}`));
    expect(named.map(([row]) => Number(row))).toEqual([...rows].sort((a, b) => a - b));
  }
});

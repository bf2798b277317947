import { expect, test } from "vitest";
import directory from "@/src/report/directory.json";
import organisations from "@/src/report/organisations.json";
import { staleEntries } from "@/tools/stale-entries";

const flows = (directory.platforms as { flows: unknown[] }[]).flatMap((platform) => platform.flows).length;

test("nothing is old on the day it was put together, nor 180 days later", () => {
  expect(staleEntries(directory.compiled, 180)).toEqual([]);
  expect(staleEntries("2027-05-20", 180)).toEqual([]);
});

test("a day after that everything that nobody has checked is named, with what to open", () => {
  const stale = staleEntries("2027-05-21", 180);
  expect(stale.length).toBeGreaterThanOrEqual(flows + organisations.organisations.length);
  expect(stale.filter(({ ageDays, what }) => ageDays !== 181 || what === "")).toEqual([]);
  expect(stale).toContainEqual({
    file: "organisations.json",
    id: "rainlily",
    lastDay: "2026-11-21",
    ageDays: 181,
    what: "https://rainlily.org.hk/ · +852 2375 5322",
  });
});

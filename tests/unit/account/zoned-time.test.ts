import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { knownZones, localOf, momentOf } from "@/src/account/zoned-time";
import { utcInstant } from "@/src/model/instant";

test("a time in a zone stands for its moment, also where clocks were changed", () => {
  expect(momentOf("2026-11-21T09:02", "Asia/Hong_Kong")).toBe("2026-11-21T01:02:00.000Z");
  expect(momentOf("2026-10-25T01:30", "Europe/London")).toBe("2026-10-25T00:30:00.000Z"); // read twice: the earlier
  expect(momentOf("2026-03-29T01:30", "Europe/London")).toBe("2026-03-29T01:30:00.000Z"); // skipped
  expect(momentOf("2011-12-30T12:00", "Pacific/Apia")).not.toBeNull(); // a day that was left out whole
  expect(momentOf("2026-02-30T12:00", "UTC")).toBeNull();
  expect(momentOf("2026-02-03T12:00", "Nowhere/At_All")).toBeNull();
  expect(momentOf("last week", "UTC")).toBeNull();
});

test("there and back is the same minute", () => {
  const zones = knownZones();
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2037, 0) }),
      fc.constantFrom(...zones),
      (ms, zone) => {
        const utc = utcInstant(Math.floor(ms / 60_000) * 60_000);
        const local = localOf(utc, zone)!;
        // An hour that is read twice comes back as the earlier one: it still reads the same.
        expect(localOf(momentOf(local, zone)!, zone)).toBe(local);
      },
    ),
    { numRuns: 500 },
  );
});

/** The same by Python's own tables. */
const ORACLE = `
import json, sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo
for local, zone in json.load(sys.stdin):
    moment = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone), fold=0)
    print(moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:00.000Z"))
`;
const hasPython = (() => {
  try {
    execFileSync("python3", ["-c", "import zoneinfo; zoneinfo.ZoneInfo('Asia/Hong_Kong')"], { stdio: "ignore" });
    return true;
  } catch {
    console.warn("skipped: python3 with zoneinfo is not here to compare with");
    return false;
  }
})();

test.skipIf(!hasPython)("equals an independent calculation around every change of clocks in four zones", () => {
  const asked: [string, string][] = [];
  for (const zone of ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Hong_Kong"]) {
    for (const day of ["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"]) {
      for (const time of ["00:59", "01:00", "01:30", "02:00", "02:30", "03:00", "23:59"])
        asked.push([`${day}T${time}`, zone]);
    }
  }
  const said = execFileSync("python3", ["-c", ORACLE], { input: JSON.stringify(asked), encoding: "utf8" })
    .trim()
    .split("\n");
  expect(asked.map(([local, zone]) => momentOf(local, zone))).toEqual(said);
});

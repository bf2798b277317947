import * as fc from "fast-check";
import { expect, test } from "vitest";
import { accountTxt } from "@/src/export/account-txt";
import { captureText, zonedText } from "@/src/export/moments";
import { reportsCsv } from "@/src/export/reports-csv";
import { type TimelineRow, timelineOf } from "@/src/export/timeline";
import { timelineCsv } from "@/src/export/timeline-csv";
import { type Account, type AccountEntry, EMPTY_ACCOUNT } from "@/src/model/account";
import type { UtcInstant } from "@/src/model/instant";
import { REPORT } from "@/tests/support/account";
import { type KeptExhibit, madeUpExhibit } from "@/tests/support/exhibits";
import { ENGLISH } from "@/tools/papers";

const utc = (text: string) => text as UtcInstant;

async function* recordsOf(exhibits: readonly KeptExhibit[]) {
  for (const { record } of exhibits) yield record;
}

function event(time: AccountEntry["time"], what = "A call."): AccountEntry {
  return { time, what, did: "I hung up.", effect: "No sleep.", witnesses: ["W. One"], exhibits: [1] };
}

const account = (...entries: AccountEntry[]): Account => ({ ...EMPTY_ACCOUNT, entries });

test("puts the account, claims of posting and savings in order; a day before its moments, what has no time last", async () => {
  const exhibits = [
    await madeUpExhibit(1, {}, { postedAtDate: "2026-11-20" }),
    await madeUpExhibit(2, {}, { postedAt: "2026-11-20T09:00:00+08:00" }),
    await madeUpExhibit(3, {}, { postedAt: "not a time", postedAtText: "3h" }),
  ];
  const told = account(
    event({ kind: "unknown", words: "in spring" }),
    event({ kind: "exact", utc: utc("2026-11-20T00:30:00.000Z"), zone: "Asia/Hong_Kong" }),
  );
  const rows = await timelineOf(recordsOf(exhibits), told);
  expect(rows.map(({ kind, exhibits: numbers }) => `${kind} ${numbers}`)).toEqual([
    "posted 1",
    "event 1",
    "posted 2",
    "saved 1",
    "saved 2",
    "saved 3",
    "event 1",
  ]);
});

test("times are right across summer time, the date line and zones of half an hour", () => {
  expect(zonedText("2026-03-29T00:59:59.000Z", "Europe/London")).toBe("2026-03-29 00:59:59 UTC+00:00 (Europe/London)");
  expect(zonedText("2026-03-29T01:00:00.000Z", "Europe/London")).toBe("2026-03-29 02:00:00 UTC+01:00 (Europe/London)");
  expect(zonedText("2026-01-01T10:30:00.000Z", "Pacific/Kiritimati")).toBe(
    "2026-01-02 00:30:00 UTC+14:00 (Pacific/Kiritimati)",
  );
  expect(zonedText("2026-07-01T00:00:00.000Z", "America/St_Johns")).toBe(
    "2026-06-30 21:30:00 UTC-02:30 (America/St_Johns)",
  );
  expect(zonedText("2026-07-01T00:00:00.000Z", "Nowhere/City")).toBeNull();
  const times = { startUtc: utc(""), endUtc: utc("2026-11-21T01:02:08.120Z"), monotonicMs: 1 };
  expect(captureText({ ...times, offsetMin: -210, tz: "America/St_Johns" })).toBe(
    "2026-11-20 21:32:08 UTC-03:30 (America/St_Johns)",
  );
});

test("what is no moment, and no zone that is known here, is written without it", async () => {
  const times = { startUtc: utc(""), endUtc: utc("2026-11-21T01:02:08.120Z"), monotonicMs: 1 };
  expect(captureText({ ...times, offsetMin: 1e20, tz: "Mars/Base" })).toBe("2026-11-21 01:02:08 UTC (Mars/Base)");
  expect(captureText({ ...times, endUtc: utc("9999-12-31T23:59:59.999Z"), offsetMin: 840, tz: "UTC" })).toBe(
    "9999-12-31 23:59:59 UTC (UTC)",
  );
  expect(captureText({ ...times, endUtc: utc("soon"), offsetMin: 60, tz: "UTC" })).toBe("soon UTC (UTC)");
  expect(zonedText("+275760-09-13T00:00:00.000Z", "Asia/Tokyo")).not.toBeNull();
  expect(zonedText("soon", "Asia/Tokyo")).toBeNull();
  const late = await madeUpExhibit(1, {}, { postedAt: "+275760-09-13T00:00:00.000Z" });
  const rows = await timelineOf(recordsOf([late]), EMPTY_ACCOUNT);
  expect(rows.map(({ kind }) => kind)).toEqual(["saved"]);
});

test("no cell of timeline.csv can be taken for a formula, and every line has as many cells", () => {
  const formula = fc.oneof(
    fc.constantFrom("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '"=1"', "=cmd|'/C calc'!A0", "a\0=1"),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(formula, formula, (what, words) => {
      const row: TimelineRow = {
        kind: "event",
        certainty: "unknown",
        utc: null,
        untilUtc: null,
        day: null,
        zone: null,
        words,
        what,
        did: what,
        effect: what,
        witnesses: [words],
        exhibits: [1],
      };
      const [head, line] = [...timelineCsv(ENGLISH, [row])].map(cellsOf);
      expect(line).toHaveLength(head!.length);
      expect(line!.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    }),
  );
});

test("the account is written only where there is one", async () => {
  expect(
    accountTxt(ENGLISH, await timelineOf(recordsOf([await madeUpExhibit(1)]), EMPTY_ACCOUNT), new Map()),
  ).toBeNull();
  const about = {
    kind: "about",
    utc: utc("2026-11-18T12:00:00.000Z"),
    zone: "Asia/Hong_Kong",
    words: "evening",
  } as const;
  const range = {
    kind: "range",
    utc: about.utc,
    untilUtc: utc("2026-11-19T12:00:00.000Z"),
    zone: "Asia/Hong_Kong",
  } as const;
  const text = accountTxt(ENGLISH, await timelineOf(recordsOf([]), account(event(about), event(range))), new Map());
  expect(text).toContain(
    "1. about 2026-11-18 20:00:00 UTC+08:00 (Asia/Hong_Kong) (evening)\nA call.\nWhat I did: I hung up.\nWhat it did: No sleep.",
  );
  expect(text).toContain("2. 2026-11-18 20:00:00 UTC+08:00 (Asia/Hong_Kong) – 2026-11-19 20:00:00");
  expect(text).toContain("Witnesses: W. One\nExhibits: EX-001");
});

/** RFC 4180, every cell quoted. */
function cellsOf(line: string): string[] {
  expect(line).toMatch(/^("([^"]|"")*",?)+\r\n$/);
  return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"'));
}

test("a report and its answer stand in the timeline, and as a line of their own, safe for a spreadsheet", async () => {
  const rows = await timelineOf(recordsOf([]), { ...EMPTY_ACCOUNT, reports: [REPORT] });
  expect(rows.map(({ kind, utc: at, what }) => [kind, at, what])).toEqual([
    ["reported", REPORT.sentUtc, "A platform"],
    ["answered", REPORT.answer!.utc, "A platform: Removed."],
  ]);
  const [head, line] = [...reportsCsv([REPORT])].map(cellsOf);
  const cell = Object.fromEntries(head!.map((name, at) => [name, line![at]]));
  expect(cell).toMatchObject({
    sent_local: "2026-11-21 10:00:00 UTC+08:00 (Asia/Hong_Kong)",
    exhibits: "EX-001",
    reference: "'=REF-1",
    answer: "Removed.",
    seen_again: "2026-11-23 02:00:00 UTC: gone (EX-002)",
  });
});

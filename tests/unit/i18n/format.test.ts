import { expect, test, vi } from "vitest";
import { formatDay, formatMoment, formatUtc } from "@/src/i18n/format";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

test("a moment in a zone that this browser does not know is shown in UTC, and says so", () => {
  const utc = "2026-11-21T01:02:03.000Z";
  expect(formatMoment(utc, "Mars/Base")).toBe(formatMoment(utc, "UTC"));
  expect(formatMoment(utc, "Mars/Base")).toContain("UTC");
  expect(formatMoment(utc, "")).toBe(formatMoment(utc, "UTC"));
  expect(formatMoment(utc, "Asia/Hong_Kong")).not.toBe(formatMoment(utc, "UTC"));
});

test("what is no moment is shown as it was written", () => {
  for (const text of ["soon", "", "2026-11-21T01:02:03+99:00", "+999999-01-01T00:00:00Z", "\u{1f600}"])
    for (const format of [formatMoment, formatUtc, formatDay]) expect(format(text)).toBe(text);
});

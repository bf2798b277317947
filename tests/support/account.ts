/** A made-up report that was answered. */
import type { AccountReport } from "@/src/model/account";
import type { UtcInstant } from "@/src/model/instant";

export const REPORT: AccountReport = {
  kind: "impersonation",
  destination: null,
  to: "A platform",
  route: "form",
  address: "https://example.com/posts/1",
  exhibits: [1],
  sentUtc: "2026-11-21T02:00:00.000Z" as UtcInstant,
  tz: "Asia/Hong_Kong",
  by: "",
  reference: "=REF-1",
  due: null,
  answer: { utc: "2026-11-22T02:00:00.000Z" as UtcInstant, words: "Removed." },
  outcome: "removed",
  looks: [{ utc: "2026-11-23T02:00:00.000Z" as UtcInstant, found: "gone", exhibit: 2 }],
  words: "",
};

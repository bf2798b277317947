/** Every face of the list of reports. */
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { Note } from "@/src/model/note";
import type { Writing } from "@/src/ui/library/notes/run-writing";
import type { ReportForm, ReportProblem } from "./form-values";

export type ReportEntry = Note<"report">;
export type AddressEntry = Note<"address">;

export const REPORT_FILTERS = ["all", "waiting", "answered", "overdue"] as const;
export type ReportFilter = (typeof REPORT_FILTERS)[number];

export type ReportsState =
  | { step: "reading" }
  | { step: "failed"; failure: VaultFailure }
  | {
      step: "read";
      /** Newest first. */
      reports: ReportEntry[];
      /** Addresses that were kept without a picture. */
      addresses: AddressEntry[];
      items: readonly ExhibitSummary[];
      filter: ReportFilter;
      /** Milliseconds since 1970, for what is due. */
      now: number;
      writing: WritingReport | null;
      said: "kept" | "removed" | "looked" | null;
    };

export type WritingReport = Writing<ReportEntry, ReportForm, ReportProblem>;

/** Whether an answer was due and none came. */
export function isOverdue({ body }: ReportEntry, now: number): boolean {
  return body.outcome === null && body.due !== null && Date.parse(body.due.utc) < now;
}

export function filtered(reports: readonly ReportEntry[], filter: ReportFilter, now: number): ReportEntry[] {
  const fits: Record<ReportFilter, (report: ReportEntry) => boolean> = {
    all: () => true,
    waiting: ({ body }) => body.outcome === null,
    answered: ({ body }) => body.outcome !== null,
    overdue: (report) => isOverdue(report, now),
  };
  return reports.filter(fits[filter]);
}

/** Items of the same address that were kept after the report was sent: proof of what was there then. */
export function keptLater({ body }: ReportEntry, items: readonly ExhibitSummary[]): ExhibitSummary[] {
  const later = items.filter(({ url, capturedUtc }) => url === body.address && capturedUtc > body.sentUtc);
  return later.toSorted((one, other) => one.exhibit - other.exhibit);
}

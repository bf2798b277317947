/** Every face of the list of reports. */
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { LinkRel } from "@/src/model/links";
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
      /** How many notes cannot be read; of which kind they are is not known. */
      damaged: number;
      /** Addresses that were kept without a picture. */
      addresses: AddressEntry[];
      items: readonly ExhibitSummary[];
      filter: ReportFilter;
      /** Milliseconds since 1970, for what is due. */
      now: number;
      writing: WritingReport | null;
      said: "kept" | "removed" | "looked" | "begun" | null;
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

/**
 * Items that say they are the item of the report again, or a later look at it, and are not named beside one of its looks.
 */
export function seenAgain({ body }: ReportEntry, items: readonly ExhibitSummary[]): ExhibitSummary[] {
  const shown = new Set(body.looks.map(({ exhibit }) => exhibit));
  const isAgain = ({ id, remarks }: ExhibitSummary) =>
    !shown.has(id) && (remarks?.links ?? []).some(({ rel, item }) => AGAIN.has(rel) && body.exhibits.includes(item));
  return items.filter(isAgain).toSorted(byNumber);
}

const AGAIN: ReadonlySet<LinkRel> = new Set(["same-item", "repost-of", "look-of"]);

/** Items of the same address that were kept after the report was sent, and of which nobody has said yet what they show. */
export function keptLater(report: ReportEntry, items: readonly ExhibitSummary[]): ExhibitSummary[] {
  const { address, sentUtc, looks, exhibits } = report.body;
  const known = new Set([...looks.map(({ exhibit }) => exhibit), ...seenAgain(report, items).map(({ id }) => id)]);
  const isLater = ({ id, url, capturedUtc }: ExhibitSummary) =>
    url === address && capturedUtc > sentUtc && !known.has(id) && !exhibits.includes(id);
  return items.filter(isLater).toSorted(byNumber);
}

const byNumber = (one: ExhibitSummary, other: ExhibitSummary): number => one.exhibit - other.exhibit;

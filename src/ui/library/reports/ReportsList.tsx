import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitId } from "@/src/model/exhibit";
import type { StillThere } from "@/src/model/note";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { Addresses } from "./Addresses";
import type { ReportForm } from "./form-values";
import { ReportCard } from "./ReportCard";
import {
  type AddressEntry,
  filtered,
  REPORT_FILTERS,
  type ReportEntry,
  type ReportFilter,
  type ReportsState,
} from "./state";
import { WriteReport } from "./WriteReport";

export interface ReportsCalls {
  onFilterReports: (filter: ReportFilter) => void;
  onWriteReport: (report: ReportEntry | null) => void;
  onReportAddress: (address: AddressEntry) => void;
  onTypeReport: (form: ReportForm) => void;
  onPutReportAway: () => void;
  onKeepReport: () => void;
  onOpenReported: (report: ReportEntry) => void;
  /** `exhibit`: the item that shows it; `null`: none. */
  onLookAgain: (report: ReportEntry, found: StillThere["found"], exhibit: ExhibitId | null) => void;
  onRemoveReport: (note: ReportEntry | AddressEntry) => void;
  onSaveReports: () => void;
}

interface ReportsListProps {
  reports: ReportsState;
  calls: ReportsCalls;
}

/** What was reported, where it stands, and what can come next. */
export function ReportsList({ reports, calls }: ReportsListProps) {
  switch (reports.step) {
    case "reading":
      return <p class="secondary">{t("reading")}</p>;
    case "failed":
      return <ReadFailure failure={reports.failure} />;
    case "read":
      return <Read state={reports} calls={calls} />;
  }
}

type ReadState = Extract<ReportsState, { step: "read" }>;

function Read({ state, calls }: { state: ReadState; calls: ReportsCalls }) {
  const { reports, damaged, addresses, items, filter, now, writing, said } = state;
  const shown = filtered(reports, filter, now);
  return (
    <>
      {damaged > 0 && (
        <Notice kind="attention">
          <p>{t("accountDamaged", [formatNumber(damaged)])}</p>
        </Notice>
      )}
      <p role="status" class="note">
        {said === null ? "" : t(`reportSaid_${said}`)}
      </p>
      {writing !== null && writing.entry === null ? (
        <WriteReport writing={writing} items={items} calls={calls} />
      ) : (
        <div class="button-line">
          <Button onPress={() => calls.onWriteReport(null)}>{t("reportWrite")}</Button>
          {reports.length > 0 && <Button onPress={calls.onSaveReports}>{t("reportsSave")}</Button>}
        </div>
      )}
      {reports.length > 1 && <Filters chosen={filter} onChoose={calls.onFilterReports} />}
      {reports.length === 0 && addresses.length === 0 && <p class="secondary">{t("reportsEmpty")}</p>}
      <ul class="reports">
        {shown.map((report) => (
          <li key={report.id}>
            {writing?.entry?.id === report.id ? (
              <WriteReport writing={writing} items={items} calls={calls} />
            ) : (
              <ReportCard report={report} items={items} now={now} calls={calls} />
            )}
          </li>
        ))}
      </ul>
      {addresses.length > 0 && <Addresses addresses={addresses} calls={calls} />}
    </>
  );
}

function Filters({ chosen, onChoose }: { chosen: ReportFilter; onChoose: (filter: ReportFilter) => void }) {
  return (
    <fieldset class="report-filters">
      <legend class="visually-hidden">{t("reportsFilter")}</legend>
      {REPORT_FILTERS.map((filter) => (
        <label key={filter} class="choice">
          <input type="radio" name="report-filter" checked={filter === chosen} onChange={() => onChoose(filter)} />
          {t(`reportFilter_${filter}`)}
        </label>
      ))}
    </fieldset>
  );
}

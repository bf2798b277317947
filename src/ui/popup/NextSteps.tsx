import { formatDay } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { RowButton } from "@/src/ui/parts/RowButton";
import type { ReportOffer } from "@/src/ui/parts/report-offer";

interface NextStepsProps {
  /** The platform's page that takes reports; `null` where none is known: then reporting is not offered. */
  report: ReportOffer | null;
  onReport: (url: string) => void;
  onOpenNotes: () => void;
  onGetHelp: () => void;
  /** Looks at the page in front again; left out where that is not a next step. */
  onKeepAnother?: () => void;
}

/** What else can be done from here, one step back from the main action. */
export function NextSteps({ report, onReport, onOpenNotes, onGetHelp, onKeepAnother }: NextStepsProps) {
  return (
    <div class="popup-next">
      {report && (
        <RowButton label={t("reportThis")} icon="outside" onPress={() => onReport(report.url)}>
          <ReportNote report={report} />
        </RowButton>
      )}
      {onKeepAnother && <RowButton label={t("keepAnother")} icon="forward" onPress={onKeepAnother} />}
      <div class="popup-pair">
        <RowButton label={t("openMyNotes")} icon="page" onPress={onOpenNotes} />
        <RowButton label={t("getHelp")} icon="forward" onPress={onGetHelp} />
      </div>
    </div>
  );
}

/** Reporting as the main action, after saving. */
export function ReportNow({ report, onReport }: { report: ReportOffer; onReport: (url: string) => void }) {
  return (
    <div class="popup-main-action stack-tight">
      <Button kind="main" onPress={() => onReport(report.url)}>
        {t("reportThis")}
      </Button>
      <p class="row-note">
        <ReportNote report={report} />
      </p>
    </div>
  );
}

/** Whose page opens, that nothing is sent, and how well the link is known. */
function ReportNote({ report }: { report: ReportOffer }) {
  const { checked } = report;
  return (
    <>
      <span>{whatOpens(report)}</span>
      <span>{checked === null ? t("reportUnchecked") : t("reportChecked", [formatDay(checked)])}</span>
    </>
  );
}

function whatOpens(report: ReportOffer): string {
  if (report.isHowTo) return t("reportHowTo", [report.platform]);
  return report.isBestForm ? t("reportForm", [report.platform]) : t("reportGeneral", [report.platform]);
}

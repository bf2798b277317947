import type { Ref } from "preact";
import { formatDay } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { RowButton } from "@/src/ui/parts/RowButton";
import type { ReportOffer } from "@/src/ui/parts/report-offer";
import type { PopupCalls } from "./Popup";

interface NextStepsProps {
  /** The platform's page that takes reports; `null` where none is known: then reporting is not offered. */
  report: ReportOffer | null;
  calls: Pick<PopupCalls, "onReport" | "onReporting" | "onUnder18" | "onOpenNotes" | "onGetHelp">;
  /** Whether the page in front can be reported, or its address kept: not where it was reported as the main action. */
  isAboutPage?: boolean;
  /** Looks at the page in front again; left out where that is not a next step. */
  onKeepAnother?: () => void;
}

/** What else can be done from here, one step back from the main action. */
export function NextSteps({ report, calls, isAboutPage = true, onKeepAnother }: NextStepsProps) {
  return (
    <div class="popup-next">
      {report && (
        <RowButton label={t("reportThis")} icon="outside" onPress={() => calls.onReport(report.url)}>
          <ReportNote report={report} />
        </RowButton>
      )}
      {isAboutPage && (
        <div class="popup-pair">
          <RowButton label={t("reportHelpRow")} icon="forward" onPress={calls.onReporting} />
          <RowButton label={t("under18Row")} icon="forward" onPress={calls.onUnder18} />
        </div>
      )}
      {onKeepAnother && <RowButton label={t("keepAnother")} icon="forward" onPress={onKeepAnother} />}
      <div class="popup-pair">
        <RowButton label={t("openMyNotes")} icon="page" onPress={calls.onOpenNotes} />
        <RowButton label={t("getHelp")} icon="forward" onPress={calls.onGetHelp} />
      </div>
    </div>
  );
}

interface ReportNowProps {
  report: ReportOffer;
  onReport: (url: string) => void;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** Reporting as the main action: after saving, and for who came across it. */
export function ReportNow({ report, onReport, buttonRef = null }: ReportNowProps) {
  return (
    <div class="popup-main-action stack-tight">
      <Button kind="main" buttonRef={buttonRef} onPress={() => onReport(report.url)}>
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
    <span>
      {whatOpens(report)} {checked === null ? t("reportUnchecked") : t("reportChecked", [formatDay(checked)])}
    </span>
  );
}

function whatOpens(report: ReportOffer): string {
  if (report.isHowTo) return t("reportHowTo", [report.platform]);
  return report.isBestForm ? t("reportForm", [report.platform]) : t("reportGeneral", [report.platform]);
}

import { t } from "@/src/i18n/t";
import { type ReportsCalls, ReportsList } from "@/src/ui/library/reports/ReportsList";
import type { ReportsState } from "@/src/ui/library/reports/state";
import { Title } from "@/src/ui/library/Title";

interface ReportsProps {
  noticeHref: string;
  reports: ReportsState;
  calls: ReportsCalls;
}

/** Reports: what was sent and what came of it, and texts to send, which are made here and sent by the user. @param noticeHref Where a notice is written. */
export function Reports({ noticeHref, reports, calls }: ReportsProps) {
  return (
    <div class="stack">
      <Title>{t("sectionReports")}</Title>
      <section class="card stack-tight">
        <h2>{t("noticeTitle")}</h2>
        <p>{t("noticeIntro")}</p>
        <a class="button" href={noticeHref}>
          {t("noticeTitle")}
        </a>
      </section>
      <ReportsList reports={reports} calls={calls} />
    </div>
  );
}

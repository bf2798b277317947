import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { NoteButtons } from "@/src/ui/library/notes/NoteButtons";
import { HREF, itemHref } from "@/src/ui/library/routes";
import { Address } from "@/src/ui/parts/Address";
import { Looks } from "./Looks";
import type { ReportsCalls } from "./ReportsList";
import { isOverdue, type ReportEntry } from "./state";
import { kindWords, nextWords, outcomeWords, routeWords } from "./words";

interface ReportCardProps {
  report: ReportEntry;
  items: readonly ExhibitSummary[];
  /** Milliseconds since 1970. */
  now: number;
  calls: ReportsCalls;
}

/** One report: to whom, about what, where it stands, what can come next. */
export function ReportCard({ report, items, now, calls }: ReportCardProps) {
  const { body } = report;
  const title = `report-${report.id}`;
  return (
    <article class="card stack-tight" aria-labelledby={title}>
      <h2 id={title}>
        <bdi>{body.to}</bdi>
      </h2>
      <p class="secondary">
        {t("reportSent", [formatMoment(body.sentUtc, body.tz)])} · {routeWords(body.route)} · {kindWords(body.kind)}
      </p>
      {body.address !== "" && (
        <p>
          <Address url={body.address} />
        </p>
      )}
      <Numbers report={report} items={items} />
      <Standing report={report} now={now} />
      <Looks report={report} items={items} calls={calls} />
      <NoteButtons
        of={body.to}
        change={{ words: t("reportChange"), onPress: () => calls.onWriteReport(report) }}
        remove={{ words: t("eventRemove"), means: t("reportRemoveMeans"), onPress: () => calls.onRemoveReport(report) }}
      />
    </article>
  );
}

function Numbers({ report: { body }, items }: Pick<ReportCardProps, "report" | "items">) {
  const kept = items.filter(({ id }) => body.exhibits.includes(id));
  return (
    <>
      {body.reference !== "" && (
        <p>
          {t("reportReference")}: <bdi>{body.reference}</bdi>
        </p>
      )}
      {kept.length > 0 && (
        <p>
          {t("eventExhibits")}:{" "}
          {kept.map(({ id, exhibit }) => (
            <a key={id} class="report-item" href={itemHref(id)}>
              {exhibitLabel(exhibit)}
            </a>
          ))}
        </p>
      )}
    </>
  );
}

/** A date and a bar that fills; nothing that presses. */
function Standing({ report, now }: Pick<ReportCardProps, "report" | "now">) {
  const { due, outcome, answer, sentUtc, tz } = report.body;
  const overdue = isOverdue(report, now);
  const next = nextWords(outcome, overdue);
  return (
    <div class="stack-tight">
      <p>
        <strong>{outcomeWords(outcome ?? "waiting")}</strong>
        {answer !== null && answer.words !== "" && (
          <>
            {": "}
            <span class="own-words" dir="auto">
              {answer.words}
            </span>
          </>
        )}
      </p>
      {due !== null && (
        <>
          <p class="note">
            {t(overdue ? "reportWasDue" : "reportDue", [formatMoment(due.utc, tz)])}
            {due.source !== "" && (
              <>
                {" "}
                (<bdi>{due.source}</bdi>)
              </>
            )}
          </p>
          {outcome === null && (
            <progress
              class="bar"
              aria-label={t("reportTime")}
              value={Math.min(now, Date.parse(due.utc)) - Date.parse(sentUtc)}
              max={Math.max(1, Date.parse(due.utc) - Date.parse(sentUtc))}
            />
          )}
        </>
      )}
      {next !== null && (
        <p>
          {next} <a href={HREF.help}>{t("getHelp")}</a>
        </p>
      )}
    </div>
  );
}

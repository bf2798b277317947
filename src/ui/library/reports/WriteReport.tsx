import { t } from "@/src/i18n/t";
import type { ExhibitSummary } from "@/src/model/exhibit";
import { OUTCOMES, REPORT_KINDS, REPORT_ROUTES } from "@/src/model/note";
import { MAX_ADDRESS } from "@/src/model/note-limits";
import { formFor } from "@/src/report/match";
import { ChooseExhibits } from "@/src/ui/library/notes/ChooseExhibits";
import { NoteForm } from "@/src/ui/library/notes/NoteForm";
import { ChoiceField } from "@/src/ui/parts/ChoiceField";
import { LineField } from "@/src/ui/parts/LineField";
import { TimeField } from "@/src/ui/parts/TimeField";
import { WordsField } from "@/src/ui/parts/WordsField";
import type { ReportForm } from "./form-values";
import { HoldNoPictures } from "./HoldNoPictures";
import type { ReportsCalls } from "./ReportsList";
import type { WritingReport } from "./state";
import { dueWords, kindWords, outcomeWords, routeWords } from "./words";

interface WriteReportProps {
  writing: WritingReport;
  items: readonly ExhibitSummary[];
  calls: ReportsCalls;
}

/** The form of one report: what was sent, and what came of it. */
export function WriteReport({ writing, items, calls }: WriteReportProps) {
  const { form, entry, problem } = writing;
  const type = (some: Partial<ReportForm>) => calls.onTypeReport({ ...form, ...some });
  return (
    <NoteForm
      label={t(entry === null ? "reportWrite" : "reportChange")}
      keepWords={t("reportKeep")}
      problem={problem && t(`reportProblem_${problem}`)}
      failure={writing.failure}
      isBusy={writing.isBusy}
      onKeep={calls.onKeepReport}
      onPutAway={calls.onPutReportAway}
    >
      <Sent form={form} onType={type} />
      <LineField label={t("reportReference")} value={form.reference} onType={(reference) => type({ reference })} />
      <LineField label={t("reportBy")} value={form.by} onType={(by) => type({ by })} />
      <Due form={form} onType={type} />
      <Answer form={form} onType={type} />
      {form.kind === "under-18" && <HoldNoPictures items={items.filter(({ id }) => form.exhibits.includes(id))} />}
      <ChooseExhibits items={items} chosen={form.exhibits} onChange={(exhibits) => type({ exhibits })} />
    </NoteForm>
  );
}

interface FieldsProps {
  form: ReportForm;
  onType: (some: Partial<ReportForm>) => void;
}

/** The options of a field, in words. */
function worded<Code extends string>(codes: readonly Code[], words: (code: Code) => string) {
  return codes.map((code) => ({ code, name: words(code) }));
}

function Sent({ form, onType }: FieldsProps) {
  return (
    <>
      <LineField label={t("reportTo")} value={form.to} onType={(to) => onType({ to, destination: null })} />
      <LineField
        label={t("reportAddress")}
        value={form.address}
        max={MAX_ADDRESS}
        onType={(address) => onType({ address })}
      />
      <div class="when-fields">
        <TimeField
          label={t("reportWhen")}
          type="datetime-local"
          value={form.sent}
          onType={(sent) => onType({ sent })}
        />
        <ChoiceField
          label={t("reportAbout")}
          chosen={form.kind}
          options={worded(REPORT_KINDS, kindWords)}
          onChoose={(kind) => onType({ kind })}
        />
        <ChoiceField
          label={t("reportRoute")}
          chosen={form.route}
          options={worded(REPORT_ROUTES, routeWords)}
          onChoose={(route) => onType({ route })}
        />
      </div>
    </>
  );
}

function Due({ form, onType }: FieldsProps) {
  return (
    <>
      <ChoiceField
        label={t("reportDueChoice")}
        chosen={form.due}
        options={worded(["none", "48h", "day"] as const, dueWords)}
        onChoose={(due) => onType({ due })}
      />
      <KnownDeadline form={form} />
      {form.due === "day" && (
        <div class="when-fields">
          <TimeField
            label={t("reportDueDay")}
            type="date"
            value={form.dueDay}
            onType={(dueDay) => onType({ dueDay })}
          />
          <LineField
            label={t("reportDueSource")}
            value={form.dueSource}
            onType={(dueSource) => onType({ dueSource })}
          />
        </div>
      )}
    </>
  );
}

/** What the directory says of how long this place takes, in its words. */
function KnownDeadline({ form: { destination, address, kind } }: { form: ReportForm }) {
  const place = formFor(address, kind);
  if (place?.destination.deadline === undefined || place.platform !== destination) return null;
  return (
    <p class="note">
      {t("reportDueKnown")} <bdi lang="en">{place.destination.deadline}</bdi>
    </p>
  );
}

function Answer({ form, onType }: FieldsProps) {
  return (
    <>
      <ChoiceField
        label={t("reportAnswer")}
        chosen={form.outcome}
        options={worded(["waiting", ...OUTCOMES] as const, outcomeWords)}
        onChoose={(outcome) => onType({ outcome })}
      />
      <WordsField label={t("reportAnswerWords")} value={form.answer} rows={2} onType={(answer) => onType({ answer })} />
    </>
  );
}

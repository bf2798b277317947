import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { OUTCOMES, REPORT_KINDS, REPORT_ROUTES } from "@/src/model/note";
import { MAX_ADDRESS, MAX_LINE, MAX_WORDS } from "@/src/model/note-limits";
import { ChooseExhibits } from "@/src/ui/library/account/ChooseExhibits";
import { Button } from "@/src/ui/parts/Button";
import { WordsField } from "@/src/ui/parts/WordsField";
import { type DueChoice, type ReportForm, type ReportProblem, reportOf } from "./form-values";
import type { ReportsCalls } from "./ReportsList";
import type { WritingReport } from "./state";
import { kindWords, outcomeWords, routeWords } from "./words";

interface WriteReportProps {
  writing: WritingReport;
  items: readonly ExhibitSummary[];
  calls: ReportsCalls;
}

/** The form of one report: what was sent, and what came of it. */
export function WriteReport({ writing, items, calls }: WriteReportProps) {
  const { form, report, isBusy, failure } = writing;
  const [problem, setProblem] = useState<ReportProblem | null>(null);
  const start = useRef<HTMLFormElement>(null);
  useEffect(() => start.current?.querySelector<HTMLElement>("input")?.focus(), []);
  const type = (some: Partial<ReportForm>) => calls.onTypeReport({ ...form, ...some });
  const keep = () => {
    // The moment of an answer does not decide whether the form can be kept.
    const made = reportOf(form, report?.body ?? null, "" as never);
    setProblem("problem" in made ? made.problem : null);
    if ("report" in made) calls.onKeepReport();
  };
  const toggle = (id: ExhibitId) => {
    const others = form.exhibits.filter((each) => each !== id);
    type({ exhibits: others.length < form.exhibits.length ? others : [...others, id] });
  };
  return (
    <form
      ref={start}
      class="card stack event-form"
      aria-label={t(report === null ? "reportWrite" : "reportChange")}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        keep();
      }}
    >
      <Line label={t("reportTo")} value={form.to} onType={(to) => type({ to })} />
      <Line label={t("reportAddress")} value={form.address} max={MAX_ADDRESS} onType={(address) => type({ address })} />
      <div class="when-fields">
        <Field label={t("reportWhen")}>
          <input
            class="input"
            type="datetime-local"
            value={form.sent}
            onInput={({ currentTarget }) => type({ sent: currentTarget.value })}
          />
        </Field>
        <Choice
          label={t("reportAbout")}
          value={form.kind}
          all={REPORT_KINDS}
          words={kindWords}
          onChoose={(kind) => type({ kind })}
        />
        <Choice
          label={t("reportRoute")}
          value={form.route}
          all={REPORT_ROUTES}
          words={routeWords}
          onChoose={(route) => type({ route })}
        />
      </div>
      <Line label={t("reportReference")} value={form.reference} onType={(reference) => type({ reference })} />
      <Line label={t("reportBy")} value={form.by} onType={(by) => type({ by })} />
      <Due form={form} onType={type} />
      <Choice
        label={t("reportAnswer")}
        value={form.outcome}
        all={["waiting", ...OUTCOMES] as const}
        words={outcomeWords}
        onChoose={(outcome) => type({ outcome })}
      />
      <WordsField
        label={t("reportAnswerWords")}
        value={form.answer}
        max={MAX_WORDS}
        rows={2}
        onType={(answer) => type({ answer })}
      />
      <ChooseExhibits items={items} chosen={form.exhibits} onToggle={toggle} />
      <p role="alert" class="correction-problem">
        {problem !== null ? t(`reportProblem_${problem}`) : ""}
        {problem === null && failure !== null ? `${t("eventNotKept")} ${t(`vault_${failure}`)}` : ""}
      </p>
      <div class="button-line">
        <Button kind="main" isAsked={isBusy} onPress={keep}>
          {t("reportKeep")}
        </Button>
        <Button onPress={calls.onPutReportAway}>{t("eventPutAway")}</Button>
      </div>
    </form>
  );
}

const DUES = ["none", "48h", "day"] as const satisfies readonly DueChoice[];
const DUE_KEYS = { none: "reportDue_none", "48h": "reportDue_48h", day: "reportDue_day" } as const;

function Due({ form, onType }: { form: ReportForm; onType: (some: Partial<ReportForm>) => void }) {
  return (
    <>
      <Choice
        label={t("reportDueChoice")}
        value={form.due}
        all={DUES}
        words={(due) => t(DUE_KEYS[due])}
        onChoose={(due) => onType({ due })}
      />
      {form.due === "day" && (
        <div class="when-fields">
          <Field label={t("reportDueDay")}>
            <input
              class="input"
              type="date"
              value={form.dueDay}
              onInput={({ currentTarget }) => onType({ dueDay: currentTarget.value })}
            />
          </Field>
          <Line label={t("reportDueSource")} value={form.dueSource} onType={(dueSource) => onType({ dueSource })} />
        </div>
      )}
    </>
  );
}

function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label class="labelled">
      {label}
      {children}
    </label>
  );
}

interface LineProps {
  label: string;
  value: string;
  /** Characters. */
  max?: number;
  onType: (value: string) => void;
}

function Line({ label, value, max = MAX_LINE, onType }: LineProps) {
  return (
    <Field label={label}>
      <input
        class="input"
        dir="auto"
        autocomplete="off"
        maxLength={max}
        value={value}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </Field>
  );
}

interface ChoiceProps<Word extends string> {
  label: string;
  value: Word;
  all: readonly Word[];
  words: (word: Word) => string;
  onChoose: (word: Word) => void;
}

function Choice<Word extends string>({ label, value, all, words, onChoose }: ChoiceProps<Word>) {
  return (
    <Field label={label}>
      <select class="input" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as Word)}>
        {all.map((word) => (
          <option key={word} value={word}>
            {words(word)}
          </option>
        ))}
      </select>
    </Field>
  );
}

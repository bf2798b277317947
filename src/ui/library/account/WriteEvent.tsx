import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { EVENT_KINDS, type EventKind } from "@/src/model/note";
import { MAX_LINE, MAX_WORDS } from "@/src/model/note-limits";
import { Button } from "@/src/ui/parts/Button";
import { WordsField } from "@/src/ui/parts/WordsField";
import type { AccountCalls } from "./Account";
import { ChooseExhibits } from "./ChooseExhibits";
import { type EventForm, type EventProblem, eventOf } from "./form-values";
import type { Writing } from "./state";
import { WhenFields } from "./WhenFields";
import { wayWords } from "./way";

interface WriteEventProps {
  writing: Writing;
  items: readonly ExhibitSummary[];
  calls: AccountCalls;
}

/** The form of one event. Only what happened is needed; everything else can be left out. */
export function WriteEvent({ writing, items, calls }: WriteEventProps) {
  const { form, event, isBusy, failure } = writing;
  const [problem, setProblem] = useState<EventProblem | null>(null);
  const start = useRef<HTMLFormElement>(null);
  useEffect(() => start.current?.querySelector<HTMLElement>("textarea, select")?.focus(), []);
  const type = (some: Partial<EventForm>) => calls.onType({ ...form, ...some });
  const keep = () => {
    const made = eventOf(form);
    setProblem("problem" in made ? made.problem : null);
    if ("event" in made) calls.onKeepEvent();
  };
  const toggle = (id: ExhibitId) => {
    const others = form.exhibits.filter((each) => each !== id);
    type({ exhibits: others.length < form.exhibits.length ? others : [...others, id] });
  };
  return (
    <form
      ref={start}
      class="card stack event-form"
      aria-label={t(event === null ? "eventAdd" : "eventChange")}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        keep();
      }}
    >
      <WordsField
        label={t("eventWhat")}
        note={t("eventWhatNote")}
        value={form.what}
        max={MAX_WORDS}
        rows={5}
        onType={(what) => type({ what })}
      />
      <WhenFields form={form} onType={type} />
      <Way way={form.way} onChoose={(way) => type({ way })} />
      <details class="fold" open={form.did !== "" || form.effect !== "" || form.witnesses !== ""}>
        <summary>{t("eventMore")}</summary>
        <div class="stack">
          <WordsField
            label={t("eventDid")}
            note={t("eventDidNote")}
            value={form.did}
            max={MAX_WORDS}
            rows={3}
            onType={(did) => type({ did })}
          />
          <WordsField
            label={t("eventEffect")}
            note={t("eventEffectNote")}
            value={form.effect}
            max={MAX_WORDS}
            rows={3}
            onType={(effect) => type({ effect })}
          />
          <WordsField
            label={t("eventWitnesses")}
            note={t("eventWitnessesNote")}
            value={form.witnesses}
            max={MAX_LINE * 20}
            rows={2}
            onType={(witnesses) => type({ witnesses })}
          />
        </div>
      </details>
      <ChooseExhibits items={items} chosen={form.exhibits} onToggle={toggle} />
      <p role="alert" class="correction-problem">
        {problem !== null
          ? t(`eventProblem_${problem}`)
          : failure !== null
            ? `${t("eventNotKept")} ${t(`vault_${failure}`)}`
            : ""}
      </p>
      <div class="button-line">
        <Button kind="main" isAsked={isBusy} onPress={keep}>
          {t("eventKeep")}
        </Button>
        <Button onPress={calls.onPutAway}>{t("eventPutAway")}</Button>
      </div>
    </form>
  );
}

function Way({ way, onChoose }: { way: EventKind; onChoose: (way: EventKind) => void }) {
  return (
    <label class="labelled">
      {t("eventWay")}
      <select class="input" value={way} onChange={({ currentTarget }) => onChoose(currentTarget.value as EventKind)}>
        {EVENT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {wayWords(kind)}
          </option>
        ))}
      </select>
    </label>
  );
}

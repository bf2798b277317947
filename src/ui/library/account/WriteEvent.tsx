import { t } from "@/src/i18n/t";
import type { ExhibitSummary } from "@/src/model/exhibit";
import { EVENT_KINDS } from "@/src/model/note";
import { MAX_LINE } from "@/src/model/note-limits";
import { ChooseExhibits } from "@/src/ui/library/notes/ChooseExhibits";
import { EffectField } from "@/src/ui/library/notes/EffectField";
import { NoteForm } from "@/src/ui/library/notes/NoteForm";
import { ChoiceField } from "@/src/ui/parts/ChoiceField";
import { Fold } from "@/src/ui/parts/Fold";
import { WordsField } from "@/src/ui/parts/WordsField";
import type { AccountCalls } from "./Account";
import type { EventForm } from "./form-values";
import type { WritingEvent } from "./state";
import { WhenFields } from "./WhenFields";
import { wayWords } from "./way";

interface WriteEventProps {
  writing: WritingEvent;
  items: readonly ExhibitSummary[];
  calls: AccountCalls;
}

/** The form of one event. Only what happened is needed; everything else can be left out. */
export function WriteEvent({ writing, items, calls }: WriteEventProps) {
  const { form, entry, problem } = writing;
  const type = (some: Partial<EventForm>) => calls.onType({ ...form, ...some });
  return (
    <NoteForm
      label={t(entry === null ? "eventAdd" : "eventChange")}
      keepWords={t("eventKeep")}
      problem={problem && t(`eventProblem_${problem}`)}
      failure={writing.failure}
      isBusy={writing.isBusy}
      onKeep={calls.onKeepEvent}
      onPutAway={calls.onPutAway}
    >
      <WordsField
        label={t("eventWhat")}
        note={t("eventWhatNote")}
        value={form.what}
        rows={5}
        onType={(what) => type({ what })}
      />
      <WhenFields form={form} onType={type} />
      <ChoiceField
        label={t("eventWay")}
        chosen={form.way}
        options={EVENT_KINDS.map((code) => ({ code, name: wayWords(code) }))}
        onChoose={(way) => type({ way })}
      />
      <MoreFields form={form} onType={type} />
      <ChooseExhibits items={items} chosen={form.exhibits} onChange={(exhibits) => type({ exhibits })} />
    </NoteForm>
  );
}

function MoreFields({ form, onType }: { form: EventForm; onType: (some: Partial<EventForm>) => void }) {
  return (
    <Fold title={t("eventMore")} isOpen={form.did !== "" || form.effect !== "" || form.witnesses !== ""}>
      <div class="stack">
        <WordsField
          label={t("eventDid")}
          note={t("eventDidNote")}
          value={form.did}
          rows={3}
          onType={(did) => onType({ did })}
        />
        <EffectField value={form.effect} onType={(effect) => onType({ effect })} />
        <WordsField
          label={t("eventWitnesses")}
          note={t("eventWitnessesNote")}
          value={form.witnesses}
          max={MAX_LINE * 20}
          rows={2}
          onType={(witnesses) => onType({ witnesses })}
        />
      </div>
    </Fold>
  );
}

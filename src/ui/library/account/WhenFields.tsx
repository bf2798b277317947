import { useMemo } from "preact/hooks";
import { knownZones } from "@/src/account/zoned-time";
import { t } from "@/src/i18n/t";
import { MAX_LINE } from "@/src/model/note-limits";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import type { EventForm, TimeKind } from "./form-values";

const KINDS = ["exact", "about", "range", "unknown"] as const satisfies readonly TimeKind[];

interface WhenFieldsProps {
  form: EventForm;
  onType: (some: Partial<EventForm>) => void;
}

/** When it happened, as well as it is known: a guess is never asked for. */
export function WhenFields({ form, onType }: WhenFieldsProps) {
  const { timeKind: kind } = form;
  return (
    <fieldset class="when stack-tight">
      <legend>{t("eventWhen")}</legend>
      <div class="when-kinds">
        {KINDS.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="when-kind" checked={kind === each} onChange={() => onType({ timeKind: each })} />
            {t(`when_${each}`)}
          </label>
        ))}
      </div>
      {kind !== "unknown" && (
        <div class="when-fields">
          <Moment
            label={t(kind === "range" ? "whenFrom" : "whenDate")}
            value={form.from}
            onType={(from) => onType({ from })}
          />
          {kind === "range" && (
            <Moment label={t("whenUntil")} value={form.until} onType={(until) => onType({ until })} />
          )}
          <Zone zone={form.zone} onChoose={(zone) => onType({ zone })} />
        </div>
      )}
      {(kind === "about" || kind === "unknown") && (
        <label class="labelled">
          {t("whenWords")}
          <input
            class="input"
            dir="auto"
            autocomplete="off"
            maxLength={MAX_LINE}
            value={form.timeWords}
            onInput={({ currentTarget }) => onType({ timeWords: currentTarget.value })}
          />
        </label>
      )}
    </fieldset>
  );
}

function Moment({ label, value, onType }: { label: string; value: string; onType: (value: string) => void }) {
  return (
    <label class="labelled">
      {label}
      <input
        class="input"
        type="datetime-local"
        max="9999-12-31T23:59"
        value={value}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </label>
  );
}

function Zone({ zone, onChoose }: { zone: string; onChoose: (zone: string) => void }) {
  const id = useOwnId();
  const zones = useMemo(() => [...new Set([zone, ...knownZones()])].sort(), [zone]);
  return (
    <div class="labelled">
      <label for={id}>{t("whenZone")}</label>
      <select id={id} class="input" value={zone} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll("_", " ")}
          </option>
        ))}
      </select>
    </div>
  );
}

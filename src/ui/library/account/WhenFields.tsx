import { useMemo } from "preact/hooks";
import { knownZones } from "@/src/account/zoned-time";
import { t } from "@/src/i18n/t";
import { ChoiceField } from "@/src/ui/parts/ChoiceField";
import { LineField } from "@/src/ui/parts/LineField";
import { TimeField } from "@/src/ui/parts/TimeField";
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
          <TimeField
            type="datetime-local"
            label={t(kind === "range" ? "whenFrom" : "whenDate")}
            value={form.from}
            onType={(from) => onType({ from })}
          />
          {kind === "range" && (
            <TimeField
              type="datetime-local"
              label={t("whenUntil")}
              value={form.until}
              onType={(until) => onType({ until })}
            />
          )}
          <Zone zone={form.zone} onChoose={(zone) => onType({ zone })} />
        </div>
      )}
      {(kind === "about" || kind === "unknown") && (
        <LineField
          label={t("whenWords")}
          value={form.timeWords}
          isWide={false}
          onType={(timeWords) => onType({ timeWords })}
        />
      )}
    </fieldset>
  );
}

function Zone({ zone, onChoose }: { zone: string; onChoose: (zone: string) => void }) {
  const zones = useMemo(() => [...new Set([zone, ...knownZones()])].sort(), [zone]);
  return (
    <ChoiceField
      label={t("whenZone")}
      chosen={zone}
      options={zones.map((code) => ({ code, name: code.replaceAll("_", " ") }))}
      onChoose={onChoose}
    />
  );
}

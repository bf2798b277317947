import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { type CorrectableFact, correctionProblem } from "@/src/model/correction";
import type { VaultFailure } from "@/src/model/errors";
import { Button } from "@/src/ui/parts/Button";
import { useOwnId } from "@/src/ui/parts/use-own-id";

interface CorrectionFormProps {
  fact: CorrectableFact;
  name: string;
  value: string;
  /** Whether the user says it alone, and there is nothing that is corrected. */
  isTyped: boolean;
  /** @returns Why it was not stored, or `null` where it was. */
  onKeep: (value: string) => Promise<VaultFailure | null>;
  onClose: () => void;
}

/** One field, and what is wrong with what stands in it. Enter keeps, Escape closes. */
export function CorrectionForm({ fact, name, value, isTyped, onKeep, onClose }: CorrectionFormProps) {
  const [typed, setTyped] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const ids = { field: useOwnId(), problem: useOwnId(), hint: useOwnId() };
  useEffect(() => field.current?.select(), []);

  const keep = async () => {
    const wrong = correctionProblem(fact, typed);
    if (wrong !== null) return setProblem(t(`correctionProblem_${wrong}`));
    if (typed === value) return onClose();
    setAsked(true);
    const failure = await onKeep(typed);
    setAsked(false);
    if (failure === null) onClose();
    else setProblem(t(`vault_${failure}`));
  };

  return (
    <form
      class="correction"
      aria-label={t(isTyped ? "typeFact" : "correctFact", [name])}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <label for={ids.field}>{t(isTyped ? "typedValue" : "correctionValue")}</label>
      <input
        id={ids.field}
        ref={field}
        class="field"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        aria-invalid={problem !== null}
        aria-describedby={`${ids.hint} ${ids.problem}`}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p id={ids.hint} class="note">
        {fact === "postedAtDate" ? t("correctionDayHint") : ""}
      </p>
      <p id={ids.problem} role="alert" class="correction-problem">
        {problem}
      </p>
      <div class="correct-buttons">
        <Button isAsked={isAsked} onPress={() => void keep()}>
          {t(isTyped ? "typedKeep" : "correctionKeep")}
        </Button>
        <Button onPress={onClose}>{t("correctionCancel")}</Button>
      </div>
    </form>
  );
}

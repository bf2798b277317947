import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Problem } from "@/src/ui/parts/Problem";
import type { Wipe } from "./run-gate";

/** Deletes everything: two presses and a typed word. It is offered while locked too, and says nothing of what is kept. */
export function WipeAll({ onWipe }: { onWipe: Wipe }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <section class="card stack-tight" aria-labelledby="wipe-title">
      <h2 id="wipe-title">{t("wipeTitle")}</h2>
      {isAsking ? (
        <Asking onWipe={onWipe} onNotNow={() => setAsking(false)} />
      ) : (
        <div>
          <Button onPress={() => setAsking(true)}>{t("wipeTitle")}</Button>
        </div>
      )}
    </section>
  );
}

/** `otherWord`: what was typed is not the word. */
type Step = "asking" | "otherWord" | "deleting" | "notDone";

function Asking({ onWipe, onNotNow }: { onWipe: Wipe; onNotNow: () => void }) {
  const [step, setStep] = useState<Step>("asking");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (step === "deleting") return;
    if (!isTheWord(field.current?.value ?? "")) return setStep("otherWord");
    setStep("deleting");
    if (!(await onWipe())) setStep("notDone");
  };
  return (
    <form class="stack-tight" onSubmit={(event) => void submit(event)}>
      <p>{t("wipeMeans")}</p>
      <p class="secondary">{t("wipeRemains")}</p>
      <label class="labelled">
        <span>{t("wipeType", [t("wipeWord")])}</span>
        <input class="input" type="text" ref={field} autocomplete="off" autocapitalize="none" spellcheck={false} />
      </label>
      <Problem says={wrong(step)} />
      <div class="button-line">
        <button type="submit" class="button" aria-disabled={step === "deleting" ? "true" : undefined}>
          {step === "deleting" ? t("deleting") : t("wipeDo")}
        </button>
        <Button onPress={onNotNow}>{t("notNow")}</Button>
      </div>
    </form>
  );
}

function wrong(step: Step): string | null {
  if (step === "otherWord") return t("wipeOtherWord", [t("wipeWord")]);
  return step === "notDone" ? t("wipeNotDone") : null;
}

const isTheWord = (typed: string): boolean => typed.trim().toLowerCase() === t("wipeWord");

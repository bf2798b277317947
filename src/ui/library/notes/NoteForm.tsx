import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { Button } from "@/src/ui/parts/Button";

interface NoteFormProps {
  /** What is being written. */
  label: string;
  /** The words of the button that keeps it. */
  keepWords: string;
  /** What keeps it from being kept, in words; `null`: nothing. */
  problem: string | null;
  /** Why it could not be stored. */
  failure: VaultFailure | null;
  isBusy: boolean;
  onKeep: () => void;
  onPutAway: () => void;
  children: ComponentChildren;
}

/** The form of one note: its fields, what keeps it from being kept, and the two ways out of it. */
export function NoteForm({ label, keepWords, problem, failure, isBusy, onKeep, onPutAway, children }: NoteFormProps) {
  const start = useRef<HTMLFormElement>(null);
  useEffect(() => start.current?.querySelector<HTMLElement>(".input")?.focus(), []);
  return (
    <form
      ref={start}
      class="card stack event-form"
      aria-label={label}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        onKeep();
      }}
    >
      {children}
      <p role="alert" class="correction-problem">
        {problem ?? (failure === null ? "" : `${t("eventNotKept")} ${t(`vault_${failure}`)}`)}
      </p>
      <div class="button-line">
        <Button kind="main" isAsked={isBusy} onPress={onKeep}>
          {keepWords}
        </Button>
        <Button onPress={onPutAway}>{t("eventPutAway")}</Button>
      </div>
    </form>
  );
}

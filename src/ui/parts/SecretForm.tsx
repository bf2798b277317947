import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";

interface SecretFormProps {
  /** Words on the button. */
  submit: string;
  /** Under way: the button does nothing. */
  isBusy: boolean;
  onSubmit: (values: Record<string, string>) => void;
  children: (isShown: boolean) => ComponentChildren;
}

/** One form with one or more passphrases, as password managers expect it: with a name that says nothing. */
export function SecretForm({ submit, isBusy, onSubmit, children }: SecretFormProps) {
  const [isShown, setShown] = useState(false);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const values = new FormData(event.currentTarget as HTMLFormElement);
    onSubmit(Object.fromEntries([...values].map(([name, value]) => [name, String(value)])));
  };
  return (
    <form class="stack-tight" onSubmit={send}>
      <input
        class="visually-hidden"
        type="text"
        name="username"
        autocomplete="username"
        value="notes"
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      {children(isShown)}
      <label class="choice">
        <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
        {t("showTyped")}
      </label>
      <div>
        <button type="submit" class="button button-main" aria-disabled={isBusy ? "true" : undefined}>
          {submit}
        </button>
      </div>
    </form>
  );
}

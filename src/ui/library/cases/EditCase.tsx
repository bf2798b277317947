import { useEffect, useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { LineField } from "@/src/ui/parts/LineField";
import type { CasesCalls } from "./CasesPage";
import { RoleFields } from "./RoleFields";
import type { CaseForm } from "./state";

/** What a case is called, and for whom it is kept. */
export function EditCase({ form, calls }: { form: CaseForm; calls: CasesCalls }) {
  const fields = useRef<HTMLFormElement>(null);
  useEffect(() => fields.current?.querySelector("input")?.focus(), []);
  const isNew = form.of === null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    calls.onKeepCase();
  };
  return (
    <form class="stack-tight" onSubmit={submit} ref={fields}>
      <LineField
        label={t("caseName")}
        value={form.about.name}
        onType={(name) => calls.onTypeCase({ ...form.about, name })}
      />
      <RoleFields about={form.about} onChange={calls.onTypeCase} />
      {isNew && <p class="note">{t("caseBeginNote")}</p>}
      <div class="button-line">
        <button type="submit" class="button" aria-disabled={form.isBusy ? "true" : undefined}>
          {t(isNew ? "caseBeginDo" : "caseKeep")}
        </button>
        <Button onPress={calls.onPutCaseAway}>{t("notNow")}</Button>
      </div>
    </form>
  );
}

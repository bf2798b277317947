import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Problem } from "@/src/ui/parts/Problem";
import { SecretField } from "@/src/ui/parts/SecretField";
import { SecretForm } from "@/src/ui/parts/SecretForm";
import type { LockingCalls } from "./Locking";
import type { LockingState } from "./state";

type SheetState = Extract<LockingState, { step: "sheet" }>;

/** The sheet to print: the key that opens the notes without the passphrase. It is shown, and stored nowhere. */
export function RecoverySheet({ state, calls }: { state: SheetState; calls: LockingCalls }) {
  return (
    <section class="card stack-tight sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{t("recoverySheet")}</h2>
      {state.lines === null ? <Ask state={state} calls={calls} /> : <Sheet lines={state.lines} calls={calls} />}
      <div class="not-printed">
        <Button onPress={calls.onClose}>{t(state.lines === null ? "notNow" : "sheetDone")}</Button>
      </div>
    </section>
  );
}

function Ask({ state, calls }: { state: SheetState; calls: LockingCalls }) {
  return (
    <>
      <p>{t("sheetWhat")}</p>
      {state.failure !== null && <Problem says={t(`vault_${state.failure}`)} />}
      <SecretForm
        submit={t("sheetShow")}
        isBusy={state.isBusy}
        onSubmit={({ passphrase = "" }) => calls.onShowSheet(passphrase)}
      >
        {(isShown) => (
          <SecretField label={t("passphrase")} name="passphrase" autocomplete="current-password" isShown={isShown} />
        )}
      </SecretForm>
    </>
  );
}

function Sheet({ lines, calls }: { lines: string[]; calls: LockingCalls }) {
  return (
    <>
      <p>{t("sheetUse")}</p>
      <p class="recovery-key" dir="ltr" translate={false}>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <p>{t("sheetRead")}</p>
      <p>{t("sheetKeep")}</p>
      <div class="not-printed">
        <Button kind="main" onPress={calls.onPrint}>
          {t("print")}
        </Button>
      </div>
    </>
  );
}

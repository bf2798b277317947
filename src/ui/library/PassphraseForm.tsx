import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { MIN_PASSPHRASE } from "@/src/model/lock";
import { Button } from "@/src/ui/parts/Button";
import { Problem } from "@/src/ui/parts/Problem";
import { SecretField } from "@/src/ui/parts/SecretField";
import { SecretForm } from "@/src/ui/parts/SecretForm";
import type { LockingCalls } from "./Locking";
import type { LockingState } from "./state";
import { type Strength, strengthOf } from "./strength";

interface PassphraseFormProps {
  hasOne: boolean;
  state: Extract<LockingState, { step: "passphrase" }>;
  calls: LockingCalls;
}

/** Sets the first passphrase, or another one. */
export function PassphraseForm({ hasOne, state, calls }: PassphraseFormProps) {
  const [strength, setStrength] = useState<Strength | null>(null);
  const [mistake, setMistake] = useState<Mistake | null>(null);
  const submit = ({ current = "", passphrase = "", again = "" }: Record<string, string>) => {
    const found = mistakeIn(passphrase, again);
    setMistake(found);
    if (found === null) calls.onSetPassphrase(hasOne ? current : null, passphrase);
  };
  const wrong = mistake === null ? state.failure && t(`vault_${state.failure}`) : mistakeWords(mistake);
  return (
    <section class="card stack-tight" aria-labelledby="passphrase-title">
      <h2 id="passphrase-title">{t(hasOne ? "changePassphrase" : "setPassphrase")}</h2>
      <p>{t("passphraseWhat")}</p>
      <p>{t("noRecovery")}</p>
      {hasOne && <p>{t("passphraseNewSheet")}</p>}
      {wrong !== null && <Problem says={wrong} />}
      <SecretForm
        submit={t(state.isBusy ? "passphraseSetting" : "passphraseDo")}
        isBusy={state.isBusy}
        onSubmit={submit}
      >
        {(isShown) => (
          <>
            {hasOne && (
              <SecretField
                label={t("passphraseCurrent")}
                name="current"
                autocomplete="current-password"
                isShown={isShown}
              />
            )}
            <SecretField
              label={t("passphraseNew")}
              name="passphrase"
              autocomplete="new-password"
              isShown={isShown}
              note={t("passphraseAdvice")}
              onInput={(typed) => void strengthOf(typed).then(setStrength)}
            />
            <p class="strength" role="status">
              {strength !== null && t(`strength_${strength}`)}
            </p>
            <SecretField label={t("passphraseAgain")} name="again" autocomplete="new-password" isShown={isShown} />
          </>
        )}
      </SecretForm>
      <div>
        <Button onPress={calls.onClose}>{t("notNow")}</Button>
      </div>
    </section>
  );
}

type Mistake = "short" | "unequal";

function mistakeIn(passphrase: string, again: string): Mistake | null {
  if (passphrase.length < MIN_PASSPHRASE) return "short";
  return passphrase === again ? null : "unequal";
}

function mistakeWords(mistake: Mistake): string {
  return mistake === "short" ? t("passphraseShort", [formatNumber(MIN_PASSPHRASE)]) : t("passphraseUnequal");
}

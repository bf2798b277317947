import { useEffect, useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { Headline } from "@/src/ui/parts/Headline";
import { Problem } from "@/src/ui/parts/Problem";
import { SecretField } from "@/src/ui/parts/SecretField";
import { SecretForm } from "@/src/ui/parts/SecretForm";

interface UnlockProps {
  isOpening: boolean;
  failure: VaultFailure | null;
  onUnlock: (secret: string) => void;
}

/** The notes are locked. Nothing here says what is in them, or whether there is anything. */
export function Unlock({ isOpening, failure, onUnlock }: UnlockProps) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpening) form.current?.querySelector<HTMLInputElement>("input.input")?.focus();
  }, [isOpening]);
  return (
    <div class="stack unlock" ref={form}>
      <Headline face={isOpening ? "opening" : "locked"} level={1} takesFocus={false}>
        {isOpening ? t("unlocking") : t("vault_locked")}
      </Headline>
      {failure !== null && <Problem says={t(`vault_${failure}`)} />}
      <SecretForm submit={t("unlock")} isBusy={isOpening} onSubmit={({ secret = "" }) => onUnlock(secret)}>
        {(isShown) => (
          <SecretField
            label={t("passphrase")}
            name="secret"
            autocomplete="current-password"
            isShown={isShown}
            note={t("unlockNote")}
          />
        )}
      </SecretForm>
      <p class="secondary">{t("lockedSaving")}</p>
      <p class="secondary">{t("noRecovery")}</p>
    </div>
  );
}

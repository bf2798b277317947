import { useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Problem } from "@/src/ui/parts/Problem";
import { SecretField } from "@/src/ui/parts/SecretField";
import { SecretForm } from "@/src/ui/parts/SecretForm";

/** Which file, and what opens it where it is encrypted. */
export function OpenPackage({ onOpen }: { onOpen: (file: File, secret: string) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const [isLacking, setLacking] = useState(false);
  const submit = ({ secret = "" }: Record<string, string>) => {
    const chosen = file.current?.files?.[0];
    setLacking(chosen === undefined);
    if (chosen) onOpen(chosen, secret);
  };
  return (
    <section class="card stack-tight" aria-labelledby="open-package-title">
      <h2 id="open-package-title">{t("receiveOpenTitle")}</h2>
      <Problem says={isLacking ? t("copyNoFile") : null} />
      <label class="labelled">
        <span>{t("receiveFile")}</span>
        <input class="input" type="file" accept=".zip,.age" ref={file} />
      </label>
      <SecretForm submit={t("receiveOpen")} isBusy={false} onSubmit={submit}>
        {(isShown) => (
          <SecretField
            label={t("receiveSecret")}
            note={t("receiveSecretNote")}
            name="secret"
            autocomplete="current-password"
            isShown={isShown}
          />
        )}
      </SecretForm>
    </section>
  );
}

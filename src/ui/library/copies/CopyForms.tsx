import { useRef, useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { COPY_PLACES, type CopyPlace } from "@/src/model/copy";
import { MIN_PASSPHRASE } from "@/src/model/lock";
import { Problem } from "@/src/ui/parts/Problem";
import { SecretField } from "@/src/ui/parts/SecretField";
import { SecretForm } from "@/src/ui/parts/SecretForm";
import type { SealedFor } from "./run-copies";

export interface CopyFormCalls {
  onMakeCopy: (sealedFor: SealedFor) => void;
  onCheckCopy: (file: Blob, secret: string, place: CopyPlace) => void;
  onPutBackCopy: (file: Blob, secret: string) => void;
}

/** For whom the copy is sealed: a passphrase typed twice, or the public part of an age key. */
export function MakeCopy({ onMake }: { onMake: CopyFormCalls["onMakeCopy"] }) {
  const [isForKey, setForKey] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const submit = ({ passphrase = "", again = "" }: Record<string, string>) => {
    const wrong = isForKey ? null : mistakeIn(passphrase, again);
    setMistake(wrong);
    if (wrong === null) onMake(isForKey ? { recipient: passphrase } : { passphrase });
  };
  return (
    <section class="card stack-tight" aria-labelledby="make-copy-title">
      <h2 id="make-copy-title">{t("copyMakeTitle")}</h2>
      <Problem says={mistake} />
      <fieldset class="choices">
        <legend>{t("copyFor")}</legend>
        <label class="choice">
          <input type="radio" name="copy-for" checked={!isForKey} onChange={() => setForKey(false)} />
          {t("copyForPassphrase")}
        </label>
        <label class="choice">
          <input type="radio" name="copy-for" checked={isForKey} onChange={() => setForKey(true)} />
          {t("copyForKey")}
        </label>
      </fieldset>
      <SecretForm submit={t("copyMakeTitle")} isBusy={false} onSubmit={submit}>
        {(isShown) => (
          <>
            <SecretField
              label={t(isForKey ? "copyKey" : "copyPassphrase")}
              name="passphrase"
              autocomplete="new-password"
              isShown={isShown || isForKey}
              {...(isForKey ? {} : { note: t("copyPassphraseNote") })}
            />
            {!isForKey && (
              <SecretField
                label={t("copyPassphraseAgain")}
                name="again"
                autocomplete="new-password"
                isShown={isShown}
              />
            )}
          </>
        )}
      </SecretForm>
    </section>
  );
}

function mistakeIn(passphrase: string, again: string): string | null {
  if (passphrase.length < MIN_PASSPHRASE) return t("copyShort", [formatNumber(MIN_PASSPHRASE)]);
  return passphrase === again ? null : t("copyUnequal");
}

interface OpenCopyProps {
  /** Where items are kept the copy is checked. Otherwise it is put back, which is refused where something turns up. */
  holds: "items" | "nothing" | "unknown";
  onCheck: CopyFormCalls["onCheckCopy"];
  onPutBack: CopyFormCalls["onPutBackCopy"];
}

/** Opens a copy from where it lies. */
export function OpenCopy({ holds, onCheck, onPutBack }: OpenCopyProps) {
  const isEmpty = holds !== "items";
  const file = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState<CopyPlace>("stick");
  const [mistake, setMistake] = useState<string | null>(null);
  const submit = ({ secret = "" }: Record<string, string>) => {
    const chosen = file.current?.files?.[0];
    setMistake(chosen ? null : t("copyNoFile"));
    if (chosen) isEmpty ? onPutBack(chosen, secret) : onCheck(chosen, secret, place);
  };
  return (
    <section class="card stack-tight" aria-labelledby="open-copy-title">
      <h2 id="open-copy-title">{t(isEmpty ? "copyRestoreTitle" : "copyCheckTitle")}</h2>
      {isEmpty && <p>{t("copyRestoreIntro")}</p>}
      {holds === "unknown" && <p class="note">{t("copyRestoreOnlyEmpty")}</p>}
      <Problem says={mistake} />
      <label class="labelled">
        <span>{t("copyFile")}</span>
        <input class="input" type="file" ref={file} />
      </label>
      {!isEmpty && <Places place={place} onChange={setPlace} />}
      <SecretForm submit={t(isEmpty ? "copyRestoreDo" : "copyCheckDo")} isBusy={false} onSubmit={submit}>
        {(isShown) => (
          <SecretField label={t("copySecret")} name="secret" autocomplete="current-password" isShown={isShown} />
        )}
      </SecretForm>
    </section>
  );
}

function Places({ place, onChange }: { place: CopyPlace; onChange: (place: CopyPlace) => void }) {
  return (
    <fieldset class="choices">
      <legend>{t("copyPlace")}</legend>
      {COPY_PLACES.map((each) => (
        <label key={each} class="choice">
          <input type="radio" name="copy-place" checked={each === place} onChange={() => onChange(each)} />
          {t(`copyPlace_${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

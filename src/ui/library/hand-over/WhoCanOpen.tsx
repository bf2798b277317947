import { t } from "@/src/i18n/t";
import type { KeysMistake } from "@/src/model/hand-over";
import { Problem } from "@/src/ui/parts/Problem";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import type { Seal } from "./choice";

interface WhoCanOpenProps {
  seal: Seal;
  mistake: KeysMistake | null;
  onChange: (seal: Seal) => void;
}

/** Whether the package is encrypted, and for whom. */
export function WhoCanOpen({ seal, mistake, onChange }: WhoCanOpenProps) {
  const choice = (by: Seal["by"], next: Seal) => (
    <label class="choice">
      <input type="radio" name="seal" checked={seal.by === by} onChange={() => onChange(next)} />
      {t(`seal_${by}`)}
    </label>
  );
  return (
    <fieldset class="choices" aria-describedby="seal-note">
      <legend>{t("sealTitle")}</legend>
      {choice("nothing", { by: "nothing" })}
      {choice("words", { by: "words" })}
      {choice("keys", { by: "keys", keys: "" })}
      <p id="seal-note" class="note">
        {t(`sealNote_${seal.by}`)}
      </p>
      {seal.by === "keys" && (
        <Keys keys={seal.keys} mistake={mistake} onChange={(keys) => onChange({ by: "keys", keys })} />
      )}
    </fieldset>
  );
}

function Keys({
  keys,
  mistake,
  onChange,
}: {
  keys: string;
  mistake: KeysMistake | null;
  onChange: (keys: string) => void;
}) {
  const id = useOwnId();
  return (
    <>
      <label class="labelled">
        <span>{t("sealKeys")}</span>
        <textarea
          class="input code-input"
          rows={3}
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={mistake !== null}
          aria-describedby={id}
          value={keys}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </label>
      <Problem id={id} says={mistake && t(`keys_${mistake}`)} />
    </>
  );
}

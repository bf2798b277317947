import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import type { AuthorityChoice } from "./run-stamp";

interface AskAuthorityProps {
  authorities: readonly AuthorityChoice[];
  onAsk: (authority: string) => void;
}

/** One of the authorities of the list, over the network: says beforehand who learns what. */
export function AskAuthority({ authorities, onAsk }: AskAuthorityProps) {
  const [chosen, setChosen] = useState(authorities[0]?.id ?? "");
  const host = authorities.find(({ id }) => id === chosen)?.host ?? "";
  return (
    <section class="card stack-tight" aria-labelledby="stamp-ask-title">
      <h3 id="stamp-ask-title">{t("stampAskTitle")}</h3>
      <p>{t("stampLearns")}</p>
      <fieldset class="choices">
        <legend>{t("stampAuthority")}</legend>
        {authorities.map(({ id, name, host: server }) => (
          <label key={id} class="choice">
            <input type="radio" name="stamp-authority" checked={id === chosen} onChange={() => setChosen(id)} />
            <span>
              {name} <bdi class="secondary">{server}</bdi>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="note">{t("stampNotQualified")}</p>
      <p id="stamp-asks" class="note">
        {t("stampAsks", [host])}
      </p>
      <Button onPress={() => onAsk(chosen)} describedBy="stamp-asks">
        {t("stampAsk")}
      </Button>
    </section>
  );
}

import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Authorities } from "./Authorities";
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
      <Authorities authorities={authorities} chosen={chosen} onChoose={setChosen} />
      <p id="stamp-asks" class="note">
        {t("stampAsks", [host])}
      </p>
      <Button onPress={() => onAsk(chosen)} describedBy="stamp-asks">
        {t("stampAsk")}
      </Button>
    </section>
  );
}

import { t } from "@/src/i18n/t";
import type { AuthorityChoice } from "./run-stamp";

interface AuthoritiesProps {
  authorities: readonly AuthorityChoice[];
  chosen: string;
  onChoose: (authority: string) => void;
}

/** Which of the authorities is asked, each with its server, and what kind of stamps they give. */
export function Authorities({ authorities, chosen, onChoose }: AuthoritiesProps) {
  return (
    <>
      <fieldset class="choices">
        <legend>{t("stampAuthority")}</legend>
        {authorities.map(({ id, name, host }) => (
          <label key={id} class="choice">
            <input type="radio" name="stamp-authority" checked={id === chosen} onChange={() => onChoose(id)} />
            <span>
              {name} <bdi class="secondary">{host}</bdi>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="note">{t("stampKinds")}</p>
    </>
  );
}

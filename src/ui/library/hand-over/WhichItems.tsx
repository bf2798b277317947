import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { CaseToChoose } from "./choice";
import { PickItems } from "./PickItems";

interface WhichItemsProps {
  cases: readonly CaseToChoose[];
  caseId: CaseId;
  /** Of that case. */
  items: readonly ExhibitSummary[];
  picked: ReadonlySet<ExhibitId> | null;
  onCase: (caseId: CaseId) => void;
  onPick: (picked: ReadonlySet<ExhibitId> | null) => void;
}

/** A whole case, or some of its items. A package is of one case, because each case has a log of its own. */
export function WhichItems({ cases, caseId, items, picked, onCase, onPick }: WhichItemsProps) {
  return (
    <>
      {cases.length > 1 && (
        <fieldset class="choices">
          <legend>{t("chooseCase")}</legend>
          {cases.map(({ id, name, items: count }) => (
            <label key={id} class="choice">
              <input type="radio" name="case" checked={id === caseId} onChange={() => onCase(id)} />
              <span>
                <bdi>{name ?? t("caseWithoutName")}</bdi> ({formatNumber(count)})
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset class="choices">
        <legend>{t("chooseItems")}</legend>
        <label class="choice">
          <input type="radio" name="which" checked={picked === null} onChange={() => onPick(null)} />
          {t("chooseAll", [formatNumber(items.length)])}
        </label>
        <label class="choice">
          <input type="radio" name="which" checked={picked !== null} onChange={() => onPick(new Set())} />
          {t("chooseSome")}
        </label>
      </fieldset>
      {picked !== null && <PickItems items={items} picked={picked} onPick={onPick} />}
    </>
  );
}

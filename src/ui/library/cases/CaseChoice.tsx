import { t } from "@/src/i18n/t";
import type { CaseLine } from "@/src/model/case-line";
import type { CaseId } from "@/src/model/exhibit";
import { ChoiceField } from "@/src/ui/parts/ChoiceField";
import { caseName } from "./CaseName";

interface CaseChoiceProps {
  cases: readonly CaseLine[];
  /** Whose items are listed; none: of all. */
  chosen: ReadonlySet<CaseId>;
  onChoose: (chosen: ReadonlySet<CaseId>) => void;
}

/** Stands for all cases that did not come in as a package. */
const OWN = "own";

/** Whose items are listed; shown where there is more than one case. */
export function CaseChoice({ cases, chosen, onChoose }: CaseChoiceProps) {
  if (cases.length < 2) return null;
  const own = new Set(cases.filter(({ isReceived }) => !isReceived).map(({ id }) => id));
  const isOwn = own.size < cases.length && chosen.size === own.size && chosen.isSubsetOf(own);
  const code = isOwn ? OWN : ([...chosen][0] ?? "");
  const options = cases.map(({ id, about }) => ({ code: id as string, name: caseName(about) }));
  const ownOption = own.size < cases.length ? [{ code: OWN, name: t("caseShownOwn") }] : [];
  return (
    <ChoiceField<string>
      label={t("caseShown")}
      chosen={code}
      none={t("caseShownAll")}
      options={[...ownOption, ...options]}
      onChoose={(next) => onChoose(next === OWN ? own : new Set(next === "" ? [] : [next as CaseId]))}
    />
  );
}

import { t } from "@/src/i18n/t";
import type { CaseDamage, DamagedCase } from "@/src/model/damage";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { HREF } from "./routes";

interface DamagedCasesProps {
  cases: readonly DamagedCase[];
  /** Of cases of which nothing is left, says no more. */
  onForgetEmptied: () => void;
}

/** What is not as it was left, each kind once: what happened, what is still there, what to do. */
export function DamagedCases({ cases, onForgetEmptied }: DamagedCasesProps) {
  const kinds = new Set<CaseDamage>(cases.map(({ how }) => how));
  if (kinds.size === 0) return null;
  return (
    <div class="above-list stack">
      {kinds.has("emptied") && (
        <Notice kind="attention">
          <p>{t("caseEmptied")}</p>
          <p>
            {t("caseEmptiedNext")} <a href={HREF.copies}>{t("sectionCopies")}</a>
          </p>
          <Button onPress={onForgetEmptied}>{t("caseEmptiedSeen")}</Button>
        </Notice>
      )}
      {(kinds.has("setBack") || kinds.has("damaged")) && (
        <Notice kind="attention">
          {kinds.has("setBack") && <p>{t("caseSetBack")}</p>}
          {kinds.has("damaged") && <p>{t("caseDamaged")}</p>}
          <p>{t("caseStillThere")}</p>
        </Notice>
      )}
    </div>
  );
}

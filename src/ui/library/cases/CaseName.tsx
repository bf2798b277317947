import { t } from "@/src/i18n/t";
import type { CaseNote } from "@/src/model/note";

/** The user's name for a case, or that it has none. */
export function CaseName({ about }: { about: Pick<CaseNote, "name"> }) {
  return <bdi>{caseName(about)}</bdi>;
}

export function caseName({ name }: Pick<CaseNote, "name">): string {
  return name === "" ? t("caseWithoutName") : name;
}

import { t } from "@/src/i18n/t";
import { keepsLeast } from "@/src/model/case-line";
import type { CaseNote } from "@/src/model/note";
import { HREF } from "@/src/ui/library/routes";

/** What fits who keeps things for others: as little as is needed, handed over, then deleted here. */
export function RoleAdvice({ about }: { about: CaseNote }) {
  if (about.role === "bystander") {
    return (
      <p class="note">
        {t("bystanderLine")} {t("roleAdvice_bystander")}
      </p>
    );
  }
  if (about.role !== "friend") return null;
  return (
    <p class="note">
      {t(keepsLeast(about) ? "roleAdvice_least" : "roleAdvice_friend")}{" "}
      <a href={HREF.handOver}>{t("sectionHandOver")}</a>
    </p>
  );
}

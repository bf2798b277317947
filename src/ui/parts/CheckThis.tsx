import { t } from "@/src/i18n/t";
import type { Doubt } from "@/src/model/thread";
import { Claim } from "./Claim";

/** What other places on the page say about a fact. Nothing where they all agree. */
export function CheckThis({ doubts, fact }: { doubts: readonly Doubt[]; fact: string }) {
  const about = doubts.filter((doubt) => doubt.fact === fact);
  if (about.length === 0) return null;
  return (
    <span class="check-this">
      <strong>{t("checkThis")}</strong>
      {" · "}
      {about.map(({ value, source }) => (
        <span key={source}>
          {t("checkThisOther")} <Claim text={value} />{" "}
        </span>
      ))}
    </span>
  );
}

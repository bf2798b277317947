import { t } from "@/src/i18n/t";
import { HREF } from "@/src/ui/library/routes";
import type { MadePackage } from "./state";

/** Whoever keeps things for someone else need not go on keeping them once these have arrived. */
export function OwnCopy({ made: { keptBy, receiver } }: { made: Pick<MadePackage, "keptBy" | "receiver"> }) {
  const isForOthers = keptBy === "friend" || keptBy === "bystander";
  const mayBe = keptBy === "unstated" && receiver === "friend";
  if (!isForOthers && !mayBe) return null;
  return (
    <section class="card stack-tight" aria-labelledby="own-copy-title">
      <h2 id="own-copy-title">{t("handedOverTitle")}</h2>
      <p>{t("handedOverOffer")}</p>
      <p>
        <a href={HREF.settings}>{t("handedOverSettings")}</a>
      </p>
    </section>
  );
}

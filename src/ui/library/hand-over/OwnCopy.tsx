import { formatList } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { isKeptForOthers } from "@/src/model/hand-over";
import { HREF } from "@/src/ui/library/routes";
import type { NotInside } from "./not-inside";
import type { MadePackage } from "./state";

interface OwnCopyProps {
  made: Pick<MadePackage, "keptBy" | "receiver">;
  notInside: readonly NotInside[];
}

/**
 * Whoever keeps things for someone else need not go on keeping them once these have arrived: with the person they are about, and all
 * of them. Otherwise it is said why the own copy is still needed.
 */
export function OwnCopy({ made: { keptBy, receiver }, notInside }: OwnCopyProps) {
  const isForPerson = receiver === "friend";
  const mayBe = keptBy === "unstated" && isForPerson;
  if (!isKeptForOthers(keptBy) && !mayBe) return null;
  return (
    <section class="card stack-tight" aria-labelledby="own-copy-title">
      <h2 id="own-copy-title">{t("handedOverTitle")}</h2>
      {notInside.length > 0 ? (
        <p>{t("keepOwnCopy", [formatList(notInside.map((what) => t(`notInside_${what}`)))])}</p>
      ) : isForPerson ? (
        <Offer />
      ) : (
        <p>{t("keepOwnCopyForPerson")}</p>
      )}
    </section>
  );
}

function Offer() {
  return (
    <>
      <p>{t("handedOverOffer")}</p>
      <p>
        <a href={HREF.settings}>{t("handedOverSettings")}</a>
      </p>
    </>
  );
}

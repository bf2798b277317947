import { formatDay, formatUtc } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Stamp } from "@/src/model/stamp";
import { Claim } from "./Claim";
import { Fact, Facts } from "./Facts";

/** What a time stamp that fits says, who says it, what kind it is, and what it does not show. */
export function StampSays({ stamp }: { stamp: Stamp }) {
  return (
    <section class="card stack-tight" aria-labelledby="stamp-title">
      <h3 id="stamp-title">{t("contentsStamp")}</h3>
      <p>{t("stampMeans", [formatUtc(stamp.time)])}</p>
      <Facts>
        <Fact name={t("stampSigner")}>
          <Claim text={stamp.signer} />
        </Fact>
        <Fact name={t("stampAuthority")}>
          {stamp.listedAs === null ? t("stampUnlisted") : <bdi>{stamp.listedAs}</bdi>}
        </Fact>
        <Fact name={t("stampRoot")}>
          <code class="digest">{stamp.rootSha256}</code>
        </Fact>
        <Fact name={t("stampSignerUntil")}>{formatDay(stamp.signerUntil.slice(0, 10))}</Fact>
      </Facts>
      <p>{stamp.saysQualified ? t("stampQualified") : t("stampNotQualified")}</p>
      <p class="note">{t("stampLimits")}</p>
    </section>
  );
}

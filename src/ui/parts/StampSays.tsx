import { formatDay, formatUtc } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Stamp } from "@/src/model/stamp";
import { Claim } from "./Claim";
import { Fact, Facts } from "./Facts";
import { Notice } from "./Notice";

/**
 * What a time stamp that fits says, who says it, what kind it is, and what it does not show. Anybody can make a stamp that
 * fits; so of one whose root is in no list of ours, that comes first, and every name in it is told as their own claim.
 */
export function StampSays({ stamp }: { stamp: Stamp }) {
  return (
    <section class="card stack-tight" aria-labelledby="stamp-title">
      <h3 id="stamp-title">{t("contentsStamp")}</h3>
      {stamp.listedAs === null ? <ByUnknown stamp={stamp} /> : <ByListed stamp={stamp} name={stamp.listedAs} />}
      <p>{stamp.saysQualified ? t("stampQualified") : t("stampNotQualified")}</p>
      <p class="note">{t("stampLimits")}</p>
    </section>
  );
}

function ByUnknown({ stamp }: { stamp: Stamp }) {
  return (
    <>
      <Notice kind="attention">
        <p>{t("stampUnlisted", [formatUtc(stamp.time)])}</p>
      </Notice>
      <Facts>
        <Root stamp={stamp} />
        <Fact name={t("stampCallsItself")}>
          <Claim text={stamp.signer} />
        </Fact>
        <Fact name={t("stampRootCallsItself")}>
          <Claim text={stamp.rootName} />
        </Fact>
        <Until stamp={stamp} />
      </Facts>
    </>
  );
}

function ByListed({ stamp, name }: { stamp: Stamp; name: string }) {
  return (
    <>
      <p>{t("stampMeans", [formatUtc(stamp.time)])}</p>
      <Facts>
        <Fact name={t("stampSigner")}>
          <Claim text={stamp.signer} />
        </Fact>
        <Fact name={t("stampAuthority")}>
          <bdi>{name}</bdi>
        </Fact>
        <Root stamp={stamp} />
        <Until stamp={stamp} />
      </Facts>
    </>
  );
}

function Root({ stamp }: { stamp: Stamp }) {
  return (
    <Fact name={t("stampRoot")}>
      <code class="digest">{stamp.rootSha256}</code>
    </Fact>
  );
}

function Until({ stamp }: { stamp: Stamp }) {
  return <Fact name={t("stampSignerUntil")}>{formatDay(stamp.signerUntil.slice(0, 10))}</Fact>;
}

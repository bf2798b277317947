import { formatBytes, formatDay, formatNumber, formatUtc } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Stamp } from "@/src/model/stamp";
import { Claim } from "@/src/ui/parts/Claim";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Notice } from "@/src/ui/parts/Notice";
import { StampSays } from "@/src/ui/parts/StampSays";
import { Findings } from "./Findings";
import type { PackageFacts, ShownVerdict } from "./state";

interface CheckedProps {
  fileName: string;
  verdict: ShownVerdict;
  onCopy: (text: string) => Promise<void>;
}

/** What was found, what it means, and what it does not. */
export function Checked({ fileName, verdict, onCopy }: CheckedProps) {
  if (verdict.kind === "notABundle") {
    return (
      <>
        <FileName name={fileName} />
        <Notice kind="attention">
          <p>{t(`notABundle_${verdict.reason}`)}</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <FileName name={fileName} />
      <p>{t(verdict.intact ? "verifyUnchangedMeans" : "verifyChangedMeans")}</p>
      {verdict.findings.length > 0 && (
        <Findings findings={verdict.findings} kind={verdict.intact ? "info" : "attention"} />
      )}
      {verdict.facts.tagManifestSha256 !== null && (
        <section class="card stack-tight" aria-labelledby="compare-title">
          <h3 id="compare-title">{t("compareTitle")}</h3>
          <p>{t("compareNote")}</p>
          <CopyLine text={verdict.facts.tagManifestSha256} onCopy={onCopy} />
        </section>
      )}
      <Contents facts={verdict.facts} />
      {verdict.facts.stamp !== null && <StampSays stamp={verdict.facts.stamp} />}
      <section class="card stack-tight" aria-labelledby="limits-title">
        <h3 id="limits-title">{t("aboutNotTitle")}</h3>
        <p>{t("aboutNot")}</p>
      </section>
    </>
  );
}

function FileName({ name }: { name: string }) {
  return (
    <p class="secondary">
      <Claim text={name} />
    </p>
  );
}

function Contents({ facts }: { facts: PackageFacts }) {
  return (
    <section class="card stack-tight" aria-labelledby="contents-title">
      <h3 id="contents-title">{t("contentsTitle")}</h3>
      <Facts>
        <Fact name={t("packageItems")}>{formatNumber(facts.exhibits)}</Fact>
        <Fact name={t("contentsFiles")}>
          {t("contentsFilesBytes", [formatNumber(facts.files), formatBytes(facts.bytes)])}
        </Fact>
        {facts.leftOut > 0 && (
          <Fact name={t("contentsLeftOut")}>{t("contentsLeftOutFiles", [formatNumber(facts.leftOut)])}</Fact>
        )}
        <Fact name={t("contentsMade")}>
          <Claim text={facts.baggingDate === null ? null : formatDay(facts.baggingDate)} />
        </Fact>
        <Fact name={t("contentsSigned")}>
          {facts.signedBy === null ? (
            t("notSigned")
          ) : (
            <>
              {t("signedByKey")} <code class="digest">{facts.signedBy}</code>
            </>
          )}
        </Fact>
        <Fact name={t("contentsPackageSigned")}>
          {facts.packageSigned ? t("packageSigned") : t("packageNotSigned")}
        </Fact>
        <Fact name={t("contentsStamp")}>{facts.stamp === null ? t("noStamp") : stampTime(facts.stamp)}</Fact>
        <StampsWhileSaving facts={facts} />
        <Fact name={t("contentsSoftware")}>
          <Claim text={facts.software} />
        </Fact>
      </Facts>
    </section>
  );
}

/** "Existed by" is not said of a stamp that anybody may have made. */
function stampTime({ time, listedAs }: Stamp): string {
  return t(listedAs === null ? "stampTimeUnlisted" : "stampTime", [formatUtc(time)]);
}

/** Those of authorities in our list, and apart from them those that anybody may have made. */
function StampsWhileSaving({ facts: { stampsWhileSaving, unlistedStampRoots } }: { facts: PackageFacts }) {
  const unlisted = unlistedStampRoots.reduce((sum, { stamps }) => sum + stamps, 0);
  const listed = stampsWhileSaving - unlisted;
  return (
    <>
      {listed > 0 && <Fact name={t("contentsStampsWhileSaving")}>{formatNumber(listed)}</Fact>}
      {unlisted > 0 && (
        <Fact name={t("contentsStampsUnlisted")}>
          {formatNumber(unlisted)}
          <p>{t("stampsUnlisted")}</p>
          {unlistedStampRoots.map(({ sha256 }) => (
            <p key={sha256}>
              <code class="digest">{sha256}</code>
            </p>
          ))}
        </Fact>
      )}
    </>
  );
}

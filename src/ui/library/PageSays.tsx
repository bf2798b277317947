import { formatDay, formatMoment, formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { platformName } from "@/src/model/platform";
import { Address } from "@/src/ui/parts/Address";
import { Claim } from "@/src/ui/parts/Claim";
import { Fact, Facts } from "@/src/ui/parts/Facts";

/** What the page claims, fact by fact; "not found" where it says nothing. */
export function PageSays({ record: { facts } }: { record: ExhibitRecord }) {
  return (
    <section class="card" aria-labelledby="page-says-title">
      <h2 id="page-says-title">{t("pageSaysTitle")}</h2>
      <p class="note">{t("pageSaysNote")}</p>
      <Facts>
        <Fact name={t("factPlatform")}>{platformName(facts.platform) ?? t("platformWeb")}</Fact>
        <Claimed name={t("factHandle")} text={facts.handle} />
        <Claimed name={t("factName")} text={facts.displayName} />
        <Fact name={t("factProfile")}>
          <ClaimedAddress url={facts.profileUrl} />
        </Fact>
        <Fact name={t("factPosted")}>
          <Posted facts={facts} />
        </Fact>
        {facts.repostedBy !== null && <Claimed name={t("factRepostedBy")} text={facts.repostedBy} />}
        <Fact name={t("factPermalink")}>
          <ClaimedAddress url={facts.permalink} />
        </Fact>
        <Claimed name={t("factTitle")} text={facts.title} />
        <Fact name={t("factMedia")}>{formatNumber(facts.mediaCount)}</Fact>
      </Facts>
      {facts.text !== null && <Words text={facts.text} />}
    </section>
  );
}

function Claimed({ name, text }: { name: string; text: string | null }) {
  return (
    <Fact name={name}>
      <Claim text={text} />
    </Fact>
  );
}

function ClaimedAddress({ url }: { url: string | null }) {
  return url === null ? <Claim text={null} /> : <Address url={url} />;
}

/** The page's own words first; beside them what they mean, where the page gives time and zone. */
function Posted({ facts: { postedAt, postedAtDate, postedAtText } }: Pick<ExhibitRecord, "facts">) {
  const read = postedAt === null ? (postedAtDate === null ? null : formatDay(postedAtDate)) : formatMoment(postedAt);
  if (read === null) return <Claim text={postedAtText} />;
  return (
    <>
      {read}
      {postedAtText !== null && (
        <>
          <br />
          <span class="secondary">
            {t("inItsWords")} <Claim text={postedAtText} />
          </span>
        </>
      )}
    </>
  );
}

/** The words of the post can hurt, so they too are folded away. */
function Words({ text }: { text: string }) {
  return (
    <details class="fold">
      <summary>{t("factText")}</summary>
      <p class="words" dir="auto">
        {text}
      </p>
    </details>
  );
}

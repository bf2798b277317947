import { formatDay, formatMoment, formatNumber } from "@/src/i18n/format";
import { type PlainKey, t } from "@/src/i18n/t";
import { type Correction, type PageClaim, standing } from "@/src/model/correction";
import type { PageRecord } from "@/src/model/exhibit";
import { platformName } from "@/src/model/platform";
import { Address } from "@/src/ui/parts/Address";
import { CheckThis } from "@/src/ui/parts/CheckThis";
import { Claim } from "@/src/ui/parts/Claim";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Notice } from "@/src/ui/parts/Notice";
import { Derived } from "@/src/ui/parts/PostedTime";
import { CorrectableFact } from "./CorrectableFact";
import type { Correct, CorrectionSaid } from "./corrections";

interface PageSaysProps {
  record: PageRecord;
  /** `null` where they cannot be read. */
  corrections: Correction[] | null;
  said: CorrectionSaid;
  onCorrect: Correct;
}

/** What the page claims, fact by fact, "not found" where it says nothing; and beside it what the user corrected. */
export function PageSays({ record, corrections, said, onCorrect }: PageSaysProps) {
  const { facts, post } = record;
  return (
    <section class="card" aria-labelledby="page-says-title">
      <h2 id="page-says-title">{t("pageSaysTitle")}</h2>
      <p class="note">
        {t("pageSaysNote")} {post?.chosenBy && t(`chosenBy_${post.chosenBy}`)}
      </p>
      {corrections === null && (
        <Notice kind="attention">
          <p>{t("correctionsNotRead")}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={t("factPlatform")}>{platformName(facts.platform) ?? t("platformWeb")}</Fact>
        <Account record={record} corrections={corrections ?? []} onCorrect={onCorrect} />
        <Times record={record} corrections={corrections ?? []} onCorrect={onCorrect} />
        <Rest record={record} corrections={corrections ?? []} onCorrect={onCorrect} />
      </Facts>
      {facts.text !== null && <Words text={facts.text} />}
      <p role="status" class="visually-hidden">
        {said === null ? "" : t(said === "kept" ? "correctionKept" : "correctionTakenBack")}
      </p>
    </section>
  );
}

interface PartProps {
  record: PageRecord;
  corrections: readonly Correction[];
  onCorrect: Correct;
}

function Account({ record, corrections, onCorrect }: PartProps) {
  const { facts, post } = record;
  return (
    <>
      <Correctable fact="handle" name="factHandle" facts={facts} corrections={corrections} onCorrect={onCorrect}>
        <Claim text={facts.handle} />
        <CheckThis doubts={post?.doubts ?? []} fact="handle" />
      </Correctable>
      <Correctable fact="displayName" name="factName" facts={facts} corrections={corrections} onCorrect={onCorrect} />
      <Fact name={t("factProfile")}>
        <ClaimedAddress url={facts.profileUrl} />
      </Fact>
      {post?.author.stableId != null && (
        <Fact name={t("factStableId")}>
          <Claim text={post.author.stableId} />
        </Fact>
      )}
      <Correctable
        fact="repostedBy"
        name="factRepostedBy"
        facts={facts}
        corrections={corrections}
        onCorrect={onCorrect}
      />
      {post?.quoted != null && (
        <Fact name={t("factQuoted")}>
          <Claim text={post.quoted.handle ?? post.quoted.displayName} />
        </Fact>
      )}
    </>
  );
}

function Times({ record: { facts, post }, corrections, onCorrect }: PartProps) {
  return (
    <>
      <Correctable
        fact="postedAtText"
        name="factPostedText"
        facts={facts}
        corrections={corrections}
        onCorrect={onCorrect}
      >
        <Posted facts={facts} />
        {post?.derived != null && <Derived range={post.derived} />}
        <CheckThis doubts={post?.doubts ?? []} fact="postedAt" />
      </Correctable>
      <Correctable
        fact="postedAtDate"
        name="factPostedDay"
        facts={facts}
        corrections={corrections}
        onCorrect={onCorrect}
      >
        <Claim text={facts.postedAtDate === null ? null : formatDay(facts.postedAtDate)} />
      </Correctable>
    </>
  );
}

function Rest({ record: { facts }, corrections, onCorrect }: PartProps) {
  return (
    <>
      <Correctable fact="permalink" name="factPermalink" facts={facts} corrections={corrections} onCorrect={onCorrect}>
        <ClaimedAddress url={facts.permalink} />
      </Correctable>
      <Fact name={t("factTitle")}>
        <Claim text={facts.title} />
      </Fact>
      <Fact name={t("factMedia")}>{formatNumber(facts.mediaCount)}</Fact>
    </>
  );
}

interface CorrectableProps extends Omit<PartProps, "record"> {
  fact: PageClaim;
  name: PlainKey;
  facts: PageRecord["facts"];
  children?: preact.ComponentChildren;
}

function Correctable({ fact, name, facts, corrections, onCorrect, children }: CorrectableProps) {
  return (
    <CorrectableFact
      fact={fact}
      name={t(name)}
      pageValue={facts[fact]}
      correction={standing(corrections).get(fact)}
      onCorrect={onCorrect}
    >
      {children ?? <Claim text={facts[fact]} />}
    </CorrectableFact>
  );
}

function ClaimedAddress({ url }: { url: string | null }) {
  return url === null ? <Claim text={null} /> : <Address url={url} />;
}

/** The page's own words first; beside them what they mean, where the page gives time and zone. */
function Posted({ facts: { postedAt, postedAtText } }: Pick<PageRecord, "facts">) {
  if (postedAt === null) return <Claim text={postedAtText} />;
  return (
    <>
      {formatMoment(postedAt)}
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

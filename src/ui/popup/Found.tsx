import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { PageView } from "@/src/messaging/protocol";
import { platformName } from "@/src/model/platform";
import { Address } from "@/src/ui/parts/Address";
import { CheckThis } from "@/src/ui/parts/CheckThis";
import { Claim } from "@/src/ui/parts/Claim";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { PostedTime } from "@/src/ui/parts/PostedTime";

/** What the page says of the post, and "check this" where it says it in two ways. */
export function Found({ page: { url, facts, doubts, derived, thread } }: { page: PageView }) {
  return (
    <Facts>
      <Fact name={t("factPlatform")}>{platformName(facts.platform) ?? t("platformWeb")}</Fact>
      <Fact name={t("factHandle")}>
        <Claim text={facts.handle} />
        <CheckThis doubts={doubts} fact="handle" />
      </Fact>
      {facts.handle === null && facts.displayName !== null && (
        <Fact name={t("factName")}>
          <Claim text={facts.displayName} />
        </Fact>
      )}
      {facts.repostedBy !== null && (
        <Fact name={t("factRepostedBy")}>
          <Claim text={facts.repostedBy} />
        </Fact>
      )}
      <Fact name={t("factPosted")}>
        <PostedTime facts={facts} derived={derived} />
        <CheckThis doubts={doubts} fact="postedAt" />
      </Fact>
      <Fact name={t("factAddress")}>
        <Address url={url} />
      </Fact>
      {thread.declared !== null && thread.declared.total > 0 && (
        <Fact name={t("factThread")}>
          {t("threadCount", [formatNumber(thread.declared.shown), formatNumber(thread.declared.total)])}
        </Fact>
      )}
    </Facts>
  );
}

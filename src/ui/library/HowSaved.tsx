import { formatMoment, formatNumber, formatUtc } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { Address } from "@/src/ui/parts/Address";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { SizeTaken } from "./SizeTaken";

const SCOPE_NAMES = {
  view: "savedScopeView",
  page: "savedScopePage",
  conversation: "savedScopeConversation",
} as const;

/** What this device recorded itself: when, where, with what. */
export function HowSaved({ record }: { record: ExhibitRecord }) {
  const { captured, url, env, picture, pictures, scope } = record;
  return (
    <section class="card" aria-labelledby="how-saved-title">
      <h2 id="how-saved-title">{t("howSavedTitle")}</h2>
      <Facts>
        <Fact name={t("factSaved")}>
          {formatMoment(captured.endUtc, captured.tz)}
          <br />
          <span class="secondary">{t("inUtc", [formatUtc(captured.endUtc)])}</span>
        </Fact>
        <Fact name={t("factAddress")}>
          <Address url={url.browser} />
        </Fact>
        <Fact name={t("factBrowser")}>{[env.browser, env.os].join(", ")}</Fact>
        {scope && (
          <Fact name={t("factScope")}>
            {t(SCOPE_NAMES[scope])}
            {scope === "conversation" && (
              <>
                <br />
                <span class="secondary">{t("savedScopeConversationNote")}</span>
              </>
            )}
          </Fact>
        )}
        <Fact name={t("factPicture")}>
          {t(picture.method === "photograph" ? "pictureSize" : "pictureSizeRedrawn", [
            formatNumber(picture.widthPx),
            formatNumber(picture.heightPx),
          ])}
          {pictures === "covered" && (
            <>
              <br />
              {t("picturesCoveredWhenSaved")}
            </>
          )}
        </Fact>
        <SizeTaken record={record} />
        {env.privateWindow && <Fact name={t("factWindow")}>{t("factWindowPrivate")}</Fact>}
      </Facts>
    </section>
  );
}

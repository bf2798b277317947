import { formatMoment, formatNumber, formatUtc } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { PageRecord, WholePage } from "@/src/model/exhibit";
import { Address } from "@/src/ui/parts/Address";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Addresses } from "./Addresses";
import { SizeTaken } from "./SizeTaken";

const SCOPE_NAMES = {
  view: "savedScopeView",
  page: "savedScopePage",
  conversation: "savedScopeConversation",
} as const;

/** What this device recorded itself: when, where, with what. */
export function HowSaved({ record }: { record: PageRecord }) {
  const { captured, url, env, picture, pictures, scope, wholePage } = record;
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
        <Addresses name={t("factFrames")} note={t("framesNote")} addresses={url.frames} />
        <Addresses name={t("factNotLoaded")} note={t("notLoadedNote")} addresses={notLoaded(record)} />
        {wholePage && <WholePageKept wholePage={wholePage} />}
        <SizeTaken record={record} />
        {env.privateWindow && <Fact name={t("factWindow")}>{t("factWindowPrivate")}</Fact>}
      </Facts>
    </section>
  );
}

const notLoaded = ({ missing }: PageRecord): string[] =>
  missing.flatMap(({ why, addresses = [] }) => (why === "notLoaded" ? addresses : []));

function WholePageKept({ wholePage: { file, parts, leftOut } }: { wholePage: WholePage }) {
  const { frames, withPrivate, other } = leftOut;
  const counts = [frames.length, withPrivate, other].map(formatNumber);
  return (
    <Fact name={t("factWholePage")}>
      <bdi dir="ltr">{file}</bdi>
      <br />
      <span class="secondary">{t("wholePageParts", [formatNumber(parts)])}</span>
      {frames.length + withPrivate + other > 0 && (
        <>
          <br />
          <span class="secondary">{t("wholePageLeftOut", counts)}</span>
        </>
      )}
    </Fact>
  );
}

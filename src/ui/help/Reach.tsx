import { t } from "@/src/i18n/t";
import type { Organisation } from "@/src/report/organisation-schema";
import { OutsideLink } from "@/src/ui/parts/OutsideLink";

/** How to reach them. Nothing opens and nobody is called before it is pressed. */
export function Reach({ organisation: one }: { organisation: Organisation }) {
  const numbers = [one.phone, one.phoneAlternative].filter((number) => number !== undefined);
  return (
    <ul class="reach">
      {numbers.map((number) => (
        <li key={number}>
          {t("reachPhone")}{" "}
          <a href={`tel:${number.replace(/[^\d+]/g, "")}`}>
            <bdi dir="ltr">{number}</bdi>
          </a>
        </li>
      ))}
      {one.text && (
        <li>
          {t("reachText")} <bdi dir="ltr">{one.text}</bdi>
        </li>
      )}
      {one.chat && (
        <li>
          {t("reachChat")} <bdi>{one.chat}</bdi>
        </li>
      )}
      {one.email && (
        <li>
          {t("reachEmail")} <a href={`mailto:${one.email}`}>{one.email}</a>
        </li>
      )}
      {one.reportUrl && (
        <li>
          {t("reachForm")} <Site url={one.reportUrl} />
        </li>
      )}
      {one.url && (
        <li>
          {t("reachSite")} <Site url={one.url} />
        </li>
      )}
    </ul>
  );
}

function Site({ url }: { url: string }) {
  return (
    <OutsideLink href={url}>
      <bdi dir="ltr">{url.replace(/^https:\/\/(www\.)?/, "").replace(/\/$/, "")}</bdi>
    </OutsideLink>
  );
}

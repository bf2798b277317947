import { t } from "@/src/i18n/t";
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { Notice } from "@/src/report/notice-schema";
import { noticeWords } from "@/src/report/notices";
import { organisationById, wordsOf } from "@/src/report/organisations";
import { UNDER18_HREF } from "@/src/ui/guides/guides";
import { HoldNoPictures } from "@/src/ui/library/reports/HoldNoPictures";
import { OutsideLink } from "@/src/ui/parts/OutsideLink";

interface Under18Props {
  notice: Notice;
  /** Those that the notice would be about. */
  items: readonly ExhibitSummary[];
}

/** Where there is no letter to write: why, what not to do, and who takes such a report. */
export function Under18({ notice, items }: Under18Props) {
  const { rule, productRules, instead = [] } = noticeWords(notice, t("languageTag"));
  return (
    <section class="card stack-tight">
      <p>{rule}</p>
      <ul class="bullets">
        {productRules?.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <dl class="services">
        {notice.instead?.map(({ route }, place) => (
          <div key={route}>
            <dt>{instead[place] ?? ""}</dt>
            <dd>
              <Routes route={route} />
            </dd>
          </div>
        ))}
      </dl>
      <HoldNoPictures items={items} />
      <p>
        <a href={UNDER18_HREF}>{t("under18Keep")}</a>
      </p>
    </section>
  );
}

/** Every organisation that the words of a route name. */
function Routes({ route }: { route: string }) {
  const named = route.split(/\s+/).map(organisationById);
  return (
    <ul class="reach">
      {named.map(
        (one) =>
          one?.url !== undefined && (
            <li key={one.id}>
              <OutsideLink href={one.reportUrl ?? one.url}>{wordsOf(one, t("languageTag")).name}</OutsideLink>
            </li>
          ),
      )}
    </ul>
  );
}

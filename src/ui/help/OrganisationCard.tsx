import { formatDay, formatList } from "@/src/i18n/format";
import { type PlainKey, t } from "@/src/i18n/t";
import type { OpeningHours, Organisation } from "@/src/report/organisation-schema";
import { ORGANISATIONS_DATE, wordsOf } from "@/src/report/organisations";
import { isWellKnown } from "@/src/report/well-known";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { onThisClock, openingWords, weeklyWords } from "./opening-words";
import { languageName } from "./place-words";
import { Reach } from "./Reach";
import { SERVICE_WORDS } from "./service-words";

/** One organisation: whom it serves, what it does, when, how to reach it, and how well that is known. */
export function OrganisationCard({ organisation: one, now }: { organisation: Organisation; now: number }) {
  const { name, notes, hoursMore } = wordsOf(one, t("languageTag"));
  return (
    <article class="card stack-tight organisation">
      <h3>
        {name}
        {one.localName !== undefined && one.localName !== name && (
          <>
            {" "}
            <bdi lang={one.languages[0]} class="secondary">
              {one.localName}
            </bdi>
          </>
        )}
      </h3>
      {one.hours && <Opening hours={one.hours} more={hoursMore} now={now} />}
      <Reach organisation={one} />
      <Facts>
        <Fact name={t("helpServes")}>{servesWords(one)}</Fact>
        <Fact name={t("helpDoes")}>{formatList([...new Set(one.services.map((does) => t(SERVICE_WORDS[does])))])}</Fact>
        <Fact name={t("helpLanguage")}>{languagesWords(one)}</Fact>
      </Facts>
      {notes !== null && <p>{notes}</p>}
      <HowKnown organisation={one} />
    </article>
  );
}

function Opening({ hours, more, now }: { hours: OpeningHours; more: string | null; now: number }) {
  const weekly = weeklyWords(hours);
  const here = onThisClock(hours, now);
  return (
    <div>
      <p class="opening">
        {hours.of === "phone" ? t("helpPhoneHours", [openingWords(hours, now)]) : openingWords(hours, now)}
      </p>
      {here !== null && <p class="note">{here}</p>}
      {weekly !== null && <p class="note">{weekly}</p>}
      {more !== null && <p class="note">{more}</p>}
    </div>
  );
}

function servesWords({ serves }: Organisation): string {
  const ages = t(agesKey(serves));
  if (serves.genders === "unknown") return ages;
  return t("servesWords", [ages, t(GENDERS[serves.genders])]);
}

const GENDERS = { all: "servesAllGenders", "women-first": "servesWomenFirst", women: "servesWomen" } as const;

function agesKey({ adults, under18 }: Organisation["serves"]): PlainKey {
  if (adults === "before18") return "servesBefore18";
  if (adults === "young") return "servesYoung";
  if (!adults) return "servesUnder18";
  if (under18 === "from13") return "servesFrom13";
  if (under18 === null) return "servesAdultsPerhapsMore";
  return under18 ? "servesAllAges" : "servesAdults";
}

function languagesWords({ languages, andOthers }: Organisation): string {
  const names = languages.map(languageName);
  if (names.length === 0) return t("helpManyLanguages");
  return formatList(andOthers === true ? [...names, t("helpMoreLanguages")] : names);
}

function HowKnown({ organisation: one }: { organisation: Organisation }) {
  const day = formatDay(one.checked ?? ORGANISATIONS_DATE);
  const isSure = isWellKnown(one) && !one.fromBackground?.includes("phone");
  return (
    <p class="note">
      {one.checked === undefined ? t("helpReadOn", [day]) : t("helpCheckedOn", [day])}
      {!isSure && <span class="unsure"> {t("helpNotConfirmed")}</span>}
    </p>
  );
}

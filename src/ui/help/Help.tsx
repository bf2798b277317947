import { formatDay } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Organisation } from "@/src/report/organisation-schema";
import { emergencyNumber, helpFor, ORGANISATIONS_DATE } from "@/src/report/organisations";
import { Title } from "@/src/ui/library/Title";
import { HelpChoices } from "./HelpChoices";
import { OrganisationCard } from "./OrganisationCard";
import { PictureServices } from "./PictureServices";
import { placeName } from "./place-words";
import type { ChooseHelp } from "./run-help";
import type { HelpState } from "./state";

/** Who helps: place and language first, then what kind of help, then who there is. */
export function Help({ help, onChoose }: { help: HelpState; onChoose: ChooseHelp }) {
  const { wanted, now } = help;
  const { fitting, otherLanguages } = helpFor(wanted);
  const isLocal = (one: Organisation) => one.country !== "INT";
  return (
    <div class="stack help">
      <Title>{t("sectionHelp")}</Title>
      <p>{t("helpIntro")}</p>
      <HelpChoices wanted={wanted} onChoose={onChoose} />
      <p class="note">{t("helpDate", [formatDay(ORGANISATIONS_DATE)])}</p>
      <Emergency place={wanted.place} />
      {wanted.place !== null && (
        <Group title={placeName(wanted.place)} all={fitting.filter(isLocal)} now={now} none={t("helpNoneHere")} />
      )}
      {(wanted.kind === null || wanted.kind === "remove") && <PictureServices />}
      <Group title={t("helpAnywhere")} all={fitting.filter((one) => !isLocal(one))} now={now} none={t("helpNone")} />
      {otherLanguages.length > 0 && <Group title={t("helpOtherLanguages")} all={otherLanguages} now={now} />}
    </div>
  );
}

/** A number only for the place that was chosen: another country's would lead nowhere. */
function Emergency({ place }: { place: string | null }) {
  const number = emergencyNumber(place);
  return (
    <p class="emergency">
      {place === null || number === null ? t("helpEmergencyLocal") : t("helpEmergency", [number, placeName(place)])}
    </p>
  );
}

interface GroupProps {
  title: string;
  all: readonly Organisation[];
  now: number;
  /** What is said where there is nobody. */
  none?: string;
}

function Group({ title, all, now, none }: GroupProps) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {all.length === 0 && <p class="secondary">{none}</p>}
      {all.map((one) => (
        <OrganisationCard key={one.id} organisation={one} now={now} />
      ))}
    </section>
  );
}

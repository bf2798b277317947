import { formatDay } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Organisation } from "@/src/report/organisation-schema";
import { emergencyNumber, helpFor, ORGANISATIONS_DATE } from "@/src/report/organisations";
import { GuideList } from "@/src/ui/guides/GuideList";
import { GuidePage } from "@/src/ui/guides/GuidePage";
import { GUIDES_HREF, HELP_HREF, UNDER18_HREF } from "@/src/ui/guides/guides";
import { Title } from "@/src/ui/library/Title";
import { BackLink } from "@/src/ui/parts/BackLink";
import { HelpChoices } from "./HelpChoices";
import { OrganisationCard } from "./OrganisationCard";
import { PictureServices } from "./PictureServices";
import { placeName } from "./place-words";
import type { ChooseHelp } from "./run-help";
import type { HelpState } from "./state";
import { type KeepTyped, Under18Page } from "./Under18Page";

interface HelpProps {
  help: HelpState;
  calls: {
    onChooseHelp: ChooseHelp;
    onKeepTyped: KeepTyped;
    onCopy: (text: string) => Promise<void>;
    onPrint: () => void;
  };
}

/** Who helps, and guides to what one can do oneself. Nothing of it shows what is kept. */
export function Help({ help, calls }: HelpProps) {
  if (help.guide === null) return <WhoHelps help={help} onChoose={calls.onChooseHelp} />;
  if (help.guide === "list") return <Guides />;
  if (help.guide === "under18") return <Under18Page onKeepTyped={calls.onKeepTyped} />;
  const title = <Title>{t(help.guide.title)}</Title>;
  return <GuidePage guide={help.guide} title={title} onCopy={calls.onCopy} onPrint={calls.onPrint} />;
}

function Guides() {
  return (
    <div class="stack">
      <BackLink href={HELP_HREF}>{t("sectionHelp")}</BackLink>
      <Title>{t("guides")}</Title>
      <GuideList />
    </div>
  );
}

/** Place and language first, then what kind of help, then who there is. */
function WhoHelps({ help, onChoose }: { help: HelpState; onChoose: ChooseHelp }) {
  const { wanted, now } = help;
  const { fitting, otherLanguages } = helpFor(wanted);
  const isLocal = (one: Organisation) => one.country !== "INT";
  return (
    <div class="stack help">
      <Title>{t("sectionHelp")}</Title>
      <p>{t("helpIntro")}</p>
      <p>
        <a href={GUIDES_HREF}>{t("guidesLink")}</a>
      </p>
      <p>
        <a href={UNDER18_HREF}>{t("under18")}</a>
      </p>
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

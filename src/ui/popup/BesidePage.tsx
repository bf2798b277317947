import { formatList, formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Outcome } from "./Outcome";
import type { PopupCalls } from "./Popup";
import type { Beside } from "./run-beside";
import type { PopupState } from "./state";

interface BesidePageProps {
  beside: Beside;
  step: PopupState["step"];
  /** Whether the page itself may be kept: not that of someone under 18, nor what cannot be read. */
  canKeep: boolean;
  calls: PopupCalls;
}

/** What the user may want to write down about reports of this page: that one was sent, or what became of it. */
export function BesidePage({ beside: { opened, here }, step, canKeep, calls }: BesidePageProps) {
  return (
    <>
      {opened !== null && SENT_FACES.has(step) && <Sent opened={opened} onSent={calls.onSent} />}
      {here !== null && LOOK_FACES.has(step) && (
        <StillThere here={here} canKeep={canKeep && !here.reported.isUnder18} onLookAgain={calls.onKeepLook} />
      )}
    </>
  );
}

const SENT_FACES: ReadonlySet<PopupState["step"]> = new Set(["ready", "cannotSave", "saved", "reporting", "under18"]);
const LOOK_FACES: ReadonlySet<PopupState["step"]> = new Set(["ready", "cannotSave"]);

function Sent({ opened, onSent }: { opened: NonNullable<Beside["opened"]>; onSent: () => void }) {
  const { to, address, keeping } = opened;
  const isKept = keeping === "kept";
  return (
    <section class="beside stack-tight" aria-label={t("openedTitle")}>
      {!isKept && (
        <>
          <p>{t("openedForm", [to])}</p>
          <p class="note">
            <bdi class="address">{address}</bdi>
          </p>
          <Button isAsked={keeping === "going on"} onPress={onSent}>
            {t("openedSent")}
          </Button>
        </>
      )}
      <Outcome keeping={keeping} kept={t("openedKept")} notKept={t("openedNotKept")} />
    </section>
  );
}

interface StillThereProps {
  here: NonNullable<Beside["here"]>;
  canKeep: boolean;
  onLookAgain: PopupCalls["onKeepLook"];
}

function StillThere({ here: { reported, keeping }, canKeep, onLookAgain }: StillThereProps) {
  const { to, sentUtc, tz } = reported;
  return (
    <section class="beside stack-tight" aria-label={t("reportStillThere")}>
      {keeping !== "kept" && (
        <>
          <p>{t("lookReported", [formatList([...new Set(to)]), formatMoment(sentUtc, tz)])}</p>
          <div class="button-line">
            <Button isAsked={keeping === "going on"} onPress={() => onLookAgain("up")}>
              {t(canKeep ? "lookKeepUp" : "reportFound_up")}
            </Button>
            <Button isAsked={keeping === "going on"} onPress={() => onLookAgain("gone")}>
              {t(canKeep ? "lookKeepGone" : "reportFound_gone")}
            </Button>
          </div>
          <p class="note">{t(canKeep ? "lookSaves" : "lookOnlyTime")}</p>
        </>
      )}
      <Outcome keeping={keeping} kept={t("reportSaid_looked")} notKept={t("lookNotWritten")} />
    </section>
  );
}

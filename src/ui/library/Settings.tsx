import { t } from "@/src/i18n/t";
import type { LibraryCalls } from "./Library";
import { RoomTaken } from "./RoomTaken";
import type { SettingsState } from "./state";
import { Title } from "./Title";
import { WholePageSetting } from "./WholePageSetting";

interface SettingsProps {
  settings: SettingsState;
  calls: Pick<LibraryCalls, "onKeepWholePage" | "onEndWholePage">;
}

/** What can be set, and what there is to know: locking, leaving, and what an item shows and does not. */
export function Settings({ settings: { version, room, wholePage }, calls }: SettingsProps) {
  return (
    <div class="stack">
      <Title>{t("sectionSettings")}</Title>
      <section class="card stack-tight">
        <h2>{t("lockingTitle")}</h2>
        <p>{t("lockingState")}</p>
        <p>{t("lockingMeans")}</p>
        <p>{t("lockingDevice")}</p>
      </section>
      <section class="card stack-tight">
        <h2>{t("leavingTitle")}</h2>
        <p>{t("leavingDoes")}</p>
        <p>{t("leavingKeys")}</p>
        <p>{t("leavingDoesNot")}</p>
      </section>
      {wholePage !== null && (
        <WholePageSetting state={wholePage} onKeep={calls.onKeepWholePage} onEnd={calls.onEndWholePage} />
      )}
      <RoomTaken room={room} />
      <section class="card stack-tight">
        <h2>{t("aboutTitle")}</h2>
        <h3>{t("aboutShowsTitle")}</h3>
        <p>{t("aboutShows")}</p>
        <h3>{t("aboutNotTitle")}</h3>
        <p>{t("aboutNot")}</p>
        <h3>{t("aboutStaysTitle")}</h3>
        <p>{t("aboutStays")}</p>
        <p class="note">{t("aboutVersion", [version])}</p>
      </section>
    </div>
  );
}

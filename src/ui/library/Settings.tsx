import { t } from "@/src/i18n/t";
import type { LockState } from "@/src/model/lock";
import { TranslationNote } from "@/src/ui/parts/TranslationNote";
import { Locking, type LockingCalls } from "./Locking";
import { LongPages } from "./LongPages";
import { type LeavingCalls, LeavingSetting } from "./leaving/LeavingSetting";
import { type LookCalls, LookSetting } from "./looks/LookSetting";
import { PadSetting, type PadSettingCalls } from "./pad/PadSetting";
import { RoomTaken } from "./RoomTaken";
import { HREF } from "./routes";
import type { Wipe } from "./run-gate";
import { type AtOnceCalls, AtOnceSetting } from "./stamp/AtOnceSetting";
import type { SettingsState } from "./state";
import { Title } from "./Title";
import { type WholePageCalls, WholePageSetting } from "./WholePageSetting";
import { WipeAll } from "./WipeAll";

interface SettingsProps extends SettingsState {
  lock: LockState | null;
  calls: LockingCalls & { onWipe: Wipe; onScreens: (screens: number) => void } & WholePageCalls &
    AtOnceCalls &
    LeavingCalls &
    LookCalls &
    PadSettingCalls;
}

/** Locking, long pages, and what there is to know: leaving, room taken, and what an item shows and does not. */
export function Settings(props: SettingsProps) {
  const { version, room, screens, lock, locking, look, pad, leaving, wholePage, stampEach, calls } = props;
  return (
    <div class="stack">
      <Title>{t("sectionSettings")}</Title>
      {lock !== null && <Locking lock={lock} locking={locking} calls={calls} />}
      {screens !== null && <LongPages screens={screens} onChange={calls.onScreens} />}
      {pad !== null && lock !== null && <PadSetting isOn={pad} hasPassphrase={lock.hasPassphrase} calls={calls} />}
      {look !== null && <LookSetting look={look} calls={calls} />}
      <LeavingSetting leaving={leaving} calls={calls} />
      <section class="card stack-tight">
        <h2>{t("firstTitle")}</h2>
        <p>{t("firstNote")}</p>
        <p>
          <a href={HREF.start}>{t("firstRead")}</a>
        </p>
      </section>
      {wholePage !== null && <WholePageSetting state={wholePage} calls={calls} />}
      {stampEach !== null && <AtOnceSetting state={stampEach} calls={calls} />}
      <RoomTaken room={room} />
      <WipeAll onWipe={calls.onWipe} />
      <section class="card stack-tight">
        <h2>{t("aboutTitle")}</h2>
        <h3>{t("aboutShowsTitle")}</h3>
        <p>{t("aboutShows")}</p>
        <h3>{t("aboutNotTitle")}</h3>
        <p>{t("aboutNot")}</p>
        <h3>{t("aboutStaysTitle")}</h3>
        <p>{t("aboutStays")}</p>
        <TranslationNote />
        <p class="note">{t("aboutVersion", [version])}</p>
      </section>
    </div>
  );
}

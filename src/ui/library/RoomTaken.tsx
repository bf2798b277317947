import { formatBytes } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { SettingsState } from "./state";

/** How much room everything kept takes in the browser, and how much is left. */
export function RoomTaken({ room }: Pick<SettingsState, "room">) {
  return (
    <section class="card stack-tight">
      <h2>{t("roomTitle")}</h2>
      {room === "reading" && <p>{t("reading")}</p>}
      {room === null && <p>{t("roomUnknown")}</p>}
      {room !== null && room !== "reading" && (
        <>
          <p>{t("roomUsed", [formatBytes(room.used)])}</p>
          <p>{t("roomLeft", [formatBytes(room.left)])}</p>
        </>
      )}
    </section>
  );
}

import { t } from "@/src/i18n/t";
import { platformName } from "@/src/model/platform";

/** Where an item came from: its platform, or that it is no page. */
export function originName(platform: string): string {
  if (platform === "imported") return t("originImported");
  if (platform === "recorded") return t("originRecorded");
  return platformName(platform) ?? t("platformWeb");
}

/** The time of an event in words. */
import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { AccountTime } from "@/src/model/account";

export function whenWords(time: AccountTime): string {
  switch (time.kind) {
    case "exact":
      return formatMoment(time.utc, time.zone);
    case "about":
      return t("whenAbout", [formatMoment(time.utc, time.zone)]);
    case "range":
      return t("whenRange", [formatMoment(time.utc, time.zone), formatMoment(time.untilUtc, time.zone)]);
    case "unknown":
      return t("whenUnknown");
  }
}

/** The person's own words for the time, where they gave some. */
export function ownWords(time: AccountTime): string | null {
  const words = time.kind === "about" || time.kind === "unknown" ? time.words.trim() : "";
  return words === "" ? null : words;
}

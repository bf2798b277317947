import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { MAX_COVER_PIXELS } from "@/src/model/covers";
import type { MarkedFailure } from "./state";

/** Why there is no copy of a picture, or why parts of it cannot be covered. */
export function pictureFailureWords(failure: Exclude<MarkedFailure, "cancelled">): string {
  switch (failure) {
    case "unknownForm":
    case "damaged":
    case "notOpened":
    case "fileChanged":
      return t(`marked_${failure}`);
    case "tooLarge":
      return t("marked_tooLarge", [formatNumber(MAX_COVER_PIXELS)]);
    default:
      return t(`vault_${failure}`);
  }
}

import { t } from "@/src/i18n/t";
import { exhibitLabel } from "@/src/model/exhibit";
import type { PackageFailure } from "./hand-over/state";

/** Why there is no package, naming the item where it is about one. */
export function packageFailureWords({ code, exhibit }: PackageFailure): string {
  const label = exhibit === undefined ? t("anItem") : exhibitLabel(exhibit);
  switch (code) {
    case "fileChanged":
      return t("export_fileChanged", [label]);
    case "fileMissing":
      return t("export_fileMissing", [label]);
    case "notMarked":
      return t("export_notMarked", [label]);
    case "notCovered":
      return t("export_notCovered", [label]);
    case "nothingToExport":
    case "cancelled":
      return t(`export_${code}`);
    default:
      return t(`vault_${code}`);
  }
}

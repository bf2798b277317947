import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Carried as Counts } from "@/src/model/hand-over";
import { Notice } from "@/src/ui/parts/Notice";

/** What the records say that the user may not want to give away. A record is sealed: nothing can be taken out of it. */
export function Carried({ carried: { pictureAddresses, fileNames, places } }: { carried: Counts }) {
  if (pictureAddresses + fileNames + places === 0) return null;
  return (
    <Notice kind="attention">
      <p>{t("carriedTitle")}</p>
      <ul class="bullets">
        {pictureAddresses > 0 && <li>{t("carriedPictureAddresses", [formatNumber(pictureAddresses)])}</li>}
        {fileNames > 0 && <li>{t("carriedFileNames", [formatNumber(fileNames)])}</li>}
        {places > 0 && <li>{t("carriedPlaces", [formatNumber(places)])}</li>}
      </ul>
      <p>{t("carriedNote")}</p>
    </Notice>
  );
}

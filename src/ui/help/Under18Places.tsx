import { t } from "@/src/i18n/t";
import { OutsideLink } from "@/src/ui/parts/OutsideLink";

/** Who takes a report about a picture of someone under 18, wherever they are. */
export function Under18Places() {
  return (
    <ul class="under18-places">
      <li>
        <OutsideLink href="https://takeitdown.ncmec.org/">Take It Down</OutsideLink>
        <span class="note">{t("under18TakeItDown")}</span>
      </li>
      <li>
        <OutsideLink href="https://report.cybertip.org/">CyberTipline</OutsideLink>
        <span class="note">{t("under18CyberTipline")}</span>
      </li>
    </ul>
  );
}

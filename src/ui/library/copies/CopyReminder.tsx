import { t } from "@/src/i18n/t";
import { HREF } from "@/src/ui/library/routes";
import { Button } from "@/src/ui/parts/Button";

/** One line above the list, without numbers: something is in no copy yet. It can be put away for some days. */
export function CopyReminder({ onPutAway }: { onPutAway: () => void }) {
  return (
    <div class="passing-line secondary">
      <p>
        {t("copiesRemind")} <a href={HREF.copies}>{t("copiesRemindDo")}</a>
      </p>
      <Button onPress={onPutAway}>{t("later")}</Button>
    </div>
  );
}

import { t } from "@/src/i18n/t";

/** For who is not the person in it: one line, and the guide for bystanders. */
export function BystanderLine({ onMore }: { onMore: () => void }) {
  return (
    <p class="note">
      {t("bystanderLine")}{" "}
      <button type="button" class="link" onClick={onMore}>
        {t("bystanderMore")}
      </button>
    </p>
  );
}

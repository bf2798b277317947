import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { Title } from "./Title";

/** The store was closed under this page. What it had read is not shown any more: it may not be what is kept now. */
export function Outdated({ onReload }: { onReload: () => void }) {
  return (
    <div class="stack">
      <Title>{t("outdatedTitle")}</Title>
      <Notice kind="attention">
        <p>{t("outdated")}</p>
        <Button kind="main" onPress={onReload}>
          {t("outdatedReload")}
        </Button>
      </Notice>
    </div>
  );
}

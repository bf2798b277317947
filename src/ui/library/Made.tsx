import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Notice } from "@/src/ui/parts/Notice";
import { PrintBinder } from "./PrintBinder";
import type { BinderChoice, BinderState, MadePackage } from "./state";

interface MadeProps {
  made: MadePackage;
  binder: BinderState;
  onCopy: (text: string) => Promise<void>;
  onMakeBinder: (choice: BinderChoice) => void;
  onStopBinder: () => void;
  onAnother: () => void;
}

/** Where the package went, and the one line to tell the receiver. */
export function Made({ made, binder, onCopy, onMakeBinder, onStopBinder, onAnother }: MadeProps) {
  return (
    <>
      <Facts>
        <Fact name={t("packageName")}>
          <bdi dir="ltr">{made.fileName}</bdi>
        </Fact>
        <Fact name={t("packageItems")}>{formatNumber(made.items)}</Fact>
      </Facts>
      <p>{t("packageWhere")}</p>
      {made.logBrokenAt !== null && (
        <Notice kind="attention">
          <p>{t("packageLogBroken", [formatNumber(made.logBrokenAt)])}</p>
        </Notice>
      )}
      <h2>{t("tellTitle")}</h2>
      <p>{t("tellNote")}</p>
      <CopyLine text={t("tellLine", [made.fileName, made.tagManifestSha256])} onCopy={onCopy} />
      <PrintBinder binder={binder} onMake={onMakeBinder} onStop={onStopBinder} />
      {binder.step !== "making" && <Button onPress={onAnother}>{t("packageAnother")}</Button>}
    </>
  );
}

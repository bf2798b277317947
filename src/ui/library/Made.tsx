import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Notice } from "@/src/ui/parts/Notice";
import type { MadePackage } from "./state";

interface MadeProps {
  made: MadePackage;
  onCopy: (text: string) => Promise<void>;
  onAnother: () => void;
}

/** Where the package went, and the one line to tell the receiver. */
export function Made({ made, onCopy, onAnother }: MadeProps) {
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
      <Button onPress={onAnother}>{t("packageAnother")}</Button>
    </>
  );
}

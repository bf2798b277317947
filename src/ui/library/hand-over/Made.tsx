import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { insideOf } from "@/src/model/hand-over";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Notice } from "@/src/ui/parts/Notice";
import type { NotInside } from "./not-inside";
import { OwnCopy } from "./OwnCopy";
import { PrintBinder } from "./PrintBinder";
import type { BinderChoice, BinderState, MadePackage } from "./state";

interface MadeProps {
  made: MadePackage;
  notInside: readonly NotInside[];
  binder: BinderState;
  onCopy: (text: string) => Promise<void>;
  onMakeBinder: (choice: BinderChoice) => void;
  onStopBinder: () => void;
  onAnother: () => void;
}

/** Where the package went, and what to tell the receiver. */
export function Made({ made, notInside, binder, onCopy, onMakeBinder, onStopBinder, onAnother }: MadeProps) {
  const { seal, fileName } = made;
  return (
    <>
      <Facts>
        <Fact name={t("packageName")}>
          <bdi dir="ltr">{fileName}</bdi>
        </Fact>
        <Fact name={t("packageItems")}>{formatNumber(made.items)}</Fact>
      </Facts>
      <p>{t(made.isPlaced ? "packagePlaced" : "packageWhere")}</p>
      {made.logBrokenAt !== null && (
        <Notice kind="attention">
          <p>{t("packageLogBroken", [formatNumber(made.logBrokenAt)])}</p>
        </Notice>
      )}
      {made.damaged !== undefined && made.damaged > 0 && (
        <Notice kind="attention">
          <p>{t("packageDamaged", [formatNumber(made.damaged)])}</p>
        </Notice>
      )}
      {seal.by === "words" && <Passphrase words={seal.passphrase} onCopy={onCopy} />}
      <h2>{t("tellTitle")}</h2>
      <p>{t("tellNote")}</p>
      <CopyLine text={t("tellLine", [fileName, made.tagManifestSha256])} onCopy={onCopy} />
      <h2>{t("sayTitle")}</h2>
      <p>{t("sayNote")}</p>
      <CopyLine
        text={t(`sayLine_${seal.by}`, [fileName, formatNumber(made.items)])}
        copyLabel={t("copySay")}
        onCopy={onCopy}
      />
      <PrintBinder
        binder={binder}
        pictures={insideOf(made.pictures)}
        isSealed={seal.by !== "nothing"}
        onMake={onMakeBinder}
        onStop={onStopBinder}
      />
      <OwnCopy made={made} notInside={notInside} />
      {binder.step !== "making" && <Button onPress={onAnother}>{t("packageAnother")}</Button>}
    </>
  );
}

/** Shown while this face is; it is stored nowhere. */
function Passphrase({ words, onCopy }: { words: string; onCopy: (text: string) => Promise<void> }) {
  return (
    <section class="card stack-tight" aria-labelledby="words-title">
      <h2 id="words-title">{t("wordsTitle")}</h2>
      <p>{t("wordsNote")}</p>
      <CopyLine text={words} copyLabel={t("copyWords")} onCopy={onCopy} />
    </section>
  );
}

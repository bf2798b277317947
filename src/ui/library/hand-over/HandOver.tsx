import { formatBytes, formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { packageFailureWords } from "@/src/ui/library/package-words";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import { HREF } from "@/src/ui/library/routes";
import { Title } from "@/src/ui/library/Title";
import { Button } from "@/src/ui/parts/Button";
import { Headline } from "@/src/ui/parts/Headline";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { Choose } from "./Choose";
import type { HandOverChoice } from "./choice";
import { Made } from "./Made";
import { Preview } from "./Preview";
import type { BinderChoice, HandOverState, PackageFailure, PackageProgress } from "./state";

export interface HandOverCalls {
  onPreview: (choice: HandOverChoice) => void;
  onMakePackage: () => void;
  /** Once more, with what is intact. */
  onMakeWithoutDamaged: () => void;
  /** Whatever is being counted or made. */
  onStopPackage: () => void;
  /** Back to the choices. */
  onAnotherPackage: () => void;
  onMakeBinder: (choice: BinderChoice) => void;
}

interface HandOverProps {
  handOver: HandOverState;
  calls: HandOverCalls & { onCopy: (text: string) => Promise<void> };
  verifyHref: string;
}

/** Gives what is kept to someone else, as one file. */
export function HandOver({ handOver, calls, verifyHref }: HandOverProps) {
  return (
    <div class="stack">
      <Title>{t("sectionHandOver")}</Title>
      <p>{t("handOverIntro")}</p>
      <Headline face={handOver.step === "reading" ? "choosing" : handOver.step} level={2}>
        {headline(handOver)}
      </Headline>
      <Step handOver={handOver} calls={calls} />
      <p class="work-foot">
        {t("checkPackageIntro")} <a href={verifyHref}>{t("checkPackage")}</a> ·{" "}
        <a href={HREF.receive}>{t("receiveTitle")}</a>
      </p>
      <p class="work-foot">
        <a href={HREF.stamp}>{t("stampPackage")}</a>
      </p>
    </div>
  );
}

function Step({ handOver, calls }: Omit<HandOverProps, "verifyHref">) {
  switch (handOver.step) {
    case "reading":
      return null;
    case "failed":
      return <ReadFailure failure={handOver.failure} />;
    case "choosing":
      return <Choose state={handOver} onPreview={calls.onPreview} />;
    case "counting":
      return <Counting done={handOver.itemsDone} total={handOver.itemsTotal} onStop={calls.onStopPackage} />;
    case "preview":
      return <Preview state={handOver} onMake={calls.onMakePackage} onBack={calls.onAnotherPackage} />;
    case "making":
      return <Making progress={handOver} onStop={calls.onStopPackage} />;
    case "made":
      return (
        <Made
          made={handOver.package}
          notInside={handOver.notInside}
          binder={handOver.binder}
          onCopy={calls.onCopy}
          onMakeBinder={calls.onMakeBinder}
          onStopBinder={calls.onStopPackage}
          onAnother={calls.onAnotherPackage}
        />
      );
    case "notMade":
      return (
        <>
          <Notice kind="attention">
            <p>{packageFailureWords(handOver.failure)}</p>
            <p>{t("packageNothingLost")}</p>
          </Notice>
          {isDamage(handOver.failure) && <WithoutDamaged onMake={calls.onMakeWithoutDamaged} />}
          <Button kind={isDamage(handOver.failure) ? "quiet" : "main"} onPress={calls.onAnotherPackage}>
            {t("tryAgain")}
          </Button>
        </>
      );
  }
}

const isDamage = ({ code }: PackageFailure): boolean => ["fileChanged", "fileMissing", "damaged"].includes(code);

function WithoutDamaged({ onMake }: { onMake: () => void }) {
  return (
    <div class="stack-tight">
      <p>{t("withoutDamagedNote")}</p>
      <Button kind="main" onPress={onMake}>
        {t("withoutDamaged")}
      </Button>
    </div>
  );
}

function Counting({ done, total, onStop }: { done: number; total: number; onStop: () => void }) {
  return (
    <div class="making stack-tight">
      <ProgressBar label={t("packageCounting")} done={done} total={total} />
      <p>{t("previewItems", [formatNumber(done), formatNumber(total)])}</p>
      <StopButton onStop={onStop} />
    </div>
  );
}

function Making({ progress, onStop }: { progress: PackageProgress; onStop: () => void }) {
  const { filesDone, filesTotal, bytesDone, bytesTotal } = progress;
  return (
    <div class="making stack-tight">
      <ProgressBar label={t("packageMaking")} done={filesDone} total={filesTotal} />
      {filesTotal === 0 ? (
        <p>{t("packageCounting")}</p>
      ) : (
        <p>
          {t("packageFiles", [formatNumber(filesDone), formatNumber(filesTotal)])}
          <span class="secondary"> {t("packageBytes", [formatBytes(bytesDone), formatBytes(bytesTotal)])}</span>
        </p>
      )}
      <StopButton onStop={onStop} />
    </div>
  );
}

function headline(handOver: HandOverState): string {
  switch (handOver.step) {
    case "reading":
      return t("reading");
    case "failed":
      return t("listNotRead");
    case "choosing":
      return handOver.items.length === 0 ? t("handOverEmpty") : t("chooseTitle");
    case "counting":
      return t("packageCounting");
    case "preview":
      return t("insideTitle");
    case "making":
      return t("packageMaking");
    case "made":
      return t("packageMade");
    case "notMade":
      return handOver.failure.code === "cancelled" ? t("popupStopped") : t("packageNotMade");
  }
}

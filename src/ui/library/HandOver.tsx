import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Headline } from "@/src/ui/parts/Headline";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { ChooseItems } from "./ChooseItems";
import type { LibraryCalls } from "./Library";
import { Made } from "./Made";
import { packageFailureWords } from "./package-words";
import { ReadFailure } from "./ReadFailure";
import { type HandOverState, HREF } from "./state";
import { Title } from "./Title";

interface HandOverProps {
  handOver: HandOverState;
  calls: LibraryCalls;
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
      return <ChooseItems items={handOver.items} damaged={handOver.damaged.length} onMake={calls.onMakePackage} />;
    case "making":
      return <Making done={handOver.filesDone} total={handOver.filesTotal} onStop={calls.onStopPackage} />;
    case "made":
      return (
        <Made
          made={handOver.package}
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
          <Button kind="main" onPress={calls.onAnotherPackage}>
            {t("tryAgain")}
          </Button>
        </>
      );
  }
}

function Making({ done, total, onStop }: { done: number; total: number; onStop: () => void }) {
  return (
    <div class="making stack-tight">
      <ProgressBar label={t("packageMaking")} done={done} total={total} />
      <p>{total === 0 ? t("packageCounting") : t("packageFiles", [formatNumber(done), formatNumber(total)])}</p>
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
      return handOver.items.length === 0 ? t("handOverEmpty") : t("chooseItems");
    case "making":
      return t("packageMaking");
    case "made":
      return t("packageMade");
    case "notMade":
      return handOver.failure.code === "cancelled" ? t("popupStopped") : t("packageNotMade");
  }
}

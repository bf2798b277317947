import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { exhibitLabel } from "@/src/model/exhibit";
import type { FixityFinding, FixityReport } from "@/src/model/fixity";
import { Button } from "@/src/ui/parts/Button";
import { Headline } from "@/src/ui/parts/Headline";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { ReadFailure } from "./ReadFailure";
import { HREF } from "./routes";
import type { CheckState } from "./state";
import { Title } from "./Title";

export interface CheckCalls {
  onCheck: () => void;
  onStopCheck: () => void;
}

/** Reads everything that is kept and compares it with the digests of when it was saved. */
export function CheckKept({ check, calls }: { check: CheckState; calls: CheckCalls }) {
  return (
    <div class="stack">
      <Title>{t("sectionCheck")}</Title>
      <p>{t("checkIntro")}</p>
      <Headline face={check.step} level={2}>
        {headline(check)}
      </Headline>
      <Step check={check} />
      {check.step === "checking" ? (
        <StopButton onStop={calls.onStopCheck} />
      ) : (
        <div>
          <Button kind="main" onPress={calls.onCheck}>
            {t("checkStart")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Step({ check }: { check: CheckState }) {
  switch (check.step) {
    case "idle":
      return null;
    case "failed":
      return <ReadFailure failure={check.failure} />;
    case "checking":
      return <ProgressBar label={t("checking")} done={check.itemsDone} total={check.itemsTotal} />;
    case "checked":
      return <Report report={check.report} />;
  }
}

function Report({ report: { files, findings } }: { report: FixityReport }) {
  return (
    <>
      <p>{t("checkCompared", [formatNumber(files)])}</p>
      {findings.length > 0 && (
        <Notice kind="attention">
          <p>{t("checkFoundMeans")}</p>
          <ul class="notice-list">
            {findings.map((finding) => (
              <li key={`${finding.id} ${finding.path}`}>{findingWords(finding)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function findingWords({ id, exhibit, path, state }: FixityFinding): string {
  if (id === null) return t("checkHistoryChanged");
  const label = exhibit === null ? t("anItem") : exhibitLabel(exhibit);
  return t(state === "changed" ? "checkChanged" : "checkMissing", [label, path]);
}

function headline(check: CheckState): string {
  if (check.step === "checking") return t("checking");
  if (check.step === "failed") return t("listNotRead");
  if (check.step === "idle") return "";
  const { findings, isComplete } = check.report;
  if (findings.length > 0) return t("checkFound", [formatNumber(findings.length)]);
  return isComplete ? t("checkAllSame") : t("popupStopped");
}

/** On every section: that a check goes on by itself, or that it found something. */
export function CheckLine({ check, calls }: { check: CheckState; calls: CheckCalls }) {
  if (check.step === "checking") {
    return (
      <p class="passing-line secondary">
        {t("checkingItems", [formatNumber(check.itemsDone), formatNumber(check.itemsTotal)])}{" "}
        <Button onPress={calls.onStopCheck}>{t("stop")}</Button>
      </p>
    );
  }
  if (check.step !== "checked" || check.report.findings.length === 0) return null;
  return (
    <Notice kind="attention">
      <p>
        {t("checkFound", [formatNumber(check.report.findings.length)])} <a href={HREF.check}>{t("checkWhich")}</a>
      </p>
    </Notice>
  );
}

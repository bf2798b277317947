import type { ComponentChildren } from "preact";
import { formatBytes } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Headline } from "@/src/ui/parts/Headline";
import { Icon } from "@/src/ui/parts/Icon";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { Checked } from "./Checked";
import { ChooseFile } from "./ChooseFile";
import type { Choosing } from "./chosen";
import type { ShownVerdict, VerifyState } from "./state";

export interface VerifyCalls {
  onChosen: (choosing: Choosing) => void;
  onStop: () => void;
  onCopy: (text: string) => Promise<void>;
}

interface VerifyProps {
  state: VerifyState;
  calls: VerifyCalls;
  /** Above everything. */
  top: ComponentChildren;
  /** Before and after what is said of checking. */
  before?: ComponentChildren;
  after?: ComponentChildren;
}

/** Says whether a package is unchanged since it was made. It knows nothing of the extension. */
export function Verify({ state, calls, top, before, after }: VerifyProps) {
  return (
    <div class="library verify">
      <div class="library-top">{top}</div>
      <main class="work stack">
        {before}
        <h1>{t("checkPackage")}</h1>
        <p>{t("verifyIntro")}</p>
        <Headline face={state.step} level={2}>
          {state.step === "checked" && <Icon name={isIntact(state.verdict) ? "check" : "attention"} />}
          {headline(state)}
        </Headline>
        <Step state={state} calls={calls} />
        {state.step !== "checking" && <ChooseFile onChosen={calls.onChosen} />}
        {after}
      </main>
    </div>
  );
}

function Step({ state, calls }: Pick<VerifyProps, "state" | "calls">) {
  switch (state.step) {
    case "waiting":
    case "stopped":
      return null;
    case "checking":
      return (
        <div class="making stack-tight">
          <ProgressBar label={t("verifyChecking")} done={state.bytesDone} total={state.bytesTotal} />
          <p>{t("verifyBytes", [formatBytes(state.bytesDone), formatBytes(state.bytesTotal)])}</p>
          <StopButton onStop={calls.onStop} />
        </div>
      );
    case "checked":
      return <Checked fileName={state.fileName} verdict={state.verdict} onCopy={calls.onCopy} />;
    case "notRead":
      return (
        <Notice kind="attention">
          <p>{t("verifyNotRead")}</p>
        </Notice>
      );
  }
}

function isIntact(verdict: ShownVerdict): boolean {
  return verdict.kind === "checked" && verdict.intact;
}

function headline(state: VerifyState): string {
  switch (state.step) {
    case "waiting":
      return "";
    case "checking":
      return t("verifyChecking");
    case "stopped":
      return t("popupStopped");
    case "notRead":
      return t("verifyNotReadTitle");
    case "checked":
      if (state.verdict.kind === "notABundle") return t("verifyNoPackage");
      return state.verdict.intact ? t("verifyUnchanged") : t("verifyChanged");
  }
}

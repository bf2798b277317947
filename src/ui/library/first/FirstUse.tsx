import { t } from "@/src/i18n/t";
import { AGREED, CASE_ROLES } from "@/src/model/note";
import { CASES_HREF } from "@/src/ui/library/cases/state";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import { HREF } from "@/src/ui/library/routes";
import { Button } from "@/src/ui/parts/Button";
import { Headline } from "@/src/ui/parts/Headline";
import { TranslationNote } from "@/src/ui/parts/TranslationNote";
import type { FirstRun, FirstState } from "./run-first";

export interface FirstCalls {
  onAnswerFirst: FirstRun["answer"];
  onSkipFirst: () => void;
}

/** What to know before anything is kept: about the device, about leaving, and for whom it is. */
export function FirstUse({ first, calls }: { first: FirstState; calls: FirstCalls }) {
  return (
    <div class="stack">
      <p>{t("firstKeeps")}</p>
      <section class="card stack-tight">
        <h2>{t("firstDeviceTitle")}</h2>
        <p>{t("lockingDevice")}</p>
        <p>
          {t("firstDeviceKeep")} <a href={HREF.help}>{t("getHelp")}</a>
        </p>
        <p>{t("noRecovery")}</p>
      </section>
      <section class="card stack-tight">
        <h2>{t("leavingTitle")}</h2>
        <p>{t("leavingClears")}</p>
        <p>{t("leavingKeys")}</p>
        <p>{t("leavingDoesNot")}</p>
      </section>
      {first.step !== "settled" && <Question first={first} calls={calls} />}
      <TranslationNote />
    </div>
  );
}

function Question({ first: { step, failure }, calls }: { first: FirstState; calls: FirstCalls }) {
  return (
    <section class="card stack-tight first-question">
      <Headline face={step} level={2}>
        {headline(step)}
      </Headline>
      {step === "role" && <p class="secondary">{t("firstRoleNote")}</p>}
      <div role="alert">{failure !== null && <ReadFailure failure={failure} />}</div>
      <Answers step={step} calls={calls} />
    </section>
  );
}

function headline(step: FirstState["step"]): string {
  if (step === "role") return t("firstRoleTitle");
  if (step === "agreed") return t("agreedTitle");
  return t(step === "skipped" ? "firstSkipped" : "firstAnswered");
}

function Answers({ step, calls }: { step: FirstState["step"]; calls: FirstCalls }) {
  if (step === "role") {
    return (
      <div class="button-line">
        {CASE_ROLES.map((role) => (
          <Button key={role} onPress={() => void calls.onAnswerFirst({ role })}>
            {t(`role_${role}`)}
          </Button>
        ))}
        <Button onPress={calls.onSkipFirst}>{t("firstSkip")}</Button>
      </div>
    );
  }
  if (step === "agreed") {
    return (
      <div class="button-line">
        {AGREED.map((agreed) => (
          <Button key={agreed} onPress={() => void calls.onAnswerFirst({ agreed })}>
            {t(`agreed_${agreed}`)}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <p>
      {t("firstLater")} <a href={CASES_HREF}>{t("sectionCases")}</a>
    </p>
  );
}

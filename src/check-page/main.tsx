/** The page that checks packages without the extension: one file, opened from the disk, without any network. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { t } from "@/src/i18n/t";
import { runVerify } from "@/src/ui/verify/run-verify";
import type { VerifyState } from "@/src/ui/verify/state";
import type { VerifyCalls } from "@/src/ui/verify/Verify";
import { verifyChosen } from "@/src/verify/verify-bundle";
import { LANGUAGES, showLanguage, shownLanguage } from "./browser";
import { CheckPage } from "./CheckPage";
import "./style.css";

let state: VerifyState = { step: "waiting" };

function draw(): void {
  declareLanguage(document.documentElement);
  document.title = t("checkPackage");
  const language = { languages: LANGUAGES, shownLanguage: shownLanguage(), onLanguage: speak };
  render(<CheckPage state={state} calls={calls} {...language} />, document.body);
}

function speak(language: string): void {
  showLanguage(language);
  draw();
}

const verify = runVerify({ check: verifyChosen }, (next) => {
  state = next;
  draw();
});
const calls: VerifyCalls = {
  onChosen: verify.check,
  onStop: verify.stop,
  onCopy: (text) => navigator.clipboard.writeText(text),
};
draw();

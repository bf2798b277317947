/** The page that checks packages: wires its faces to the checker. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { t } from "@/src/i18n/t";
import { browser } from "@/src/platform/browser";
import { goToNeutralSite, leaveEverywhere, leaveWithOthers } from "@/src/ui/parts/leave";
import { runVerify } from "@/src/ui/verify/run-verify";
import type { VerifyState } from "@/src/ui/verify/state";
import { Verify, type VerifyCalls } from "@/src/ui/verify/Verify";
import { verifyBundle } from "@/src/verify/verify-bundle";

declareLanguage(document.documentElement);
document.title = t("notes");
leaveWithOthers(goToNeutralSite);

const show = (state: VerifyState) =>
  render(<Verify state={state} calls={calls} notesHref={browser.runtime.getURL("/library.html")} />, document.body);

const verify = runVerify(
  {
    check: (file, onProgress, signal) =>
      verifyBundle(file, { onProgress: ({ bytesDone, bytesTotal }) => onProgress(bytesDone, bytesTotal), signal }),
  },
  show,
);
const calls: VerifyCalls = {
  onFile: verify.check,
  onStop: verify.stop,
  onCopy: (text) => navigator.clipboard.writeText(text),
  onLeave: () => leaveEverywhere(goToNeutralSite),
};
show({ step: "waiting" });

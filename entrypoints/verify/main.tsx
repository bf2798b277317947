/** The page that checks packages: wires its faces to the checker. */
import { type ComponentProps, render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { browser } from "@/src/platform/browser";
import { readLook, watchLeaveTo } from "@/src/platform/surface";
import { goToNeutralSite, leaveEverywhere, leaveWithOthers, setLeaveTo } from "@/src/ui/parts/leave";
import { wearLook } from "@/src/ui/parts/look";
import { runVerify } from "@/src/ui/verify/run-verify";
import type { VerifyState } from "@/src/ui/verify/state";
import { VerifyInNotes } from "@/src/ui/verify/VerifyInNotes";
import { verifyChosen } from "@/src/verify/verify-bundle";

declareLanguage(document.documentElement);
wearLook(await readLook());
leaveWithOthers(goToNeutralSite);
watchLeaveTo(setLeaveTo);

const show = (state: VerifyState) =>
  render(
    <VerifyInNotes state={state} calls={calls} notesHref={browser.runtime.getURL("/library.html")} />,
    document.body,
  );

const verify = runVerify({ check: verifyChosen }, show);
const calls: ComponentProps<typeof VerifyInNotes>["calls"] = {
  onChosen: verify.check,
  onStop: verify.stop,
  onCopy: (text) => navigator.clipboard.writeText(text),
  onLeave: () => leaveEverywhere(goToNeutralSite),
};
show({ step: "waiting" });

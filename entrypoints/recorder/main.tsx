/** The page that records the screen: wires its faces to the browser and the vault. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { t } from "@/src/i18n/t";
import { browser } from "@/src/platform/browser";
import { watchLeaveTo } from "@/src/platform/surface";
import { goToNeutralSite, leaveEverywhere, leaveWithOthers, setLeaveTo } from "@/src/ui/parts/leave";
import { Recorder, type RecorderCalls } from "@/src/ui/recorder/Recorder";
import { type RecorderState, runRecorder } from "@/src/ui/recorder/run-recorder";
import { recorderWorld } from "./world";

declareLanguage(document.documentElement);
document.title = t("notes");
leaveWithOthers(goToNeutralSite);
watchLeaveTo(setLeaveTo);

const notesHref = browser.runtime.getURL("/library.html");
const show = (state: RecorderState) =>
  render(<Recorder state={state} calls={calls} notesHref={notesHref} />, document.body);

const recorder = runRecorder(recorderWorld, show);
const calls: RecorderCalls = {
  onStart: recorder.start,
  onStop: recorder.stop,
  onAgain: recorder.again,
  onLeave: () => leaveEverywhere(goToNeutralSite),
};
show({ step: "ready", failure: null, isLengthWrong: false });

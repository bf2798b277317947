/** The library: wires its sections to the vault, the background and the address. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { t } from "@/src/i18n/t";
import { browser } from "@/src/platform/browser";
import { Library, type LibraryCalls } from "@/src/ui/library/Library";
import { runLibrary } from "@/src/ui/library/run-library";
import type { LibraryState } from "@/src/ui/library/state";
import { goToNeutralSite, leaveEverywhere, leaveWithOthers } from "@/src/ui/parts/leave";
import { libraryWorld } from "./world";

declareLanguage(document.documentElement);
document.title = t("notes");
leaveWithOthers(goToNeutralSite);

const library = runLibrary(libraryWorld, (state: LibraryState) =>
  render(<Library state={state} calls={calls} verifyHref={browser.runtime.getURL("/verify.html")} />, document.body),
);
const calls: LibraryCalls = {
  onShowPicture: library.showPicture,
  onCoverPicture: library.coverPicture,
  onSaveMarked: library.saveMarked,
  onStopMarked: library.stopMarked,
  onKeepWholePage: library.keepWholePage,
  onEndWholePage: library.endWholePage,
  onMakePackage: library.makePackage,
  onStopPackage: library.stopPackage,
  onAnotherPackage: library.anotherPackage,
  onCopy: (text) => navigator.clipboard.writeText(text),
  onLeave: () => leaveEverywhere(goToNeutralSite),
};

window.addEventListener("hashchange", () => void library.open(location.hash));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void library.refresh();
  else library.coverPicture();
});
await library.open(location.hash);

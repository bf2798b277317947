/** The popup: finds the tab it is about and wires its faces to it. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { send } from "@/src/messaging/send";
import { browser } from "@/src/platform/browser";
import { readPad } from "@/src/platform/pad";
import { readLook, watchLeaveTo } from "@/src/platform/surface";
import { guideHref } from "@/src/ui/guides/guides";
import { HREF, itemHref, PASSPHRASE_HREF, UNLOCK_HREF } from "@/src/ui/library/routes";
import { goToNeutralSite, leaveEverywhere, leaveWithOthers, setLeaveTo } from "@/src/ui/parts/leave";
import { wearLook } from "@/src/ui/parts/look";
import { noteUseOf } from "@/src/ui/parts/note-use";
import { Popup, type PopupCalls } from "@/src/ui/popup/Popup";
import type { Beside } from "@/src/ui/popup/run-beside";
import { type PopupActions, runPopup } from "@/src/ui/popup/run-popup";
import type { PopupState } from "@/src/ui/popup/state";
import { popupWorld } from "./world";

/** Given where the popup is shown in a tab of its own: the tab it is about. */
const askedTab = new URLSearchParams(location.search).get("tab");
const go = askedTab === null ? () => window.close() : goToNeutralSite;

const closeItself = () => {
  if (askedTab === null) window.close();
};
const open = (url: string) => void browser.tabs.create({ url }).then(closeItself);

/** Firefox would open it in the private window, where it can read nothing. */
const openNotes = (hash = "") => {
  const url = browser.runtime.getURL("/library.html") + hash;
  if (!import.meta.env.FIREFOX || !world.isPrivateWindow) return open(url);
  void browser.windows.create({ url, incognito: false }).then(() => window.close());
};

const callsOf = (popup: PopupActions): PopupCalls => ({
  onLook: popup.look,
  onChoose: popup.choose,
  onSave: popup.save,
  onStop: popup.stop,
  onReport: (url) => void popup.openForm(url).then(closeItself),
  onSent: popup.logSent,
  onKeepLook: popup.keepLook,
  onReporting: popup.openReporting,
  onKind: popup.chooseKind,
  onUnder18: popup.openUnder18,
  onKeepAddress: popup.keepAddress,
  onBystander: () => openNotes(guideHref("bystander")),
  onBack: popup.goBack,
  onCopy: (text) => navigator.clipboard.writeText(text),
  onOpenNotes: () => openNotes(isPadInFront ? UNLOCK_HREF : ""),
  onOpenItem: (id) => openNotes(itemHref(id)),
  onGetHelp: () => openNotes(HREF.help),
  onSetPassphrase: () => openNotes(PASSPHRASE_HREF),
  onPutOfferAway: popup.putOfferAway,
  onReadFirst: () => {
    void popup.putFirstAway();
    openNotes(HREF.start);
  },
  onKeepAddressOnly: popup.keepAddressOnly,
  onLeave: () => leaveEverywhere(go),
});

declareLanguage(document.documentElement);
wearLook(await readLook());
document.documentElement.classList.toggle("in-tab", askedTab !== null);
leaveWithOthers(go);
watchLeaveTo(setLeaveTo);
noteUseOf(document, () => send("vault.noteUse", {}));

const isPadInFront = await readPad();
const world = await popupWorld(askedTab);
const popup = runPopup(world, (state: PopupState, beside: Beside) =>
  render(<Popup state={state} beside={beside} calls={calls} />, document.body),
);
const calls = callsOf(popup);
await popup.start();

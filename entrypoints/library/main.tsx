/** The library: wires its sections to the vault, the background and the address. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { send } from "@/src/messaging/send";
import type { CaseLine } from "@/src/model/case-line";
import type { DamagedCase } from "@/src/model/damage";
import type { VaultFailure } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import type { CutOffRecording } from "@/src/model/recording";
import { browser } from "@/src/platform/browser";
import { isClearing, watchClearing } from "@/src/platform/preferences";
import { sweepSealed } from "@/src/platform/save-sealed";
import { readLook, watchLeaveTo, watchLook } from "@/src/platform/surface";
import { NO_FILTERS } from "@/src/search/filters";
import { keepTyped } from "@/src/ui/help/keep-typed";
import { runHelp } from "@/src/ui/help/run-help";
import type { HelpState } from "@/src/ui/help/state";
import { runReminder } from "@/src/ui/library/copies/run-reminder";
import { type FirstState, runFirst } from "@/src/ui/library/first/run-first";
import { Library } from "@/src/ui/library/Library";
import type { LibraryCalls } from "@/src/ui/library/library-calls";
import { type PadState, runPad } from "@/src/ui/library/pad/run-pad";
import { runCheck } from "@/src/ui/library/run-check";
import { runCutOff } from "@/src/ui/library/run-cut-off";
import { runDamage } from "@/src/ui/library/run-damage";
import { type GateState, runGate } from "@/src/ui/library/run-gate";
import { runLibrary } from "@/src/ui/library/run-library";
import { type CheckState, HREF, isHelp, type LibraryState, UNLOCK_HREF } from "@/src/ui/library/state";
import { cover, goToNeutralSite, isCovered, leaveEverywhere, leaveWithOthers, setLeaveTo } from "@/src/ui/parts/leave";
import { wearLook } from "@/src/ui/parts/look";
import { noteUseOf } from "@/src/ui/parts/note-use";
import { watchLock } from "@/src/vault/session-keys";
import {
  checkWorld,
  cutOffWorld,
  damageWorld,
  firstWorld,
  gateWorld,
  helpWorld,
  libraryWorld,
  padWorld,
  watchStore,
} from "./world";

declareLanguage(document.documentElement);
wearLook(await readLook());
leaveWithOthers(goToNeutralSite);
watchLeaveTo(setLeaveTo);
watchLook((look) => {
  wearLook(look);
  draw();
});

let gateState: GateState = { step: "opening" };
let state: LibraryState | null = null;
let helpState: HelpState | null = null;
let damaged: readonly DamagedCase[] = [];
let cutOffNow: readonly CutOffRecording[] = [];
let checkState: CheckState = { step: "idle" };
let isAheadOfCopies = false;
let cases: readonly CaseLine[] = [];
let firstState: FirstState | null = null;
let padState: PadState | null = null;
const draw = () =>
  render(
    <Library
      gate={gateState}
      state={state}
      check={checkState}
      isAheadOfCopies={isAheadOfCopies}
      damaged={damaged}
      cutOff={cutOffNow}
      cases={cases}
      first={firstState}
      pad={location.hash === UNLOCK_HREF ? null : padState}
      help={isHelp(location.hash) ? helpState : null}
      calls={calls}
      verifyHref={browser.runtime.getURL("/verify.html")}
    />,
    document.body,
  );

const noteUse = noteUseOf(document, () => send("vault.noteUse", {}));
const library = runLibrary(
  libraryWorld,
  (next) => {
    state = next;
    draw();
  },
  noteUse,
  (next) => {
    cases = next;
    draw();
  },
);
const first = runFirst(
  firstWorld,
  libraryWorld.caseBook,
  (next) => {
    firstState = next;
    draw();
  },
  () => void library.cases.look(),
);
let opened = Promise.resolve();
const gate = runGate(
  gateWorld,
  (next) => {
    gateState = next;
    draw();
  },
  () => {
    if (location.hash === UNLOCK_HREF) history.replaceState(null, "", HREF.kept);
    opened = open();
    void library.cases.look();
    void first.look();
    void damage.read();
    void cutOff.read();
  },
);
const damage = runDamage(damageWorld, (next) => {
  damaged = next;
  draw();
});
const cutOff = runCutOff(cutOffWorld, (next) => {
  cutOffNow = next;
  draw();
});
const reminder = runReminder(libraryWorld.copies, (isDue) => {
  isAheadOfCopies = isDue;
  draw();
});
async function open(): Promise<void> {
  await library.open(location.hash);
  await reminder.look();
}
const check = runCheck(checkWorld, (next) => {
  checkState = next;
  if (next.step === "checking") noteUse();
  if (next.step === "checked") void damage.read();
  draw();
});
const help = runHelp(helpWorld, (next) => {
  helpState = next;
  draw();
});
const thenRefresh = (work: Promise<unknown>) => void work.finally(gate.refresh);

/**
 * What is kept is compared with its digests each time the notes are opened; it can be stopped. First there is something
 * to see.
 */
async function unlock(secret: string): Promise<void> {
  await gate.unlock(secret);
  await checkOpened();
}

async function checkOpened(): Promise<void> {
  await opened;
  if (gateState.step === "open") await check.start(false);
}

/** From the notepad: nothing is shown unless it opens the notes. */
async function unlockUnseen(secret: string): Promise<boolean> {
  const isOpen = await gateWorld.unlock(secret).then(
    () => true,
    () => false,
  );
  if (isOpen) await gate.refresh().then(checkOpened);
  return isOpen;
}
const pad = runPad({ ...padWorld, unlock: unlockUnseen }, (next) => {
  padState = next;
  draw();
});

/** An item that was deleted is left at once, and cannot be gone back to. */
async function thenLeave(deletion: Promise<VaultFailure | null>, href: string) {
  const failure = await deletion;
  if (failure === null) location.replace(href);
  return failure;
}

/** The list, with the items of one case only. */
function showCase(id: CaseId): void {
  library.lookAtKept({ filters: { ...NO_FILTERS, cases: new Set([id]) } });
  location.hash = HREF.kept;
}

const calls: LibraryCalls = {
  onReload: () => location.reload(),
  onUnlock: unlock,
  onCheck: () => void check.start(true),
  onStopCheck: check.stop,
  onForgetEmptied: () => void damage.forgetEmptied(),
  onPutCutOffAway: cutOff.putAway,
  onLock: () => void send("vault.lock", {}),
  onPutOfferAway: () => thenRefresh(send("vault.putOfferAway", {})),
  onPutReminderAway: () => thenRefresh(send("vault.putReminderAway", {})),
  onAskPassphrase: library.locking.askPassphrase,
  onSetPassphrase: (current, passphrase) => thenRefresh(library.locking.setPassphrase(current, passphrase)),
  onAskSheet: library.locking.askSheet,
  onShowSheet: library.locking.showSheet,
  onPrint: () => window.print(),
  onClose: library.locking.close,
  onSetIdle: (minutes) => thenRefresh(library.locking.setIdle(minutes)),
  onLook: library.lookAtKept,
  onShowPicture: library.showPicture,
  onCoverPicture: library.coverPicture,
  onKeepShown: () => {
    library.keepShown();
    noteUse();
  },
  onCorrect: library.correct,
  onDelete: () => thenLeave(library.deleteItem(), HREF.kept),
  onAddressOnly: () => thenLeave(library.addressOnly(), HREF.reports),
  onKeepTyped: keepTyped((address) => send("address.keep", address)),
  onWipe: gate.wipe,
  onWrite: library.account.write,
  onType: library.account.type,
  onPutAway: library.account.putAway,
  onKeepEvent: () => void library.account.keep(),
  onRemoveEvent: (event) => void library.account.remove(event),
  onTypeRemarks: library.remarks.type,
  onListItems: () => void library.remarks.listItems(),
  onKeepRemarks: () => void library.remarks.keep(),
  onWritePad: pad.write,
  onFindInPad: pad.find,
  onSetPad: (isOn) => void library.setPad(isOn),
  onLookAs: (look) => void library.setLook(look),
  onLeaveTo: (typed) => void library.leaving.setTo(typed),
  onAllowRows: () => void library.leaving.allow(),
  onEndRows: () => void library.leaving.end(),
  onRemoveRows: () => void library.leaving.remove(),
  onEditCase: library.cases.edit,
  onTypeCase: library.cases.type,
  onPutCaseAway: library.cases.putAway,
  onKeepCase: () => void library.cases.keep(),
  onChooseCase: (id) => void library.cases.choose(id),
  onShowCase: showCase,
  onAnswerFirst: first.answer,
  onSkipFirst: () => void first.skip(),
  onFilterReports: library.reports.filter,
  onWriteReport: library.reports.write,
  onReportAddress: library.reports.writeAbout,
  onTypeReport: library.reports.type,
  onPutReportAway: library.reports.putAway,
  onKeepReport: () => void library.reports.keep(),
  onOpenReported: (report) => void library.reports.openReported(report),
  onLookAgain: (...look) => void library.reports.look(...look),
  onRemoveReport: (note) => void library.reports.remove(note),
  onSaveReports: () => void library.reports.save(),
  onMakeCopy: library.copies.make,
  onCheckCopy: (...about) => void library.copies.check(...about).then(reminder.look),
  onPutBackCopy: library.copies.putBack,
  onStopCopy: library.copies.stop,
  onOpenPackage: library.receive.openPackage,
  onAddPackage: library.receive.add,
  onOtherPackage: library.receive.another,
  onStopReceiving: library.receive.stop,
  onImport: library.importing.take,
  onStopImport: library.importing.stop,
  onImportMore: library.importing.more,
  onStampEach: library.stampEach.turnOn,
  onEndStampEach: library.stampEach.turnOff,
  onStampFile: library.stamp.choose,
  onAskStamp: library.stamp.ask,
  onSaveRequest: library.stamp.saveRequest,
  onAddReply: library.stamp.addReply,
  onStopStamp: library.stamp.stop,
  onAnotherStamp: library.stamp.another,
  onSaveMarked: library.saveMarked,
  cover: library.cover,
  onStopMarked: library.stopMarked,
  onKeepWholePage: library.wholePage.keep,
  onEndWholePage: library.wholePage.end,
  onPreview: library.handOver.preview,
  onMakePackage: library.handOver.make,
  onMakeWithoutDamaged: library.handOver.makeWithoutDamaged,
  onStopPackage: library.handOver.stop,
  onAnotherPackage: library.handOver.choose,
  onMakeBinder: library.handOver.makeBinder,
  onScreens: library.setScreens,
  onChooseItems: (ids) => void library.notice.choose(ids),
  onSaveText: libraryWorld.saveText,
  onChooseHelp: help.choose,
  onCopy: (text) => navigator.clipboard.writeText(text),
  onLeave: () => leaveEverywhere(goToNeutralSite),
};

/** A page that is loaded anew holds nothing of what the page before it had read. */
async function forget(): Promise<void> {
  if (isCovered()) return; // on its way out already
  cover();
  // Deleting everything locks first. A page that came back before the end would be taken away from under the user once more.
  if (await isClearing().catch(() => false)) await gateWorld.lockState().catch(() => {});
  location.reload();
}

watchStore(gate.letGo);
watchClearing(() => void forget());
watchLock((isLocked) => void (isLocked ? forget() : gate.refresh()));
/** Help is there whether the notes are locked or not. */
function openSection(): void {
  if (isHelp(location.hash)) void help.open(location.hash);
  else draw();
  if (gateState.step === "open") void open();
}
window.addEventListener("hashchange", openSection);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") library.coverPicture();
  else if (gateState.step === "open") void Promise.all([library.refresh(), cutOff.read()]);
});
if (isHelp(location.hash)) await help.open(location.hash);
await pad.open();
await gate.refresh();
await sweepSealed().catch((cause) => console.warn("not removed yet:", cause));

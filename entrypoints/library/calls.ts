/** What the library's faces ask for, given to the run that does it. */
import { send } from "@/src/messaging/send";
import type { VaultFailure } from "@/src/model/errors";
import { NO_FILTERS } from "@/src/search/filters";
import { keepTyped } from "@/src/ui/help/keep-typed";
import type { HelpRun } from "@/src/ui/help/run-help";
import type { ReminderRun } from "@/src/ui/library/copies/run-reminder";
import type { FirstRun } from "@/src/ui/library/first/run-first";
import type { LibraryCalls } from "@/src/ui/library/library-calls";
import type { PadRun } from "@/src/ui/library/pad/run-pad";
import { HREF } from "@/src/ui/library/routes";
import type { CheckRun } from "@/src/ui/library/run-check";
import type { CutOffRun } from "@/src/ui/library/run-cut-off";
import type { DamageRun } from "@/src/ui/library/run-damage";
import type { GateRun } from "@/src/ui/library/run-gate";
import type { LibraryActions } from "@/src/ui/library/run-library";
import { goToNeutralSite, leaveEverywhere } from "@/src/ui/parts/leave";
import { libraryWorld } from "./world";

interface Runs {
  library: LibraryActions;
  gate: GateRun;
  check: CheckRun;
  damage: DamageRun;
  cutOff: CutOffRun;
  reminder: ReminderRun;
  first: FirstRun;
  pad: PadRun;
  help: HelpRun;
  unlock: (secret: string) => Promise<void>;
  noteUse: () => void;
}

type Some = Partial<LibraryCalls>;

export function callsOf({
  library,
  gate,
  check,
  damage,
  cutOff,
  reminder,
  first,
  pad,
  help,
  unlock,
  noteUse,
}: Runs): LibraryCalls {
  return {
    ...gateCalls(gate),
    onUnlock: unlock,
    onCheck: () => void check.start(true),
    onStopCheck: check.stop,
    onForgetEmptied: () => void damage.forgetEmptied(),
    onPutCutOffAway: cutOff.putAway,
    ...keptCalls(library),
    ...itemCalls(library.item, noteUse),
    ...noteCalls(library),
    ...reportCalls(library),
    ...packageCalls(library),
    ...copyCalls(library.copies, reminder, damage),
    ...stampCalls(library.stamp),
    ...settingsCalls(library.settings, gate),
    onWritePad: pad.write,
    onFindInPad: pad.find,
    onAnswerFirst: first.answer,
    onSkipFirst: () => void first.skip(),
    onChooseHelp: help.choose,
    onKeepTyped: keepTyped((address) => send("address.keep", address)),
    onCopy: (text) => navigator.clipboard.writeText(text),
    onPrint: () => window.print(),
    onReload: () => location.reload(),
    onLeave: () => leaveEverywhere(goToNeutralSite),
  };
}

function gateCalls(gate: GateRun) {
  return {
    onLock: () => void send("vault.lock", {}),
    onPutOfferAway: () => void send("vault.putOfferAway", {}).finally(gate.refresh),
    onPutReminderAway: () => void send("vault.putReminderAway", {}).finally(gate.refresh),
    onWipe: gate.wipe,
  } satisfies Some;
}

function keptCalls({ lookAtKept, importing }: LibraryActions) {
  return {
    onLook: lookAtKept,
    /** The list, with the items of one case only. */
    onShowCase: (id) => {
      lookAtKept({ filters: { ...NO_FILTERS, cases: new Set([id]) } });
      location.hash = HREF.kept;
    },
    onImport: importing.take,
    onStopImport: importing.stop,
    onImportMore: importing.more,
  } satisfies Some;
}

function itemCalls(item: LibraryActions["item"], noteUse: () => void) {
  return {
    onShowPicture: item.showPicture,
    onCoverPicture: item.coverPicture,
    onKeepShown: () => {
      item.keepShown();
      noteUse();
    },
    onCorrect: item.correct,
    onDelete: () => thenLeave(item.delete(), HREF.kept),
    onAddressOnly: () => thenLeave(item.addressOnly(), HREF.reports),
    onTypeRemarks: item.remarks.type,
    onListItems: () => void item.remarks.listItems(),
    onKeepRemarks: () => void item.remarks.keep(),
    onSaveMarked: item.saveMarked,
    onStopMarked: item.stopMarked,
    cover: item.cover,
  } satisfies Some;
}

/** An item that was deleted is left at once, and cannot be gone back to. */
async function thenLeave(deletion: Promise<VaultFailure | null>, href: string) {
  const failure = await deletion;
  if (failure === null) location.replace(href);
  return failure;
}

function noteCalls({ account, cases }: LibraryActions) {
  return {
    onWrite: account.write,
    onType: account.type,
    onPutAway: account.putAway,
    onKeepEvent: () => void account.keep(),
    onRemoveEvent: (event) => void account.remove(event),
    onEditCase: cases.edit,
    onTypeCase: cases.type,
    onPutCaseAway: cases.putAway,
    onKeepCase: () => void cases.keep(),
    onChooseCase: (id) => void cases.choose(id),
  } satisfies Some;
}

function reportCalls({ reports, notice }: LibraryActions) {
  return {
    onFilterReports: reports.filter,
    onWriteReport: reports.write,
    onReportAddress: reports.writeAbout,
    onTypeReport: reports.type,
    onPutReportAway: reports.putAway,
    onKeepReport: () => void reports.keep(),
    onOpenReported: (report) => void reports.openReported(report),
    onLookAgain: (...look) => void reports.look(...look),
    onRemoveReport: (note) => void reports.remove(note),
    onSaveReports: () => void reports.save(),
    onChooseItems: (ids) => void notice.choose(ids),
    onSaveText: libraryWorld.saveText,
  } satisfies Some;
}

function packageCalls({ handOver, receive }: LibraryActions) {
  return {
    onPreview: handOver.preview,
    onMakePackage: handOver.make,
    onMakeWithoutDamaged: handOver.makeWithoutDamaged,
    onStopPackage: handOver.stop,
    onAnotherPackage: handOver.choose,
    onMakeBinder: handOver.makeBinder,
    onOpenPackage: receive.openPackage,
    onAddPackage: receive.add,
    onOtherPackage: receive.another,
    onStopReceiving: receive.stop,
  } satisfies Some;
}

function copyCalls(copies: LibraryActions["copies"], reminder: ReminderRun, damage: DamageRun) {
  return {
    onMakeCopy: copies.make,
    onCheckCopy: (...about) => void copies.check(...about).then(reminder.look),
    onPutBackCopy: (...about) => void copies.putBack(...about).then(damage.read),
    onStopCopy: copies.stop,
  } satisfies Some;
}

function stampCalls(stamp: LibraryActions["stamp"]) {
  return {
    onStampFile: stamp.choose,
    onAskStamp: stamp.ask,
    onSaveRequest: stamp.saveRequest,
    onAddReply: stamp.addReply,
    onStopStamp: stamp.stop,
    onAnotherStamp: stamp.another,
  } satisfies Some;
}

function settingsCalls(
  { locking, leaving, stampEach, wholePage, ...settings }: LibraryActions["settings"],
  gate: GateRun,
) {
  return {
    onAskPassphrase: locking.askPassphrase,
    onSetPassphrase: (current, passphrase) => void locking.setPassphrase(current, passphrase).finally(gate.refresh),
    onAskSheet: locking.askSheet,
    onShowSheet: locking.showSheet,
    onClose: locking.close,
    onSetIdle: (minutes) => void locking.setIdle(minutes).finally(gate.refresh),
    onScreens: settings.setScreens,
    onSetPad: (isOn) => void settings.setPad(isOn),
    onLookAs: (look) => void settings.setLook(look),
    onLeaveTo: (typed) => void leaving.setTo(typed),
    onAllowRows: () => void leaving.allow(),
    onEndRows: () => void leaving.end(),
    onRemoveRows: () => void leaving.remove(),
    onStampEach: stampEach.turnOn,
    onEndStampEach: stampEach.turnOff,
    onKeepWholePage: wholePage.keep,
    onEndWholePage: wholePage.end,
  } satisfies Some;
}

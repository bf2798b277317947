/** What happens in the library: one section after another, as the address says. */
import type { CaseLine } from "@/src/model/case-line";
import type { ExhibitId } from "@/src/model/exhibit";
import type { Look } from "@/src/model/neutral-look";
import { type CopiesRun, isGoingOn, runCopies } from "@/src/ui/library/copies/run-copies";
import { type ImportRun, runImport } from "@/src/ui/library/importing/run-import";
import { type ReceiveRun, runReceive } from "@/src/ui/library/receive/run-receive";
import { type NoticeRun, runNotice } from "@/src/ui/notices/run-notice";
import { type AccountRun, runAccount } from "./account/run-account";
import { type CasesRun, runCases } from "./cases/run-cases";
import type { Correct } from "./corrections";
import { type HandOverRun, runHandOver } from "./hand-over/run-hand-over";
import { type LeavingRun, runLeaving } from "./leaving/run-leaving";
import { type ReportsRun, runReports } from "./reports/run-reports";
import { type CoverActions, type Delete, type ItemDrafts, type ItemRun, runItem } from "./run-item";
import { type KeptRun, runKept } from "./run-kept";
import { type LockingRun, runLocking } from "./run-locking";
import { runWholePage, type WholePageRun } from "./run-whole-page";
import { type AtOnceRun, runAtOnce } from "./stamp/run-at-once";
import { runStamp, type StampRun } from "./stamp/run-stamp";
import { type LibraryState, routeOf, type SettingsState } from "./state";
import type { LibraryWorld } from "./world";

export interface LibraryActions {
  /** Opens the section that a hash names. */
  open(hash: string): Promise<void>;
  /** Reads the list or the item that is shown again. */
  refresh(): Promise<void>;
  lookAtKept: KeptRun["look"];
  showPicture(): Promise<void>;
  coverPicture(): void;
  keepShown(): void;
  correct: Correct;
  deleteItem: Delete;
  /** Deletes the item and keeps its address. */
  addressOnly: Delete;
  remarks: ItemRun["remarks"];
  saveMarked(): Promise<void>;
  stopMarked(): void;
  cover: CoverActions;
  handOver: HandOverRun;
  setLook(look: Look): Promise<void>;
  setPad(isOn: boolean): Promise<void>;
  setScreens(screens: number): Promise<void>;
  locking: LockingRun;
  copies: CopiesRun;
  receive: ReceiveRun;
  importing: ImportRun;
  notice: NoticeRun;
  reports: ReportsRun;
  stamp: StampRun;
  stampEach: AtOnceRun;
  wholePage: WholePageRun;
  leaving: LeavingRun;
  account: AccountRun;
  cases: CasesRun;
}

/**
 * @param onGoingOn Told again and again while something long goes on without a key or a click, in whatever section.
 * @param onCases Told of the cases whenever they were read.
 */
export function runLibrary(
  world: LibraryWorld,
  show: (state: LibraryState) => void,
  onGoingOn: () => void = () => {},
  onCases: (cases: readonly CaseLine[]) => void = () => {},
): LibraryActions {
  let item: ReturnType<typeof runItem> | null = null;
  let itemId: ExhibitId | null = null;
  const drafts: ItemDrafts = { remarks: new Map(), covers: new Map() };
  let section: LibraryState["section"] | null = null;
  const handOver = runHandOver(world, (state) => {
    if (state.step === "making") onGoingOn();
    if (section === "handOver") show({ section, handOver: state });
  });

  const reports = runReports(world, (state) => {
    if (section === "reports") show({ section, reports: state });
  });

  const notice = runNotice(world, (state) => {
    if (section === "notice") show({ section, notice: state });
  });

  const account = runAccount(world, (state) => {
    if (section === "account") show({ section, account: state });
  });

  const kept = runKept(world, (list, view) => {
    if (section === "kept") show({ section, list, view });
  });

  const copies = runCopies(world.copies, (state) => {
    if (isGoingOn(state.doing)) onGoingOn();
    if (section === "copies") show({ section, copies: state });
  });

  const receive = runReceive(world.receive, (state) => {
    if (state.doing.step === "opening" || state.doing.step === "adding") onGoingOn();
    if (state.doing.step === "added") {
      kept.forget();
      void cases.look();
    }
    if (section === "receive") show({ section, receive: state });
  });

  const importing = runImport(world.importing, (state) => {
    if (state.step === "importing") onGoingOn();
    if (state.step === "imported") kept.forget();
    if (section === "import") show({ section, state });
  });

  const cases = runCases(
    world.caseBook,
    world.summaries,
    (state) => {
      if (section === "cases") show({ section, cases: state });
    },
    onCases,
  );

  const stamp = runStamp(world.stamp, (state) => {
    if (section === "stamp") show({ section, stamp: state });
  });

  let settings: SettingsState = {
    version: world.version,
    room: "reading",
    screens: null,
    locking: { step: "closed" },
    look: null,
    pad: null,
    leaving: null,
    wholePage: null,
    stampEach: null,
  };
  const putSettings = (some: Partial<SettingsState>) => {
    settings = { ...settings, ...some };
    if (section === "settings") show({ section, ...settings });
  };
  const locking = runLocking(world, (state) => putSettings({ locking: state }));
  const leaving = runLeaving(world.leaving, (state) => putSettings({ leaving: state }));
  const wholePage = runWholePage(world, (state) => putSettings({ wholePage: state }));
  const stampEach = runAtOnce(world.stampEach, (state) => putSettings({ stampEach: state }));
  const readSettings = async () => {
    const now = Promise.all([leaving.open(), wholePage.open(), stampEach.open()]);
    const room = world.room().catch(() => null);
    putSettings({
      screens: await world.readScreens(),
      look: await world.readLook(),
      pad: await world.readPad(),
      room: await room,
    });
    await now;
  };

  const open = async (hash: string) => {
    item?.close();
    item = null;
    const cameFrom = itemId;
    const route = routeOf(hash);
    itemId = route.section === "item" ? route.id : null;
    section = route.section;
    switch (route.section) {
      case "kept":
        return kept.open(cameFrom);
      case "item":
        item = runItem(world, route.id, drafts, (state) => show({ section: "item", item: state }));
        return item.read();
      case "account":
        return account.open();
      case "handOver":
        return handOver.open();
      case "receive":
        return receive.open();
      case "import":
        return importing.open();
      case "reports":
        return reports.open(route.about);
      case "notice":
        return notice.open(route.about);
      case "help":
        return show({ section: "help" });
      case "check":
      case "start":
        return show({ section: route.section });
      case "cases":
        return cases.open();
      case "copies":
        return copies.open();
      case "stamp":
        return stamp.open();
      case "settings":
        locking.open(route.asksPassphrase);
        return readSettings();
    }
  };

  const gone = async (deletion?: Delete) => {
    const failure = deletion === undefined ? "notFound" : await deletion();
    if (failure === null) kept.forget();
    return failure;
  };

  return {
    open,
    refresh: async () => {
      await cases.look();
      if (section === "kept") await kept.refresh();
      await item?.refresh();
      if (section === "account") await account.open();
      if (section === "reports") await reports.refresh();
    },
    lookAtKept: kept.look,
    showPicture: async () => item?.showPicture(),
    coverPicture: () => item?.coverPicture(),
    keepShown: () => item?.keepShown(),
    correct: async (fact, value) => (item === null ? "notFound" : item.correct(fact, value)),
    deleteItem: () => gone(item?.delete),
    addressOnly: () => gone(item?.addressOnly),
    remarks: {
      type: (form) => item?.remarks.type(form),
      listItems: async () => item?.remarks.listItems(),
      keep: async () => item?.remarks.keep(),
    },
    saveMarked: async () => item?.saveMarked(),
    stopMarked: () => item?.stopMarked(),
    cover: {
      begin: async () => item?.cover.begin(),
      draw: (change) => item?.cover.draw(change),
      undo: () => item?.cover.undo(),
      end: () => item?.cover.end(),
      keep: async () => item?.cover.keep(),
      saveCopy: async () => item?.cover.saveCopy(),
      stop: () => item?.cover.stop(),
    },
    setLook: async (look) => {
      await world.writeLook(look);
      putSettings({ look });
    },
    setPad: async (isOn) => {
      await world.writePad(isOn);
      putSettings({ pad: isOn });
    },
    setScreens: async (screens) => {
      await world.writeScreens(screens);
      putSettings({ screens });
    },
    handOver,
    locking,
    copies,
    receive,
    importing,
    notice,
    reports,
    stamp,
    stampEach,
    wholePage,
    leaving,
    account,
    cases,
  };
}

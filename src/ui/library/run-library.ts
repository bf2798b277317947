/** What happens in the library: one section after another, as the address says. */
import type { CaseLine } from "@/src/model/case-line";
import type { ExhibitId } from "@/src/model/exhibit";
import { type CopiesRun, isGoingOn, runCopies } from "@/src/ui/library/copies/run-copies";
import { type ImportRun, runImport } from "@/src/ui/library/importing/run-import";
import { type ReceiveRun, runReceive } from "@/src/ui/library/receive/run-receive";
import { type NoticeRun, runNotice } from "@/src/ui/notices/run-notice";
import { type AccountRun, runAccount } from "./account/run-account";
import { type CasesRun, runCases } from "./cases/run-cases";
import type { CasesState } from "./cases/state";
import { type HandOverRun, runHandOver } from "./hand-over/run-hand-over";
import { type ReportsRun, runReports } from "./reports/run-reports";
import { routeOf } from "./routes";
import { type KeptRun, runKept } from "./run-kept";
import { type OpenItemRun, runOpenItem } from "./run-open-item";
import { runSettings, type SettingsRun } from "./run-settings";
import { runStamp, type StampRun } from "./stamp/run-stamp";
import type { LibraryState } from "./state";
import type { LibraryWorld } from "./world";

export interface LibraryActions {
  /** Opens the section that a hash names. */
  open(hash: string): Promise<void>;
  /** Reads the list or the item that is shown again. */
  refresh(): Promise<void>;
  lookAtKept: KeptRun["look"];
  item: Omit<OpenItemRun, "open" | "close" | "refresh">;
  handOver: HandOverRun;
  copies: CopiesRun;
  receive: ReceiveRun;
  importing: ImportRun;
  notice: NoticeRun;
  reports: ReportsRun;
  stamp: StampRun;
  account: AccountRun;
  cases: CasesRun;
  settings: Omit<SettingsRun, "open">;
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
  let itemId: ExhibitId | null = null;
  let section: LibraryState["section"] | null = null;
  /** Work goes on in sections that were left; only the one that is open is shown. */
  const put = (state: LibraryState) => {
    if (state.section === section) show(state);
  };

  const kept = runKept(world, (list, view) => put({ section: "kept", list, view }));
  const item = runOpenItem(world, (state) => put({ section: "item", item: state }), kept.forget);
  const reports = runReports(world, (state) => put({ section: "reports", reports: state }));
  const notice = runNotice(world, (state) => put({ section: "notice", notice: state }));
  const account = runAccount(world, (state) => put({ section: "account", account: state }));
  const stamp = runStamp(world.stamp, (state) => put({ section: "stamp", stamp: state }));
  const settings = runSettings(world, (state) => put({ section: "settings", ...state }));
  const showCases = (state: CasesState) => put({ section: "cases", cases: state });
  const cases = runCases(world.caseBook, world.summaries, showCases, onCases);

  const handOver = runHandOver(world, (state) => {
    if (state.step === "making") onGoingOn();
    put({ section: "handOver", handOver: state });
  });
  const copies = runCopies(world.copies, (state) => {
    if (isGoingOn(state.doing)) onGoingOn();
    put({ section: "copies", copies: state });
  });
  const receive = runReceive(world.receive, (state) => {
    if (state.doing.step === "opening" || state.doing.step === "adding") onGoingOn();
    if (state.doing.step === "added") {
      kept.forget();
      void cases.look();
    }
    put({ section: "receive", receive: state });
  });
  const importing = runImport(world.importing, (state) => {
    if (state.step === "importing") onGoingOn();
    if (state.step === "imported") kept.forget();
    put({ section: "import", state });
  });

  const open = async (hash: string) => {
    item.close();
    const cameFrom = itemId;
    const route = routeOf(hash);
    itemId = route.section === "item" ? route.id : null;
    section = route.section;
    switch (route.section) {
      case "kept":
        return kept.open(cameFrom);
      case "item":
        return item.open(route.id);
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
      case "cases":
        return cases.open();
      case "copies":
        return copies.open();
      case "stamp":
        return stamp.open();
      case "settings":
        return settings.open(route.asksPassphrase);
      case "help":
      case "check":
      case "start":
        return put({ section: route.section });
    }
  };

  const refresh = async () => {
    await cases.look();
    if (section === "kept") await kept.refresh();
    await item.refresh();
    if (section === "account") await account.open();
    if (section === "reports") await reports.refresh();
  };

  return {
    open,
    refresh,
    lookAtKept: kept.look,
    item,
    handOver,
    copies,
    receive,
    importing,
    notice,
    reports,
    stamp,
    account,
    cases,
    settings,
  };
}

import { t } from "@/src/i18n/t";
import type { CaseLine } from "@/src/model/case-line";
import type { LockState } from "@/src/model/lock";
import { Help } from "@/src/ui/help/Help";
import type { HelpState } from "@/src/ui/help/state";
import { Copies } from "@/src/ui/library/copies/Copies";
import { ImportFiles } from "@/src/ui/library/importing/ImportFiles";
import { Receive } from "@/src/ui/library/receive/Receive";
import { Reports } from "@/src/ui/notices/Reports";
import { WriteNotice } from "@/src/ui/notices/WriteNotice";
import { Account } from "./account/Account";
import { CheckKept } from "./CheckKept";
import { CasesPage } from "./cases/CasesPage";
import { FirstUse } from "./first/FirstUse";
import type { FirstState } from "./first/run-first";
import { HandOver } from "./hand-over/HandOver";
import { Item } from "./Item";
import { KeptItems } from "./KeptItems";
import type { LibraryCalls } from "./library-calls";
import { HREF, NOTICE_HREF } from "./routes";
import { Settings } from "./Settings";
import { StampPage } from "./stamp/StampPage";
import type { CheckState, LibraryState } from "./state";
import { Title } from "./Title";

export interface WorkProps {
  lock: LockState | null;
  state: LibraryState;
  check: CheckState;
  cases?: readonly CaseLine[];
  first?: FirstState | null;
  help: HelpState | null;
  calls: LibraryCalls;
  verifyHref: string;
}

/** The section that is open. */
export function Work({ lock, state, check, help, cases = [], first = null, calls, verifyHref }: WorkProps) {
  switch (state.section) {
    case "kept":
      return (
        <KeptItems
          list={state.list}
          view={state.view}
          lock={lock}
          cases={cases}
          first={first}
          calls={calls}
          onLook={calls.onLook}
          onPutOfferAway={calls.onPutOfferAway}
        />
      );
    case "item":
      return <Item item={state.item} calls={calls} />;
    case "account":
      return <Account account={state.account} calls={calls} />;
    case "handOver":
      return <HandOver handOver={state.handOver} calls={calls} verifyHref={verifyHref} />;
    case "receive":
      return <Receive receive={state.receive} calls={calls} backHref={HREF.handOver} />;
    case "import":
      return <ImportFiles state={state.state} calls={calls} />;
    case "reports":
      return <Reports noticeHref={NOTICE_HREF} reports={state.reports} calls={calls} />;
    case "notice":
      return <WriteNotice notice={state.notice} calls={calls} />;
    case "help":
      return help === null ? null : <Help help={help} calls={calls} />;
    case "check":
      return <CheckKept check={check} calls={calls} />;
    case "copies":
      return <Copies copies={state.copies} calls={calls} />;
    case "stamp":
      return <StampPage stamp={state.stamp} calls={calls} />;
    case "cases":
      return <CasesPage cases={state.cases} calls={calls} />;
    case "start":
      return <Start first={first} calls={calls} />;
    case "settings":
      return <Settings {...state} lock={lock} calls={calls} />;
  }
}

function Start({ first, calls }: { first: FirstState | null; calls: LibraryCalls }) {
  return (
    <div class="stack">
      <Title>{t("firstTitle")}</Title>
      {first !== null && <FirstUse first={first} calls={calls} />}
    </div>
  );
}

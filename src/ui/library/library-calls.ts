import type { ChooseHelp } from "@/src/ui/help/run-help";
import type { KeepTyped } from "@/src/ui/help/Under18Page";
import type { CopiesCalls } from "@/src/ui/library/copies/Copies";
import type { ImportCalls } from "@/src/ui/library/importing/ImportFiles";
import type { ReceiveCalls } from "@/src/ui/library/receive/Receive";
import type { NoticeCalls } from "@/src/ui/notices/WriteNotice";
import type { AccountCalls } from "./account/Account";
import type { CheckCalls } from "./CheckKept";
import type { CasesCalls } from "./cases/CasesPage";
import type { Correct } from "./corrections";
import type { FirstCalls } from "./first/FirstUse";
import type { HandOverCalls } from "./hand-over/HandOver";
import type { LockingCalls } from "./Locking";
import type { LeavingCalls } from "./leaving/LeavingSetting";
import type { LookCalls } from "./looks/LookSetting";
import type { PadCalls } from "./pad/Pad";
import type { PadSettingCalls } from "./pad/PadSetting";
import type { RemarksCalls } from "./remarks/RemarksCard";
import type { ReportsCalls } from "./reports/ReportsList";
import type { CutOffRun } from "./run-cut-off";
import type { Wipe } from "./run-gate";
import type { CoverActions, Delete } from "./run-item";
import type { KeptRun } from "./run-kept";
import type { AtOnceCalls } from "./stamp/AtOnceSetting";
import type { StampCalls } from "./stamp/StampPage";
import type { WholePageCalls } from "./WholePageSetting";

/** What the sections can ask for. */
export interface LibraryCalls
  extends LockingCalls,
    CheckCalls,
    CopiesCalls,
    HandOverCalls,
    StampCalls,
    ReceiveCalls,
    ImportCalls,
    AtOnceCalls,
    WholePageCalls,
    NoticeCalls,
    AccountCalls,
    RemarksCalls,
    CasesCalls,
    LeavingCalls,
    LookCalls,
    PadCalls,
    PadSettingCalls,
    FirstCalls,
    ReportsCalls {
  onReload: () => void;
  onUnlock: (secret: string) => void;
  onLock: () => void;
  onForgetEmptied: () => void;
  onPutCutOffAway: CutOffRun["putAway"];
  onPutOfferAway: () => void;
  onPutReminderAway: () => void;
  onLook: KeptRun["look"];
  onShowPicture: () => void;
  onCoverPicture: () => void;
  onKeepShown: () => void;
  onCorrect: Correct;
  onDelete: Delete;
  onAddressOnly: Delete;
  onKeepTyped: KeepTyped;
  onWipe: Wipe;
  onSaveMarked: () => void;
  onStopMarked: () => void;
  cover: CoverActions;
  onScreens: (screens: number) => void;
  onChooseHelp: ChooseHelp;
  onCopy: (text: string) => Promise<void>;
  onLeave: () => void;
}

/** Every face of the library: one section at a time, and in each the step it is at. */
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import type { PictureFailure, VaultFailure } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import type { FixityReport } from "@/src/model/fixity";
import type { Look } from "@/src/model/neutral-look";
import type { FilterChoices, Filters } from "@/src/search/filters";
import type { CopiesState } from "@/src/ui/library/copies/run-copies";
import type { ImportState } from "@/src/ui/library/importing/run-import";
import type { ReceiveState } from "@/src/ui/library/receive/run-receive";
import type { NoticeState } from "@/src/ui/notices/state";
import type { AccountState } from "./account/state";
import type { CasesState } from "./cases/state";
import type { CorrectionSaid } from "./corrections";
import type { CoverState } from "./cover/state";
import type { HandOverState } from "./hand-over/state";
import type { LeavingState } from "./leaving/run-leaving";
import type { RemarksState } from "./remarks/state";
import type { ReportsState } from "./reports/state";
import type { AtOnceState } from "./stamp/run-at-once";
import type { StampState } from "./stamp/run-stamp";

export type LibraryState =
  | { section: "kept"; list: ListState; view: KeptView }
  | { section: "item"; item: ItemState }
  | { section: "account"; account: AccountState }
  | { section: "handOver"; handOver: HandOverState }
  | { section: "reports"; reports: ReportsState }
  | { section: "receive"; receive: ReceiveState }
  | { section: "import"; state: ImportState }
  | { section: "notice"; notice: NoticeState }
  | { section: "help" }
  | { section: "check" }
  | { section: "start" }
  | { section: "cases"; cases: CasesState }
  | { section: "copies"; copies: CopiesState }
  | { section: "stamp"; stamp: StampState }
  | ({ section: "settings" } & SettingsState);

export type ListState =
  | { step: "reading" }
  | { step: "failed"; failure: VaultFailure }
  | {
      step: "read";
      /** Newest first. */
      items: ExhibitSummary[];
      /** Those that fit what is looked for. */
      found: ExhibitSummary[];
      /** What there is to filter by. */
      choices: FilterChoices;
      /** Those that cannot be read. */
      damaged: ExhibitId[];
      /** How many could not be given a number yet. */
      waiting: number;
      /** False as long as only the newest were read. */
      isWhole: boolean;
    };

/** How the list is looked at. */
export interface KeptView {
  words: string;
  filters: Filters;
  layout: "rows" | "tiles";
  /** The item that was looked at just before. */
  cameFrom: ExhibitId | null;
}

export type ItemState =
  | { step: "reading" }
  | { step: "failed"; failure: VaultFailure }
  /** `history`: what was done to this item, oldest first; `null` where the log is damaged. */
  | {
      step: "read";
      record: ExhibitRecord;
      history: CustodyEntry[] | null;
      /** `null` where they cannot be read. */
      corrections: Correction[] | null;
      said: CorrectionSaid;
      picture: PictureState;
      marked: MarkedState;
      /** `null` where it cannot be read what the user covered. */
      cover: CoverState | null;
      /** `null` where they cannot be read. */
      remarks: RemarksState | null;
    };

export type PictureState =
  | { step: "covered" }
  | { step: "opening" }
  | { step: "shown"; objectUrl: string }
  | { step: "failed"; failure: VaultFailure };

/** A copy of the picture with its facts written above it. */
export type MarkedState =
  | { step: "waiting" }
  /** `rowsTotal` is 0 until the picture was opened. */
  | { step: "making"; rowsDone: number; rowsTotal: number }
  | { step: "made"; fileName: string }
  | { step: "notMade"; failure: MarkedFailure };

export type MarkedFailure = PictureFailure | VaultFailure | "fileChanged" | "cancelled";

export interface SettingsState {
  version: string;
  room: Room | null | "reading";
  /** `null` until it was read. */
  screens: number | null;
  locking: LockingState;
  /** `null` until it was read. */
  look: Look | null;
  /** Whether a notepad stands in front while locked; `null` until it was read. */
  pad: boolean | null;
  /** `null` until it was read. */
  leaving: LeavingState | null;
  /** `null`: this browser has no whole-page file to offer, or it is not known yet. */
  wholePage: WholePageState | null;
  /** `null` until it was read. */
  stampEach: AtOnceState | null;
}

/** Whether a whole-page file is kept; "refused": the browser's question was just answered with no. */
export type WholePageState = "on" | "off" | "asking" | "refused";

/** In bytes. */
export interface Room {
  used: number;
  left: number;
}

/** What is being set about locking. Secrets are not part of it; `lines` of the sheet are, while it is shown. */
export type LockingState =
  | { step: "closed" }
  /** A passphrase was set just now. */
  | { step: "set" }
  | { step: "passphrase"; isBusy: boolean; failure: VaultFailure | null }
  | { step: "sheet"; isBusy: boolean; failure: VaultFailure | null; lines: string[] | null };

/** The fixity check: `isAsked` is false for the one after unlocking. */
export type CheckState =
  | { step: "idle" }
  | { step: "checking"; itemsDone: number; itemsTotal: number }
  | { step: "checked"; report: FixityReport; isAsked: boolean }
  | { step: "failed"; failure: VaultFailure };

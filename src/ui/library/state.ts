/** Every face of the library: one section at a time, and in each the step it is at. */
import type { Language } from "@/src/i18n/languages";
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry, CustodyHead, Role } from "@/src/model/custody";
import type { Sha256 } from "@/src/model/digest";
import type { ExportFailure, PictureFailure, VaultFailure } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import type { FixityReport } from "@/src/model/fixity";
import type { KeysMistake, PackagePreview, PicturesRule, Receiver } from "@/src/model/hand-over";
import type { Look } from "@/src/model/neutral-look";
import type { PaperName } from "@/src/model/paper";
import type { FilterChoices, Filters } from "@/src/search/filters";
import { HELP_HREF } from "@/src/ui/guides/guides";
import type { CopiesState } from "@/src/ui/library/copies/run-copies";
import type { ImportState } from "@/src/ui/library/importing/run-import";
import type { ReceiveState } from "@/src/ui/library/receive/run-receive";
import type { NoticeState } from "@/src/ui/notices/state";
import type { AccountState } from "./account/state";
import { CASES_HREF, type CasesState } from "./cases/state";
import type { CorrectionSaid } from "./corrections";
import type { CoverState } from "./cover/state";
import { FIRST_HREF } from "./first/run-first";
import type { CaseToChoose, HandOverChoice } from "./hand-over/choice";
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

export type HandOverState =
  | { step: "reading" }
  | { step: "failed"; failure: VaultFailure }
  /** `choice`: what was chosen so far; `null` where there is nothing to hand over. `mistake`: in the keys that were typed. */
  | {
      step: "choosing";
      items: ExhibitSummary[];
      cases: CaseToChoose[];
      damaged: ExhibitId[];
      choice: HandOverChoice | null;
      mistake: KeysMistake | null;
    }
  | { step: "counting"; itemsDone: number; itemsTotal: number }
  /** `items`: those that were chosen, in the order of the preview's rows. */
  | { step: "preview"; choice: HandOverChoice; items: ExhibitSummary[]; preview: PackagePreview }
  /** `filesTotal` is 0 until the files were counted. */
  | ({ step: "making" } & PackageProgress)
  | { step: "made"; package: MadePackage; binder: BinderState }
  | { step: "notMade"; failure: PackageFailure };

/** Files: those of the items, and marked copies. Bytes: of the items' own. */
export interface PackageProgress {
  filesDone: number;
  filesTotal: number;
  bytesDone: number;
  bytesTotal: number;
}

export interface MadePackage {
  /** As it was saved; the user may have named it. */
  fileName: string;
  /** Where the user chose a place for it; otherwise it is among the browser's downloads. */
  isPlaced: boolean;
  /** How it was sealed, with the passphrase where one was made. */
  seal: { by: "nothing" | "keys" } | { by: "words"; passphrase: string };
  pictures: PicturesRule;
  receiver: Receiver | null;
  /** Of what is written for the receiver. */
  language: Language;
  /** In which role the user keeps the case. */
  keptBy: Role;
  withWords: boolean;
  items: number;
  /** SHA-256 of the package's list of lists: the one line to tell the receiver. */
  tagManifestSha256: Sha256;
  exhibits: readonly ExhibitId[];
  /** Where the custody log in the package ends. */
  head: CustodyHead;
  /** Place in the log, from 1, of the first entry that does not fit; `null`: all fit. */
  logBrokenAt: number | null;
  /** How many items are not in it as a whole, because something of them is damaged. */
  damaged?: number;
}

/** The printed form of a package that was made. */
export type BinderState =
  | { step: "choosing" }
  /** `sheetsTotal` is 0 until everything was laid out once. */
  | { step: "making"; sheetsDone: number; sheetsTotal: number }
  | { step: "made"; fileName: string }
  | { step: "notMade"; failure: PackageFailure };

export interface BinderChoice {
  paper: PaperName;
  withPictures: boolean;
}

/** Why there is no package, and which item it is about where that is known. */
export interface PackageFailure {
  code: ExportFailure | VaultFailure;
  exhibit?: number;
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

/** The address of a section within the page. */
export const HREF = {
  kept: "#/",
  reports: "#/reports",
  account: "#/account",
  help: HELP_HREF,
  handOver: "#/hand-over",
  receive: "#/receive",
  import: "#/import",
  check: "#/check",
  copies: "#/copies",
  stamp: "#/stamp",
  cases: CASES_HREF,
  start: FIRST_HREF,
  settings: "#/settings",
} as const;
export type Section = keyof typeof HREF;

/** Who helps, or one of the guides. */
export function isHelp(hash: string): boolean {
  return hash === HELP_HREF || hash.startsWith(`${HELP_HREF}/`);
}

export function itemHref(id: ExhibitId): string {
  return `#/item/${id}`;
}

/** The form to unlock, also where a notepad stands in front of it. */
export const UNLOCK_HREF = "#/unlock";

/** Settings, with the form for a passphrase open. */
export const PASSPHRASE_HREF = "#/settings/passphrase";

export type Route =
  | { section: Exclude<Section, "settings" | "reports"> }
  /** `about`: the kept item that a report is to be written about. */
  | { section: "reports"; about: ExhibitId | null }
  | { section: "settings"; asksPassphrase: boolean }
  /** `about`: the kept item that is chosen from the start. */
  | { section: "notice"; about: ExhibitId | null }
  | { section: "item"; id: ExhibitId };

/** Where a report about a kept item is written down. */
export function reportHref(id: ExhibitId): string {
  return `${HREF.reports}/new/${id}`;
}

export const NOTICE_HREF = "#/reports/notice";

/** Where a notice is written about a kept item. */
export function noticeHref(id: ExhibitId): string {
  return `${NOTICE_HREF}/${id}`;
}

/** Anything unknown leads to the list. */
export function routeOf(hash: string): Route {
  const item = /^#\/item\/([0-9a-f-]{36})$/.exec(hash)?.[1];
  if (item !== undefined) return { section: "item", id: item as ExhibitId };
  const about = /^#\/reports\/notice(?:\/([0-9a-f-]{36}))?$/.exec(hash);
  if (about !== null) return { section: "notice", about: (about[1] ?? null) as ExhibitId | null };
  const reported = /^#\/reports(?:\/new\/([0-9a-f-]{36}))?$/.exec(hash);
  if (reported !== null) return { section: "reports", about: (reported[1] ?? null) as ExhibitId | null };
  if (hash === HREF.account) return { section: "account" };
  if (isHelp(hash)) return { section: "help" };
  if (hash === HREF.handOver) return { section: "handOver" };
  if (hash === HREF.receive) return { section: "receive" };
  if (hash === HREF.import) return { section: "import" };
  if (hash === HREF.check) return { section: "check" };
  if (hash === HREF.copies) return { section: "copies" };
  if (hash === HREF.stamp) return { section: "stamp" };
  if (hash === HREF.cases) return { section: "cases" };
  if (hash === HREF.start) return { section: "start" };
  const asksPassphrase = hash === PASSPHRASE_HREF;
  if (asksPassphrase || hash === HREF.settings) return { section: "settings", asksPassphrase };
  return { section: "kept" };
}

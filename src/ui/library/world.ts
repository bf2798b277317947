/** What the library needs from outside; its entrypoint gives it, and a test can be one. */
import type { Language } from "@/src/i18n/languages";
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary, PageRecord } from "@/src/model/exhibit";
import type { FixityReport } from "@/src/model/fixity";
import type { KeysMistake, PackagePreview, PicturesInside, Receiver } from "@/src/model/hand-over";
import type { IDLE_MINUTES } from "@/src/model/lock";
import type { Look } from "@/src/model/neutral-look";
import type { CaseNote } from "@/src/model/note";
import type { CopiesWorld } from "@/src/ui/library/copies/run-copies";
import type { ImportWorld } from "@/src/ui/library/importing/run-import";
import type { ReceiveWorld } from "@/src/ui/library/receive/run-receive";
import type { NoticeWorld } from "@/src/ui/notices/run-notice";
import type { CasesWorld } from "./cases/run-cases";

import type { CoverWorld } from "./cover/run-cover";
import type { BinderChoice, MadePackage, PackageProgress } from "./hand-over/state";
import type { LeavingWorld } from "./leaving/run-leaving";
import type { NotesWorld } from "./notes/notes-world";
import type { RemarksWorld } from "./remarks/run-remarks";
import type { ReportsWorld } from "./reports/run-reports";
import type { AtOnceWorld } from "./stamp/run-at-once";
import type { StampWorld } from "./stamp/run-stamp";
import type { Room } from "./state";

/** What setting a passphrase needs. Failures are thrown as {VaultError}. */
export interface LockingWorld {
  /** @param current The passphrase or recovery key so far; `null` while there is none. */
  setPassphrase(current: string | null, passphrase: string): Promise<void>;
  /** The recovery key, in lines as they are printed. */
  recoveryLines(passphrase: string): Promise<string[]>;
  setIdle(minutes: (typeof IDLE_MINUTES)[number]): Promise<void>;
}

export interface CheckWorld {
  checkFixity(onProgress: (itemsDone: number, itemsTotal: number) => void, signal: AbortSignal): Promise<FixityReport>;
  /** Writes into the log of each case what was found. */
  noteCheck(report: FixityReport): Promise<void>;
}

export interface LibraryWorld
  extends LockingWorld,
    NotesWorld,
    RemarksWorld,
    CoverWorld,
    ReportsWorld,
    Pick<NoticeWorld, "readPlace" | "saveText"> {
  version: string;
  caseBook: CasesWorld;
  leaving: LeavingWorld;
  readLook(): Promise<Look>;
  readPad(): Promise<boolean>;
  writePad(isOn: boolean): Promise<void>;
  writeLook(look: Look): Promise<void>;
  copies: CopiesWorld;
  receive: ReceiveWorld;
  importing: ImportWorld;
  stamp: StampWorld;
  /** Stamping each item when it is saved. */
  stampEach: AtOnceWorld;
  /** How many screens are taken of what has no end. */
  readScreens(): Promise<number>;
  writeScreens(screens: number): Promise<void>;
  /**
   * Newest first, and the ids of those that cannot be read. @throws {VaultError} as do the other readers
   * @param onNewest Called with the newest items before all are read.
   */
  summaries(
    onNewest?: (summaries: ExhibitSummary[]) => void,
  ): Promise<{ summaries: ExhibitSummary[]; damaged: ExhibitId[]; waiting: number }>;
  record(id: ExhibitId): Promise<ExhibitRecord>;
  custody(caseId: CaseId): Promise<CustodyEntry[]>;
  corrections(id: ExhibitId): Promise<Correction[]>;
  /** Puts the user's word beside what the page says. @returns All corrections of the item, the new one last */
  correct(correction: Pick<Correction, "item" | "fact" | "value">): Promise<Correction[]>;
  /** Destroys the item's key and removes it. */
  deleteItem(id: ExhibitId): Promise<void>;
  /** The same, and its address, account and time are kept. */
  keepAddressOnly(id: ExhibitId): Promise<void>;
  picture(record: ExhibitRecord): Promise<Blob>;
  /** Writes into the log that a picture was shown. */
  noteReveal(record: ExhibitRecord): Promise<void>;
  /**
   * Makes a copy of the picture with its facts written above it, writes that into the log, and hands it to the browser's
   * downloads. @returns The file's name. @throws {PictureError | ExportError | VaultError}
   */
  saveMarked(record: PageRecord, request: MarkedRequest): Promise<string>;
  /** What is stored in all and what is left, in bytes; `null` where the browser does not say. */
  room(): Promise<Room | null>;
  /** Whether a whole-page file is kept with each page; `null` where the browser has none to offer. */
  wholePage: WholePageChoice | null;
  /** What the user said of these cases. */
  aboutCases(ids: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseNote>>;
  /** What would go into a package. @throws {VaultError}; the signal's reason */
  previewPackage(request: PreviewRequest): Promise<PackagePreview>;
  /** What is wrong with public keys as they were typed; `null`: nothing. */
  mistakeInKeys(keys: string): KeysMistake | null;
  /** A new passphrase of words, another each time. */
  newPassphrase(): string;
  /** Makes the package and hands it to the browser's downloads, or to a place the user chooses. @throws {ExportError | VaultError} */
  makePackage(request: PackageRequest): Promise<MadePackage>;
  /** Makes the printed form of a package and hands it to the browser's downloads. @throws {ExportError | VaultError} */
  makeBinder(request: BinderRequest): Promise<{ fileName: string }>;
}

export interface BinderRequest extends BinderChoice {
  package: MadePackage;
  onProgress: (sheetsDone: number, sheetsTotal: number) => void;
  signal: AbortSignal;
}

export interface WholePageChoice {
  isOn(): Promise<boolean>;
  /** Shows the browser's own question, so only while a click is handled. @returns Whether it was allowed. */
  turnOn(): Promise<boolean>;
  /** Gives the permission back. */
  turnOff(): Promise<boolean>;
}

export interface PreviewRequest {
  items: readonly ExhibitSummary[];
  pictures: PicturesInside;
  withWords: boolean;
  onProgress: (itemsDone: number) => void;
  signal: AbortSignal;
}

export interface PackageRequest {
  items: readonly ExhibitSummary[];
  /** What the items' files take, as far as is known: for a large package the user is asked for a place first. */
  bytes: number;
  receiver: Receiver | null;
  pictures: PicturesInside;
  /** What is written for the receiver is in this language. */
  language: Language;
  /** Whether a marked copy of each picture goes in. */
  withMarked: boolean;
  withWords: boolean;
  /** Whether damaged items are left out, with what is damaged of them; otherwise one of them ends the making. */
  withoutDamaged?: boolean;
  seal: { by: "nothing" } | { by: "words"; passphrase: string } | { by: "keys"; keys: string };
  onProgress: (progress: PackageProgress) => void;
  signal: AbortSignal;
}

export interface MarkedRequest {
  onProgress: (rowsDone: number, rowsTotal: number) => void;
  signal: AbortSignal;
}

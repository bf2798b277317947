/** Every face of handing over, and what is told of the package that was made. */
import type { Language } from "@/src/i18n/languages";
import type { CustodyHead, Role } from "@/src/model/custody";
import type { Sha256 } from "@/src/model/digest";
import type { ExportFailure, VaultFailure } from "@/src/model/errors";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { KeysMistake, PackagePreview, PicturesRule, Receiver } from "@/src/model/hand-over";
import type { PaperName } from "@/src/model/paper";
import type { CaseToChoose, HandOverChoice } from "./choice";
import type { NotInside } from "./not-inside";

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
  | { step: "made"; package: MadePackage; notInside: readonly NotInside[]; binder: BinderState }
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

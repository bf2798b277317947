/** What the library needs from outside; its entrypoint gives it, and a test can be one. */
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import type { FixityReport } from "@/src/model/fixity";
import type { IDLE_MINUTES } from "@/src/model/lock";
import type { MadePackage } from "./state";

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

export interface LibraryWorld extends LockingWorld {
  version: string;
  /** Newest first, and the ids of those that cannot be read. @throws {VaultError} as do the other readers */
  summaries(): Promise<{ summaries: ExhibitSummary[]; damaged: ExhibitId[]; waiting: number }>;
  record(id: ExhibitId): Promise<ExhibitRecord>;
  custody(caseId: CaseId): Promise<CustodyEntry[]>;
  picture(record: ExhibitRecord): Promise<Blob>;
  /** Writes into the log that a picture was shown. */
  noteReveal(record: ExhibitRecord): Promise<void>;
  /** Makes the package and hands it to the browser's downloads. @throws {ExportError | VaultError} */
  makePackage(request: PackageRequest): Promise<MadePackage>;
}

export interface PackageRequest {
  items: readonly ExhibitSummary[];
  onProgress: (filesDone: number, filesTotal: number) => void;
  signal: AbortSignal;
}

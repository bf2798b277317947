/**
 * Reading what is kept. Everything returned was decrypted and its authentication tag checked; bytes are not compared
 * with the record's digests here (the exporter and the fixity check do that while they read). While the vault is locked
 * every reading is refused with `locked`.
 */
import type { CaseBesideCopies } from "@/src/model/copy";
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import type { DamagedCase } from "@/src/model/damage";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import type { Note, NoteId } from "@/src/model/note";
import type { KeptRemarks } from "@/src/model/remarks";
import type { DeviceSignature } from "./device-key";

export interface KeptList {
  /** Newest first. */
  summaries: ExhibitSummary[];
  /** Items that were kept and cannot be read: what is stored of them is damaged, was changed, or is gone. */
  damaged: ExhibitId[];
  /** Items that were saved while locked and could not be given a number yet. */
  waiting: number;
}

/** The notes of one case that can be read, and the ids of those that cannot. */
export interface KeptNotes {
  /** As they were first written. */
  notes: Note[];
  damaged: NoteId[];
}

export interface VaultReader {
  /** @param onNewest Called with the newest items, newest first, before all are read. */
  summaries(onNewest?: (summaries: ExhibitSummary[]) => void): Promise<KeptList>;
  /** All cases that hold anything, and the one that new items go into, which may be empty yet. */
  cases(): Promise<{ ids: CaseId[]; current: CaseId }>;
  /** Those that came in as packages, as far as their rows can be read. */
  receivedCases(): Promise<Set<CaseId>>;
  notes(caseId: CaseId): Promise<KeptNotes>;
  /** What the checked copies hold of a case; `null` where nothing was done in it yet. @throws {VaultError} `damaged` */
  copies(caseId: CaseId): Promise<CaseBesideCopies | null>;
  /** What the user wrote about an exhibit; `null` where nothing. @throws {VaultError} `notFound`, `damaged` */
  remarks(id: ExhibitId): Promise<KeptRemarks | null>;
  /** @throws {VaultError} `notFound`, `damaged` */
  record(id: ExhibitId): Promise<ExhibitRecord>;
  /** In the order they were made. @throws {VaultError} `notFound`, `damaged` */
  corrections(id: ExhibitId): Promise<Correction[]>;
  /** The file's plaintext bytes, piece by piece. @throws {VaultError} `notFound`; the stream errors with `damaged` */
  file(id: ExhibitId, path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /**
   * In order, from entry 0 to the case's head.
   * @throws {VaultError} `damaged` when any entry of this case's log cannot be read, or it does not end at the head
   */
  custody(caseId: CaseId): Promise<CustodyEntry[]>;
  /** The entries of a damaged log that can be read, in order. */
  readableCustody(caseId: CaseId): Promise<CustodyEntry[]>;
  /** Cases that are not as they were left. */
  damagedCases(): Promise<DamagedCase[]>;
  /** Signs with this device's key; `null` where there is none. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<DeviceSignature | null>;
}

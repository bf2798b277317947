/**
 * Reading what is kept. Everything returned was decrypted and its authentication tag checked; bytes are not compared
 * with the record's digests here (the exporter and the fixity check do that while they read).
 */
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId, ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";

export interface KeptList {
  /** Newest first. */
  summaries: ExhibitSummary[];
  /** Items that are there and cannot be read: what is stored of them is damaged or was changed. */
  damaged: ExhibitId[];
}

export interface VaultReader {
  summaries(): Promise<KeptList>;
  /** @throws {VaultError} `notFound`, `damaged` */
  record(id: ExhibitId): Promise<ExhibitRecord>;
  /** In the order they were made. @throws {VaultError} `notFound`, `damaged` */
  corrections(id: ExhibitId): Promise<Correction[]>;
  /** The file's plaintext bytes, piece by piece. @throws {VaultError} `notFound`; the stream errors with `damaged` */
  file(id: ExhibitId, path: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** In order, from entry 0. @throws {VaultError} `damaged` when any entry of this case's log cannot be read */
  custody(caseId: CaseId): Promise<CustodyEntry[]>;
}

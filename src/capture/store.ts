/** Where a capture puts what it takes. The vault's writer fits; a test brings its own. */
import type { ExhibitFile, FileAbout } from "@/src/model/exhibit-files";

export interface FileSink {
  write(piece: Uint8Array<ArrayBuffer>): Promise<void>;
  /**
   * Ends the file.
   * @param head The file's first bytes, where they are known only now.
   * @returns What the record says of it.
   */
  close(head?: Uint8Array<ArrayBuffer>): Promise<ExhibitFile>;
}

export interface ExhibitSink {
  file(about: FileAbout): FileSink;
}

/** Writes bytes that are at hand whole as one file: all of it is its head, which costs half of what piece and end would. */
export const putFile = async (
  sink: ExhibitSink,
  about: FileAbout,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ExhibitFile> => sink.file(about).close(bytes);

/** One exhibit into the bundle: its record, and its files compared with that record on the way. */
import { canonicalJson } from "@/src/model/canonical-json";
import type { Correction } from "@/src/model/correction";
import type { Digests } from "@/src/model/digest";
import { ExportError, VaultError } from "@/src/model/errors";
import { type ExhibitFile, type ExhibitRecord, exhibitFolder } from "@/src/model/exhibit";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";
import { CORRECTIONS_FILE } from "./corrections";
import { recordText } from "./plan";

/** @throws {ExportError} `fileChanged`, `fileMissing`, with the exhibit's number and the file's path */
export async function addExhibit(
  bag: BagSink,
  reader: VaultReader,
  record: ExhibitRecord,
  corrections: readonly Correction[],
  onPiece: (length: number) => void,
  onFile: () => void,
): Promise<void> {
  const folder = `exhibits/${exhibitFolder(record.exhibit)}`;
  await bag.addText(`${folder}/record.json`, [recordText(record)]);
  if (corrections.length > 0) await bag.addText(`${folder}/${CORRECTIONS_FILE}`, [canonicalJson(corrections)]);
  for (const file of record.files) {
    const about = { exhibit: record.exhibit, path: file.path };
    try {
      const content = await reader.file(record.id, file.path);
      const read = await bag.addFile(`${folder}/${file.path}`, content, file.bytes, onPiece);
      if (!sameBytes(read, file)) throw new ExportError("fileChanged", about);
    } catch (error) {
      throw error instanceof VaultError ? vaultFailure(error, about) : error;
    }
    onFile();
  }
}

function sameBytes(read: Digests, file: ExhibitFile): boolean {
  return read.bytes === file.bytes && read.sha256 === file.sha256 && read.sha512 === file.sha512;
}

/** A file that is gone is missing; one that cannot be decrypted is not what was kept. The rest is the vault's to tell. */
function vaultFailure(error: VaultError, about: { exhibit: number; path: string }): Error {
  if (error.code === "notFound") return new ExportError("fileMissing", about, { cause: error });
  if (error.code === "damaged") return new ExportError("fileChanged", about, { cause: error });
  return error;
}

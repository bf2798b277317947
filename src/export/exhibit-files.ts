/** One exhibit into the bundle: its record, and its files compared with that record on the way. */
import { CORRECTIONS_FILE, LEFT_OUT_FILE } from "@/src/manifest/exhibit-names";
import type { Correction } from "@/src/model/correction";
import { ExportError, VaultError } from "@/src/model/errors";
import { type ExhibitRecord, exhibitFolder } from "@/src/model/exhibit";
import { isInside, type PicturesRule } from "@/src/model/hand-over";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";
import { correctionsText } from "./corrections";
import { leftOutOf, leftOutText } from "./left-out";
import { recordText } from "./plan";

/** @throws {ExportError} `fileChanged`, `fileMissing`, with the exhibit's number and the file's path */
export async function addExhibit(
  bag: BagSink,
  reader: VaultReader,
  record: ExhibitRecord,
  corrections: readonly Correction[],
  { pictures, withWords }: { pictures: PicturesRule; withWords: boolean },
  onPiece: (length: number) => void,
  onFile: () => void,
): Promise<void> {
  const folder = `exhibits/${exhibitFolder(record.exhibit)}`;
  await bag.addText(`${folder}/record.json`, [recordText(record)]);
  if (corrections.length > 0)
    await bag.addText(`${folder}/${CORRECTIONS_FILE}`, [await correctionsText(corrections, withWords)]);
  const leftOut = leftOutOf(record, pictures);
  if (leftOut.length > 0) await bag.addText(`${folder}/${LEFT_OUT_FILE}`, [leftOutText(leftOut)]);
  for (const file of record.files.filter((each) => isInside(record, each, pictures))) {
    const about = { exhibit: record.exhibit, path: file.path };
    try {
      const content = await reader.file(record.id, file.path);
      const isSame = await bag.addRecorded(`${folder}/${file.path}`, content, file, onPiece);
      if (!isSame) throw new ExportError("fileChanged", about);
    } catch (error) {
      throw error instanceof VaultError ? vaultFailure(error, about) : error;
    }
    onFile();
  }
}

/** A file that is gone is missing; one that cannot be decrypted is not what was kept. The rest is the vault's to tell. */
function vaultFailure(error: VaultError, about: { exhibit: number; path: string }): Error {
  if (error.code === "notFound") return new ExportError("fileMissing", about, { cause: error });
  if (error.code === "damaged") return new ExportError("fileChanged", about, { cause: error });
  return error;
}

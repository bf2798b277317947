/**
 * What a bundle has of exhibits that are damaged: below `data/damaged/`, so that `data/exhibits/` holds whole ones only, their
 * records and the files that are as they were saved; and a table that names what is missing and why.
 */

import type { DamagedItem } from "@/src/model/damaged-item";
import { ExportError } from "@/src/model/errors";
import { type ExhibitRecord, exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import { isInside, type PicturesRule } from "@/src/model/hand-over";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";
import { csvLine } from "./csv";
import type { PaperKey, PaperWords } from "./paper-words";
import { recordText } from "./plan";

const STATES = {
  there: "paper_stateThere",
  damaged: "paper_stateDamaged",
  leftOut: "paper_stateLeftOut",
  record: "paper_stateRecord",
} as const satisfies Record<string, PaperKey>;

/** @throws {ExportError} `fileChanged` where a file changed since it was found intact */
export async function addDamaged(
  bag: BagSink,
  reader: VaultReader,
  items: readonly DamagedItem[],
  pictures: PicturesRule,
  words: PaperWords,
): Promise<void> {
  if (items.length === 0) return;
  for (const { record, intact } of items) {
    if (record === null) continue;
    const folder = folderOf(record);
    await bag.addText(`${folder}record.json`, [recordText(record)]);
    for (const file of record.files) {
      if (intact.has(file.path) && isInside(record, file, pictures)) await addFile(bag, reader, record, file);
    }
  }
  await bag.addText("damaged.csv", rows(words, items, pictures));
}

const folderOf = ({ exhibit }: Pick<ExhibitRecord, "exhibit">): string => `damaged/${exhibitFolder(exhibit)}/`;

async function addFile(bag: BagSink, reader: VaultReader, record: ExhibitRecord, file: ExhibitFile): Promise<void> {
  const content = await reader.file(record.id, file.path);
  const isSame = await bag.addRecorded(`${folderOf(record)}${file.path}`, content, file);
  if (!isSame) throw new ExportError("fileChanged", { exhibit: record.exhibit, path: file.path });
}

/** `damaged.csv`: one line a file. UTF-8, no byte order mark. */
function* rows({ say }: PaperWords, items: readonly DamagedItem[], pictures: PicturesRule): Generator<string> {
  yield csvLine(["exhibit", "file", "bytes", "sha256", "state"]);
  for (const { exhibit, record, intact } of items) {
    const label = exhibit === null ? "" : exhibitLabel(exhibit);
    if (record === null) yield csvLine([label, "", "", "", say(STATES.record)]);
    for (const file of record?.files ?? []) {
      const state = !isInside(record!, file, pictures) ? "leftOut" : intact.has(file.path) ? "there" : "damaged";
      yield csvLine([label, `${folderOf(record!)}${file.path}`, String(file.bytes), file.sha256, say(STATES[state])]);
    }
  }
}

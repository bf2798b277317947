/** What the binder says of an exhibit that is no page: a file that came in, or a recording. It is told of, never printed. */

import { fileClaimText, recordedLength, typedRows } from "@/src/export/file-rows";
import type { PaperWords } from "@/src/export/paper-words";
import type { Correction } from "@/src/model/correction";
import { exhibitFolder, type FileRecord } from "@/src/model/exhibit";
import { REDACTED_FILE } from "@/src/model/exhibit-files";
import { shownFile } from "@/src/model/exhibit-kind";
import type { Imported, Recording } from "@/src/model/from-elsewhere";
import { utcText } from "@/src/model/instant";
import type { Flow } from "./flow";
import { factRow } from "./parts";

/** What becomes of what is shown of the exhibit. */
export interface PictureIs {
  shown: "printed" | "in the package" | "left out";
  /** Then it is the copy on which parts are opaque. */
  isRedacted: boolean;
}

export async function aboutFileRows(
  flow: Flow,
  words: PaperWords,
  record: FileRecord,
  corrections: readonly Correction[],
  { shown, isRedacted }: PictureIs,
): Promise<void> {
  const { say } = words;
  if (record.kind === "import") await importedRows(flow, words, record.imported);
  else await recordingRows(flow, words, record.recording);
  for (const { name, value } of typedRows(words, corrections)) await factRow(flow, name, value);
  const path = `exhibits/${exhibitFolder(record.exhibit)}/${isRedacted ? REDACTED_FILE : shownFile(record)}`;
  const where = shown === "left out" ? say("binder_fileOutOfPackage") : say("binder_fileInPackage", [path]);
  await factRow(flow, say("binder_file"), isRedacted ? `${where}\n${say("binder_pictureRedacted")}` : where);
}

async function importedRows(flow: Flow, words: PaperWords, imported: Imported): Promise<void> {
  const { say } = words;
  await factRow(flow, say("binder_imported"), `${say("binder_importedNote")}\n${imported.name}`);
  if (imported.modifiedUtc !== null) await factRow(flow, say("binder_fileChanged"), utcText(imported.modifiedUtc));
  const said = imported.says.map((claim) => fileClaimText(words, claim));
  if (said.length > 0) await factRow(flow, say("binder_fileSays"), said.join("\n"));
  if (imported.text !== null) await factRow(flow, say("binder_text"), imported.text);
}

async function recordingRows(flow: Flow, words: PaperWords, recording: Recording): Promise<void> {
  await factRow(flow, words.say("binder_recorded"), recordedLength(words, recording));
}

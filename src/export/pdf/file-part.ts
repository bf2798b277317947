/** What the binder says of an exhibit that is no page: a file that came in, or a recording. It is told of, never printed. */
import { utcText } from "@/src/export/moments";
import { type Correction, standing } from "@/src/model/correction";
import { exhibitFolder, type FileRecord } from "@/src/model/exhibit";
import { REDACTED_FILE } from "@/src/model/exhibit-files";
import { shownFile } from "@/src/model/exhibit-kind";
import type { Imported, Recording } from "@/src/model/from-elsewhere";
import { lengthText } from "@/src/model/length";
import type { BinderKey, BinderWords } from "./binder-words";
import type { Flow } from "./flow";
import { factRow } from "./parts";

/** What becomes of what is shown of the exhibit. */
export interface PictureIs {
  shown: "printed" | "in the package" | "left out";
  /** Then it is the copy on which parts are opaque. */
  isRedacted: boolean;
}

/** What the user can say of it → how that is named. */
const TYPED = [
  ["handle", "account"],
  ["postedAtText", "postedText"],
  ["postedAtDate", "postedDate"],
  ["permalink", "permalink"],
  ["originalPlace", "originalPlace"],
] as const satisfies readonly [Correction["fact"], BinderKey][];

export async function aboutFileRows(
  flow: Flow,
  words: BinderWords,
  record: FileRecord,
  corrections: readonly Correction[],
  { shown, isRedacted }: PictureIs,
): Promise<void> {
  const { say } = words;
  if (record.kind === "import") await importedRows(flow, words, record.imported);
  else await recordingRows(flow, words, record.recording);
  const typed = standing(corrections);
  for (const [fact, key] of TYPED) {
    const { value = null, utc = "" } = typed.get(fact) ?? {};
    if (value !== null) await factRow(flow, say(key), say("typed", [value, utcText(utc)]));
  }
  const path = `exhibits/${exhibitFolder(record.exhibit)}/${isRedacted ? REDACTED_FILE : shownFile(record)}`;
  const where = shown === "left out" ? say("fileOutOfPackage") : say("fileInPackage", [path]);
  await factRow(flow, say("file"), isRedacted ? `${where}\n${say("pictureRedacted")}` : where);
}

async function importedRows(flow: Flow, words: BinderWords, imported: Imported): Promise<void> {
  const { say } = words;
  await factRow(flow, say("imported"), `${say("importedNote")}\n${imported.name}`);
  if (imported.modifiedUtc !== null) await factRow(flow, say("fileChanged"), utcText(imported.modifiedUtc));
  const said = imported.says.map(({ name, value, source }) => `${words.fileClaim(name)}: ${value} (${source})`);
  if (said.length > 0) await factRow(flow, say("fileSays"), said.join("\n"));
  if (imported.text !== null) await factRow(flow, say("text"), imported.text);
}

async function recordingRows(flow: Flow, { say }: BinderWords, { seconds, ofSeconds }: Recording): Promise<void> {
  const length = lengthText(seconds);
  const of = ofSeconds === null ? length : say("recordedOf", [length, lengthText(ofSeconds)]);
  await factRow(flow, say("recorded"), of);
}

/**
 * `declaration-draft.txt`: the facts that a declaration about electronic records needs, in the language of the papers and in
 * English, and three forms with blanks for a person, in the language of their law. It holds no opinion, and nothing signs it.
 * It is written after the exhibits' files passed their comparison.
 */

import { type ExhibitRecord, exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import type { DerivedFile, ExhibitFile } from "@/src/model/exhibit-files";
import type { Imported, Recording } from "@/src/model/from-elsewhere";
import { isInside } from "@/src/model/hand-over";
import { utcText } from "@/src/model/instant";
import { actionsLabel, actionText } from "./action-text";
import type { Beside } from "./beside";
import { withoutControls } from "./controls";
import { FORMS } from "./declaration-text";
import { recordedLength } from "./file-rows";
import { leftOutOf } from "./left-out";
import { captureText } from "./moments";
import { bothLanguages, type PaperKey, type Papers, type PaperWords } from "./paper-words";
import { methodText } from "./picture-text";
import { BETWEEN_LANGUAGES, heading, wrapped } from "./text-lines";

/** @param records Read once for each language. */
export async function* declarationTxt(
  papers: Papers,
  records: () => AsyncIterable<ExhibitRecord>,
  beside: Pick<Beside, "pictures" | "marked" | "redacted">,
): AsyncGenerator<string> {
  for (const [at, words] of bothLanguages(papers).entries()) {
    if (at > 0) yield BETWEEN_LANGUAGES;
    yield `${heading(words, "paper_declTitle")}\n\n${wrapped(words.say("paper_declHead"))}\n`;
    yield `\n${heading(words, "paper_declItems")}\n`;
    for await (const record of records()) yield withoutControls(`\n${itemText(words, record, beside)}`);
    yield `\n${heading(words, "binder_limitsTitle")}\n\n${wrapped(words.say("binder_limits"))}\n`;
  }
  yield `\n${FORMS}`;
}

function itemText(
  words: PaperWords,
  record: ExhibitRecord,
  { pictures, marked, redacted }: Pick<Beside, "pictures" | "marked" | "redacted">,
): string {
  const { say } = words;
  const { captured, env, by } = record;
  const missing = record.missing.map(words.missing).join(" ");
  const [what, ...done] = whatText(words, record);
  const lines = [
    what!,
    `${say("binder_saved")}: ${captureText(captured)}, ${utcText(captured.endUtc)}`,
    `${say("binder_savedBy")}: [${say("paper_declName")}] (${words.role(by.role)})`,
    `${say("binder_savedWith")}: Tidemark ${env.extVersion}+${env.extBuildHash}, ${oneLine(env.browser)}, ${oneLine(env.os)}`,
    ...done,
    `${say("binder_missing")}: ${missing || say("binder_nothing")}`,
  ];
  const inside = record.files.filter((file) => isInside(record, file, pictures));
  const made = [redacted.get(record.id), marked.get(record.id)].filter((file) => file !== undefined);
  return [
    `${exhibitLabel(record.exhibit)}  (exhibits/${exhibitFolder(record.exhibit)})`,
    ...lines.map((line) => wrapped(oneLine(line), "    ", "  ")),
    ...listed(words, "paper_declFiles", inside.map(fileText)),
    ...listed(
      words,
      "paper_declMade",
      made.flatMap((file) => [fileText(file), madeText(words, file)]),
    ),
    ...listed(words, "paper_declLeftOut", leftOutOf(record, pictures).map(fileText)),
    "",
  ].join("\n");
}

/** First what it is of, then what was done. */
function whatText(words: PaperWords, record: ExhibitRecord): string[] {
  if (record.kind === "import") return importedText(words, record.imported);
  if (record.kind === "recording") return recordingText(words, record.recording);
  const { say } = words;
  const { url, picture, actions } = record;
  const size = say(picture.complete ? "binder_pictureWhole" : "binder_picturePart", [
    picture.widthPx,
    picture.heightPx,
  ]);
  const done = actions.map((action) => actionText(words, action)).join(" ");
  return [
    `${say("binder_address")}: ${url.browser}`,
    `${say("binder_picture")}: ${size} · ${methodText(words, picture)}`,
    `${actionsLabel(words, actions)}: ${done || say("binder_nothing")}`,
  ];
}

function importedText({ say }: PaperWords, { name, modifiedUtc }: Imported): string[] {
  return [
    `${say("binder_importedNote")} ${say("factFileName")}: ${name}`,
    `${say("binder_fileChanged")}: ${modifiedUtc ?? say("binder_notFound")}`,
    say("paper_declImported"),
  ];
}

function recordingText(words: PaperWords, recording: Recording): string[] {
  const { say } = words;
  return [
    `${say("binder_recorded")}: ${words.surface(recording.surface)}, ${recordedLength(words, recording)}`,
    `${say("factSound")}: ${say(recording.withSound ? "soundYes" : "soundNo")}`,
    say("paper_declRecording"),
  ];
}

/** Nothing, where there is nothing to list: what is said of the files is not said of none. */
function listed({ say }: PaperWords, key: PaperKey, files: readonly string[]): string[] {
  return files.length === 0 ? [] : [wrapped(say(key), "    ", "  "), ...files];
}

const fileText = ({ path, bytes, sha256 }: ExhibitFile): string => `    ${sha256}  ${path}  (${bytes} B)`;

/** What a copy was made of, and what is not as in the picture itself. */
function madeText({ say }: PaperWords, { op, from = [], boxes = [] }: DerivedFile): string {
  const said = [
    say("paper_declMadeFrom", [from.join(", ")]),
    ...(op === "mark" ? [say("paper_declMarked")] : []),
    ...(boxes.length > 0 ? [say("binder_pictureRedacted")] : []),
  ];
  return wrapped(said.join(" "), "      ");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

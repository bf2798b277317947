/**
 * `declaration-draft.txt`: the facts that a declaration about electronic records needs, in the language of the papers and in
 * English, and three forms with blanks for a person, in the language of their law. It holds no opinion, and nothing signs it.
 * It is written after the exhibits' files passed their comparison.
 */

import { type ExhibitRecord, exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { Imported, Recording } from "@/src/model/from-elsewhere";
import { isInside, type PicturesRule } from "@/src/model/hand-over";
import { utcText } from "@/src/model/instant";
import { actionText } from "./action-text";
import { withoutControls } from "./controls";
import { FORMS } from "./declaration-text";
import { recordedLength } from "./file-rows";
import { leftOutOf } from "./left-out";
import { captureText } from "./moments";
import { bothLanguages, type Papers, type PaperWords } from "./paper-words";
import { methodText } from "./picture-text";
import { BETWEEN_LANGUAGES, heading, wrapped } from "./text-lines";

/** @param records Read once for each language. */
export async function* declarationTxt(
  papers: Papers,
  records: () => AsyncIterable<ExhibitRecord>,
  pictures: PicturesRule = "full",
): AsyncGenerator<string> {
  for (const [at, words] of bothLanguages(papers).entries()) {
    if (at > 0) yield BETWEEN_LANGUAGES;
    yield `${heading(words, "paper_declTitle")}\n\n${wrapped(words.say("paper_declHead"))}\n`;
    yield `\n${heading(words, "paper_declItems")}\n`;
    for await (const record of records()) yield withoutControls(`\n${itemText(words, record, pictures)}`);
    yield `\n${heading(words, "binder_limitsTitle")}\n\n${wrapped(words.say("binder_limits"))}\n`;
  }
  yield `\n${FORMS}`;
}

function itemText(words: PaperWords, record: ExhibitRecord, pictures: PicturesRule): string {
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
    say("paper_declFiles"),
  ];
  return [
    `${exhibitLabel(record.exhibit)}  (exhibits/${exhibitFolder(record.exhibit)})`,
    ...lines.map((line) => wrapped(oneLine(line), "    ", "  ")),
    ...filesText(
      words,
      record.files.filter((file) => isInside(record, file, pictures)),
    ),
    ...leftOutLines(words, record, pictures),
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
    `${say("binder_actions")}: ${done || say("binder_nothing")}`,
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

function filesText({ say }: PaperWords, files: readonly ExhibitFile[]): string[] {
  if (files.length === 0) return [`    (${say("binder_nothing")})`];
  return files.map(({ path, bytes, sha256 }) => `    ${sha256}  ${path}  (${bytes} B)`);
}

function leftOutLines(words: PaperWords, record: ExhibitRecord, pictures: PicturesRule): string[] {
  const files = leftOutOf(record, pictures);
  if (files.length === 0) return [];
  return [wrapped(words.say("paper_declLeftOut"), "    ", "  "), ...filesText(words, files)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

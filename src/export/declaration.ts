/**
 * `declaration-draft.txt`: the facts that a declaration about electronic records needs, and three forms with blanks for a
 * person. It holds no opinion, and nothing signs it. It is written after the exhibits' files passed their comparison.
 */

import { type ExhibitRecord, exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { Imported, Recording } from "@/src/model/from-elsewhere";
import { isInside, type PicturesRule } from "@/src/model/hand-over";
import { lengthText } from "@/src/model/length";
import { withoutControls } from "./controls";
import { DRAFT_HEAD, FORMS, LIMITS } from "./declaration-text";
import { leftOutOf } from "./left-out";
import { captureText, utcText } from "./moments";

export async function* declarationTxt(
  records: AsyncIterable<ExhibitRecord>,
  pictures: PicturesRule = "full",
): AsyncGenerator<string> {
  yield `${DRAFT_HEAD}\nTHE ITEMS, AND HOW EACH ITEM WAS RECORDED\n`;
  for await (const record of records) yield withoutControls(`\n${itemText(record, pictures)}`);
  yield `\n${LIMITS}\n${FORMS}`;
}

function itemText(record: ExhibitRecord, pictures: PicturesRule): string {
  const { captured, env, by } = record;
  const missing = record.missing.length === 0 ? "nothing that the program knows of" : "see its record.json";
  return [
    `${exhibitLabel(record.exhibit)}  (folder exhibits/${exhibitFolder(record.exhibit)})`,
    ...whatText(record).slice(0, 1),
    `  Recorded: ${captureText(captured)}, that is ${utcText(captured.endUtc)}, by the device's clock`,
    `  Recorded by: [name] (role given: ${by.role})`,
    `  With: Tidemark ${env.extVersion}+${env.extBuildHash}, ${oneLine(env.browser)}, ${oneLine(env.os)}`,
    ...whatText(record).slice(1),
    `  Missing: ${missing}`,
    "  Files, with the SHA-256 taken when recorded. Each was compared with the bytes that went into",
    "  this folder, and was the same:",
    ...filesText(record.files.filter((file) => isInside(record, file, pictures))),
    ...leftOutLines(record, pictures),
    "",
  ].join("\n");
}

/** First what it is of, then what was done. */
function whatText(record: ExhibitRecord): string[] {
  if (record.kind === "import") return importedText(record.imported);
  if (record.kind === "recording") return recordingText(record.recording);
  const { url, picture, actions } = record;
  return [
    `  Address in the browser: ${oneLine(url.browser)}`,
    `  Picture: ${picture.method}, ${picture.widthPx} x ${picture.heightPx} pixels, ${picture.tiles} parts`,
    `  Steps done to the page, and undone: ${actions.map(({ act }) => act).join(", ") || "none"}`,
  ];
}

function importedText({ name, modifiedUtc }: Imported): string[] {
  return [
    `  A file that was made elsewhere and came in under the name: ${oneLine(name)}`,
    `  Last changed, as the system it came from says: ${modifiedUtc ?? "not said"}`,
    "  What is in it was not recorded by this program; [who made the file, when and with what]",
  ];
}

function recordingText({ surface, seconds, ofSeconds, withSound }: Recording): string[] {
  const length = `${lengthText(seconds)}${ofSeconds === null ? "" : ` of ${lengthText(ofSeconds)}`}`;
  return [
    `  A recording of ${surface === null ? "what the browser was told to share" : `a ${surface}`}, ${length}`,
    `  With sound: ${withSound ? "yes" : "no"}. The browser encoded it; it is not the original of what was shown`,
  ];
}

function filesText(files: readonly ExhibitFile[]): string[] {
  if (files.length === 0) return ["    (none)"];
  return files.map(({ path, bytes, sha256 }) => `    ${sha256}  ${path}  (${bytes} bytes)`);
}

function leftOutLines(record: ExhibitRecord, pictures: PicturesRule): string[] {
  const files = leftOutOf(record, pictures);
  return files.length === 0
    ? []
    : ["  Files left out of this folder, with the SHA-256 taken when recorded:", ...filesText(files)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What `binder.html` says of an exhibit that is no page: a file that came in, or a recording. */

import { type Correction, standing } from "@/src/model/correction";
import type { FileRecord } from "@/src/model/exhibit";
import type { FileClaim, Imported, Recording } from "@/src/model/from-elsewhere";
import { utcText } from "@/src/model/instant";
import { lengthText } from "@/src/model/length";
import type { Row } from "./binder-rows";
import type { PaperKey, PaperWords } from "./paper-words";

/** What the user can say of such a thing → how that is named, in the order shown. */
const TYPED = [
  ["handle", "binder_account"],
  ["postedAtText", "binder_postedText"],
  ["postedAtDate", "binder_postedDate"],
  ["permalink", "binder_permalink"],
  ["originalPlace", "binder_originalPlace"],
] as const satisfies readonly [Correction["fact"], PaperKey][];

/** E.g. `Taken: 2026-11-02 14:05:09 (exif:DateTimeOriginal)`. */
export function fileClaimText(words: PaperWords, { name, value, source }: FileClaim): string {
  return `${words.fileClaim(name)}: ${value} (${source})`;
}

export function fileRows(words: PaperWords, record: FileRecord, corrections: readonly Correction[]): Row[] {
  const about =
    record.kind === "import" ? importedRows(words, record.imported) : recordingRows(words, record.recording);
  return [...about, ...typedRows(words, corrections)];
}

function importedRows(words: PaperWords, { form, name, modifiedUtc, says, text }: Imported): Row[] {
  const { say } = words;
  return [
    { name: say("binder_imported"), value: `${words.form(form)}\n${say("binder_importedNote")}` },
    { name: say("factFileName"), value: name },
    { name: say("binder_fileChanged"), value: modifiedUtc },
    ...says.map(({ name: claim, value, source }) => ({
      name: `${say("binder_fileSays")}: ${words.fileClaim(claim)}`,
      value,
      source,
    })),
    ...(text === null ? [] : [{ name: say("binder_text"), value: text }]),
  ];
}

function recordingRows(words: PaperWords, { surface, withSound, seconds, ofSeconds }: Recording): Row[] {
  const { say } = words;
  return [
    { name: say("binder_recorded"), value: words.surface(surface) },
    { name: say("factLength"), value: recordedLength(words, { seconds, ofSeconds }) },
    { name: say("factSound"), value: say(withSound ? "soundYes" : "soundNo") },
  ];
}

/** `0:42`, or with what the user said that there was of it. */
export function recordedLength(
  { say }: PaperWords,
  { seconds, ofSeconds }: Pick<Recording, "seconds" | "ofSeconds">,
): string {
  const length = lengthText(seconds);
  return ofSeconds === null ? length : say("binder_recordedOf", [length, lengthText(ofSeconds)]);
}

/** What the user said of it instead, as it stands. */
export function typedRows({ say }: PaperWords, corrections: readonly Correction[]): { name: string; value: string }[] {
  const typed = standing(corrections);
  return TYPED.flatMap(([fact, key]) => {
    const { value = null, utc = "" } = typed.get(fact) ?? {};
    return value === null ? [] : [{ name: say(key), value: say("binder_typed", [value, utcText(utc)]) }];
  });
}

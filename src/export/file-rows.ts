/** What `binder.html` says of an exhibit that is no page: a file that came in, or a recording. */
import { type Correction, standing } from "@/src/model/correction";
import type { FileRecord } from "@/src/model/exhibit";
import type { FileClaim, FileClaimName, Imported, Recording } from "@/src/model/from-elsewhere";
import { lengthText } from "@/src/model/length";
import type { Row } from "./binder-rows";

const CLAIM_NAMES: Record<FileClaimName, string> = {
  taken: "Taken",
  device: "Taken with",
  program: "Last saved with",
  place: "Place (latitude, longitude)",
  from: "From",
  to: "To",
  date: "Date",
  subject: "Subject",
  attachments: "Attachments",
  people: "Who writes in it",
  messages: "Messages counted",
  first: "First message",
  last: "Last message",
  inside: "Packed in it",
};

/** What the user can say of such a thing, in the order shown. */
const TYPED = {
  handle: "Account name (typed by the user)",
  postedAtText: "When (typed by the user)",
  postedAtDate: "Day (typed by the user)",
  permalink: "Address (typed by the user)",
  originalPlace: "Where the original is (typed by the user)",
} as const;

/** The form of file as people call it. */
const FORMS: Record<Imported["form"], string> = {
  picture: "a picture",
  video: "a video",
  sound: "a sound recording",
  pdf: "a PDF",
  mail: "an e-mail",
  chat: "an exported conversation",
  text: "a text",
  packed: "a packed folder (ZIP)",
  other: "a file of another kind",
};

/** E.g. `Taken: 2026-11-02 14:05:09 (exif:DateTimeOriginal)`. */
export function fileClaimText({ name, value, source }: FileClaim): string {
  return `${CLAIM_NAMES[name]}: ${value} (${source})`;
}

export function fileRows(record: FileRecord, corrections: readonly Correction[]): Row[] {
  const about = record.kind === "import" ? importedRows(record.imported) : recordingRows(record.recording);
  return [...about, ...typedRows(corrections)];
}

function importedRows({ form, name, modifiedUtc, says, text }: Imported): Row[] {
  return [
    { name: "Imported", value: `${FORMS[form]} that was made elsewhere; it came in as it was` },
    { name: "Name it came with", value: name },
    { name: "Last changed (as the system it came from says)", value: modifiedUtc },
    ...says.map(({ name: claim, value, source }) => ({ name: `${CLAIM_NAMES[claim]} (the file says)`, value, source })),
    ...(text === null ? [] : [{ name: "Text", value: text }]),
  ];
}

function recordingRows({ surface, withSound, seconds, ofSeconds }: Recording): Row[] {
  const of = ofSeconds === null ? "" : ` of ${lengthText(ofSeconds)} (typed by the user)`;
  return [
    { name: "Recorded", value: surface === null ? "what the browser was told to share" : `a ${surface}` },
    { name: "Length", value: `${lengthText(seconds)}${of}` },
    { name: "Sound", value: withSound ? "yes" : "no" },
  ];
}

function typedRows(corrections: readonly Correction[]): Row[] {
  const typed = standing(corrections);
  return Object.entries(TYPED).flatMap(([fact, name]) => {
    const value = typed.get(fact as keyof typeof TYPED)?.value;
    return value == null ? [] : [{ name, value }];
  });
}

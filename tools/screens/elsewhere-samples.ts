/** Made-up files from elsewhere, as screens and pictures show them. */
import type { ImportRecord, RecordingRecord } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { CutOffRecording } from "@/src/model/recording";
import type { ImportState } from "@/src/ui/library/importing/run-import";
import type { RecorderState } from "@/src/ui/recorder/run-recorder";
import { ITEM, record } from "./samples";

const { schema, id, caseId, captured, by } = record;
const { browser, os, extVersion, extBuildHash, userAgent } = record.env;
const env = { browser, os, extVersion, extBuildHash, userAgent };

const base = { schema, id, caseId, captured, by, env, missing: [] };
const file = (path: string, mime: string, bytes: number) => ({
  ...record.files[0]!,
  path,
  mime,
  bytes,
});

export const photoRecord: ImportRecord = {
  ...base,
  kind: "import",
  exhibit: 4,
  files: [file("original/file.jpg", "image/jpeg", 3_214_880)],
  imported: {
    file: "original/file.jpg",
    form: "picture",
    name: "IMG_0123.JPG",
    modifiedUtc: "2026-11-02T06:05:10.000Z" as UtcInstant,
    how: "chosen",
    says: [
      { name: "taken", value: "2026:11:02 14:05:09 +08:00", source: "exif:DateTimeOriginal" },
      { name: "device", value: "Made-up Phone 3", source: "exif:Model" },
      { name: "place", value: "22.28552, 114.15769", source: "exif:GPS" },
    ],
    text: null,
  },
};

export const chatRecord: ImportRecord = {
  ...base,
  kind: "import",
  exhibit: 5,
  files: [file("original/file.zip", "application/zip", 8_112_003)],
  imported: {
    file: "original/file.zip",
    form: "chat",
    name: "WhatsApp Chat - River.zip",
    modifiedUtc: null,
    how: "dropped",
    says: [
      { name: "people", value: "River, Harbour Walks", source: "chat:senders" },
      { name: "messages", value: "312", source: "chat:lines" },
      { name: "first", value: "02/11/2026, 14:05", source: "chat:first line" },
      { name: "last", value: "20/11/2026, 09:00", source: "chat:last line" },
      { name: "inside", value: "18", source: "zip:entries" },
    ],
    text: "02/11/2026, 14:06 - River: Low water is at six tomorrow.",
  },
};

export const cutRecording: RecordingRecord = {
  ...base,
  kind: "recording",
  exhibit: 6,
  files: [{ ...file("original/recording.webm", "video/webm", 12_900_112), complete: false }],
  recording: {
    file: "original/recording.webm",
    form: "video",
    surface: "tab",
    withSound: true,
    seconds: 42,
    ofSeconds: 190,
    endedBy: "cutOff",
  },
  missing: [{ what: "whole-recording", why: "cutOff", shown: 42, total: 190 }],
};

export const imports: Record<string, ImportState> = {
  import: { step: "waiting" },
  "import-going-on": {
    step: "importing",
    name: "WhatsApp Chat - River.zip",
    place: 2,
    files: 3,
    bytesDone: 7_300_000,
    bytesTotal: 18_402_113,
  },
  "import-done": {
    step: "imported",
    outcomes: [
      { name: "IMG_0123.JPG", item: { id: ITEM, exhibit: 4 }, failure: null },
      { name: "WhatsApp Chat - River.zip", item: { id: ITEM, exhibit: 5 }, failure: null },
      { name: "Letters", item: null, failure: "unreadable" },
    ],
  },
};

export const recorders: Record<string, RecorderState> = {
  ready: { step: "ready", failure: null, isLengthWrong: false },
  "not-shared": { step: "ready", failure: "notShared", isLengthWrong: false },
  "length-wrong": { step: "ready", failure: null, isLengthWrong: true },
  recording: { step: "recording", seconds: 42, bytes: 12_900_112, ofSeconds: 190 },
  keeping: { step: "keeping" },
  kept: { step: "kept", recording: { id: ITEM, exhibit: 6, missing: [] } },
  "kept-not-complete": {
    step: "kept",
    recording: {
      id: ITEM,
      exhibit: 6,
      missing: [{ what: "whole-recording", why: "endedEarly", shown: 42, total: 190 }],
    },
  },
};

export const cutOffRecording: CutOffRecording = {
  id,
  exhibit: 6,
  endUtc: captured.endUtc,
  tz: captured.tz,
  seconds: 42.4,
};

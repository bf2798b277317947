/** What the log says of an exhibit when it is entered. Names, addresses and words are not in it. Format: docs/formats/custody-log.md */
import type { CustodyAct } from "@/src/model/custody";
import type { ExhibitRecord, PageRecord } from "@/src/model/exhibit";
import { IMPORTED_FILE } from "@/src/model/from-elsewhere";

export function savedDetail(record: ExhibitRecord): CustodyAct["detail"] {
  const { exhibit, files } = record;
  const given = { exhibit, files: files.length };
  switch (record.kind) {
    case "post":
      return { ...given, ...pictureDetail(record) };
    case "import":
      return { ...given, about: IMPORTED_FILE, form: record.imported.form };
    case "recording":
      return {
        ...given,
        method: "recording",
        seconds: record.recording.seconds,
        complete: files.every(({ complete }) => complete),
      };
  }
}

function pictureDetail({ picture, pictures }: PageRecord): CustodyAct["detail"] {
  const { method, tiles, widthPx, heightPx, complete } = picture;
  return { method, pictures, tiles, widthPx, heightPx, complete };
}

/**
 * What a bundle does not hold because its maker left pictures out: told in a list beside each exhibit's record, and for people
 * in `left-out.csv`. The digests are those of the record, so that a second bundle with the files can be compared.
 */
import { canonicalJson } from "@/src/model/canonical-json";
import { type ExhibitRecord, exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import { type ExhibitFile, LEFT_OUT_SCHEMA, type LeftOutFiles } from "@/src/model/exhibit-files";
import { isInside, type PicturesRule } from "@/src/model/hand-over";
import { csvLine } from "./csv";
import type { PaperWords } from "./paper-words";

export function leftOutOf(record: ExhibitRecord, pictures: PicturesRule): ExhibitFile[] {
  return record.files.filter((file) => !isInside(record, file, pictures));
}

/** The bytes of an exhibit's `left-out.json`. */
export function leftOutText(files: readonly ExhibitFile[]): string {
  const list: LeftOutFiles = {
    schema: LEFT_OUT_SCHEMA,
    why: "pictures",
    files: files.map(({ path, bytes, sha256, sha512 }) => ({ path, bytes, sha256, sha512 })),
  };
  return canonicalJson(list);
}

/** `left-out.csv`: one line a file. UTF-8, no byte order mark. */
export async function* leftOutCsv(
  { say }: PaperWords,
  records: AsyncIterable<ExhibitRecord>,
  pictures: PicturesRule,
): AsyncGenerator<string> {
  yield csvLine(["exhibit", "file", "bytes", "sha256", "why"]);
  for await (const record of records)
    for (const { path, bytes, sha256 } of leftOutOf(record, pictures))
      yield csvLine([
        exhibitLabel(record.exhibit),
        `exhibits/${exhibitFolder(record.exhibit)}/${path}`,
        String(bytes),
        sha256,
        say("paper_mayShowPicture"),
      ]);
}

/** `index.csv`: one line an exhibit, for people who sort and filter. UTF-8, no byte order mark. */
import type { ExhibitFile, ExhibitRecord } from "@/src/model/exhibit";
import { exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import { csvLine } from "./csv";
import type { MarkedCopies } from "./marked-file";
import { missingText } from "./missing-text";

/** Column name → what stands in it. An empty cell means that the record holds no such fact. */
const COLUMNS: Record<string, (record: ExhibitRecord, marked: ExhibitFile | undefined) => string | null | undefined> = {
  exhibit: (record) => exhibitLabel(record.exhibit),
  id: (record) => record.id,
  captured_utc: (record) => record.captured.startUtc,
  address: (record) => record.url.browser,
  permalink: (record) => record.facts.permalink,
  platform: (record) => record.facts.platform,
  handle: (record) => record.facts.handle,
  display_name: (record) => record.facts.displayName,
  posted_at: (record) => record.facts.postedAt,
  posted_at_date: (record) => record.facts.postedAtDate,
  posted_at_text: (record) => record.facts.postedAtText,
  title: (record) => record.facts.title,
  picture: (record) => `exhibits/${exhibitFolder(record.exhibit)}/${record.picture.file}`,
  picture_method: (record) => record.picture.method,
  picture_sha256: (record) => record.files.find(({ path }) => path === record.picture.file)?.sha256 ?? null,
  marked: (record, marked) => marked && `exhibits/${exhibitFolder(record.exhibit)}/${marked.path}`,
  marked_sha256: (_record, marked) => marked?.sha256,
  missing: (record) => record.missing.map(missingText).join("; "),
};

export async function* indexCsv(records: AsyncIterable<ExhibitRecord>, marked: MarkedCopies): AsyncGenerator<string> {
  yield csvLine(Object.keys(COLUMNS));
  for await (const record of records) {
    yield csvLine(Object.values(COLUMNS).map((cell) => cell(record, marked.get(record.id)) ?? ""));
  }
}

/** `index.csv`: one line an exhibit, for people who sort and filter. UTF-8, no byte order mark. */
import type { ExhibitWords } from "@/src/model/account";
import type { CorrectableFact } from "@/src/model/correction";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import { browserAddress, claimsOf, isPage, originOf, shownFile, shownFileOf } from "@/src/model/exhibit-kind";
import { isShownInside } from "@/src/model/hand-over";
import type { Beside } from "./beside";
import { correctedValue } from "./corrections";
import { csvLine } from "./csv";
import { fileClaimText } from "./file-rows";
import { linksText } from "./own-words";
import type { PaperWords } from "./paper-words";

interface BesideOne {
  marked: ExhibitFile | undefined;
  redacted: ExhibitFile | undefined;
  words: PaperWords;
  own: ExhibitWords | undefined;
  isInside: boolean;
}

/** Column name → what stands in it. An empty cell means that the record holds no such fact. */
const COLUMNS: Record<string, (record: ExhibitRecord, beside: BesideOne) => string | null | undefined> = {
  exhibit: (record) => exhibitLabel(record.exhibit),
  id: (record) => record.id,
  description: (_record, { own }) => own?.description,
  why_it_matters: (_record, { own }) => own?.significance,
  effect: (_record, { own }) => own?.effect,
  people: (_record, { own }) => own?.people.join("; "),
  place: (_record, { own }) => own?.place,
  tags: (_record, { own }) => own?.tags.join("; "),
  linked: (_record, { words, own }) => own && linksText(words, own),
  capture_began_utc: (record) => record.captured.startUtc,
  captured_utc: (record) => record.captured.endUtc,
  address: browserAddress,
  permalink: (record) => claimsOf(record).permalink,
  platform: (record) => claimsOf(record).platform,
  handle: (record) => claimsOf(record).handle,
  display_name: (record) => claimsOf(record).displayName,
  posted_at: (record) => claimsOf(record).postedAt,
  posted_at_date: (record) => claimsOf(record).postedAtDate,
  posted_at_text: (record) => claimsOf(record).postedAtText,
  reposted_by: (record) => claimsOf(record).repostedBy,
  title: (record) => claimsOf(record).title,
  picture: (record, { isInside }) =>
    isInside ? `exhibits/${exhibitFolder(record.exhibit)}/${shownFile(record)}` : "left out",
  picture_method: (record) => (isPage(record) ? record.picture.method : originOf(record)),
  picture_sha256: (record) => shownFileOf(record).sha256,
  marked: (record, { marked }) => marked && `exhibits/${exhibitFolder(record.exhibit)}/${marked.path}`,
  marked_sha256: (_record, { marked }) => marked?.sha256,
  covered_copy: (record, { redacted }) => redacted && `exhibits/${exhibitFolder(record.exhibit)}/${redacted.path}`,
  covered_copy_sha256: (_record, { redacted }) => redacted?.sha256,
  missing: (record, { words }) => record.missing.map(words.missing).join("; "),
};

/** Of what came in as a file, what stands in the last columns. */
const IMPORTED: typeof COLUMNS = {
  imported_name: (record) => imported(record)?.name,
  imported_changed_utc: (record) => imported(record)?.modifiedUtc,
  imported_says: (record, { words }) =>
    imported(record)
      ?.says.map((claim) => fileClaimText(words, claim))
      .join("; "),
};

const imported = (record: ExhibitRecord) => (record.kind === "import" ? record.imported : null);

/** The user's own values stand in columns of their own, after the page's. */
const CORRECTED: Record<string, CorrectableFact> = {
  corrected_permalink: "permalink",
  corrected_handle: "handle",
  corrected_display_name: "displayName",
  corrected_posted_at_date: "postedAtDate",
  corrected_posted_at_text: "postedAtText",
  corrected_reposted_by: "repostedBy",
  original_kept_at: "originalPlace",
};

export async function* indexCsv(
  words: PaperWords,
  records: AsyncIterable<ExhibitRecord>,
  { marked, redacted, corrections, pictures, account }: Beside,
): AsyncGenerator<string> {
  yield csvLine([...Object.keys(COLUMNS), ...Object.keys(CORRECTED), ...Object.keys(IMPORTED)]);
  for await (const record of records) {
    const corrected = Object.values(CORRECTED).map((fact) => correctedValue(corrections, record.id, fact)?.value ?? "");
    const beside = {
      marked: marked.get(record.id),
      redacted: redacted.get(record.id),
      words,
      own: account.about.get(record.exhibit),
      isInside: isShownInside(record, pictures),
    };
    const cellsOf = (columns: typeof COLUMNS) => Object.values(columns).map((cell) => cell(record, beside) ?? "");
    yield csvLine([...cellsOf(COLUMNS), ...corrected, ...cellsOf(IMPORTED)]);
  }
}

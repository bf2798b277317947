/** Whether the papers of a package can be written about an item: one of which they cannot would end the package for all others. */
import { namesFault } from "@/src/manifest/exhibit-names";
import { EMPTY_ACCOUNT } from "@/src/model/account";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { binderHtml } from "./binder-html";
import { declarationTxt } from "./declaration";
import { indexCsv } from "./index-csv";
import type { Papers } from "./paper-words";
import { postsCsv } from "./posts-csv";
import { timelineOf } from "./timeline";
import { timelineCsv } from "./timeline-csv";

export async function canBeLaidOut(papers: Papers, record: ExhibitRecord): Promise<boolean> {
  const { words } = papers;
  const records = async function* () {
    yield record;
  };
  const copies = { marked: new Map(), redacted: new Map() };
  const beside = { ...copies, corrections: new Map(), account: EMPTY_ACCOUNT, pictures: "full" } as const;
  try {
    const rows = await timelineOf(records(), EMPTY_ACCOUNT);
    const texts = [
      indexCsv(words, records(), beside),
      timelineCsv(words, rows),
      binderHtml(words, records, beside, null),
      postsCsv(records()),
      declarationTxt(papers, records, beside),
    ];
    for (const text of texts) for await (const _ of text);
    return namesFault(record.files.map(({ path }) => path)) === null;
  } catch {
    return false; // whatever it was, it lies in this record: nothing else was touched
  }
}

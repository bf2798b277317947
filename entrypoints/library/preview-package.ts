import { accountOf } from "@/src/export/account-of";
import { pictureRule } from "@/src/export/picture-rule";
import { previewItems } from "@/src/export/preview";
import { ON_SCREEN } from "@/src/i18n/on-screen";
import { aboutCase } from "@/src/model/case-line";
import type { CaseId } from "@/src/model/exhibit";
import type { PackagePreview } from "@/src/model/hand-over";
import type { CaseNote } from "@/src/model/note";
import { paperWords } from "@/src/ui/library/paper-words";
import type { PreviewRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";

/** What would go into a package. Nothing is written, also not into the log. */
export async function previewPackage(
  reader: VaultReader,
  { items, pictures, withWords, onProgress, signal }: PreviewRequest,
): Promise<PackagePreview> {
  const ids = items.map(({ id }) => id);
  const rule = await pictureRule(reader, ids, pictures);
  const found = await previewItems(reader, ids, { pictures: rule, withWords }, onProgress, signal);
  const [first] = items;
  if (!withWords || first === undefined) return { ...found, words: { events: 0, reports: 0 } };
  const { entries, reports } = await accountOf(
    reader,
    first.caseId,
    [],
    await reader.custody(first.caseId),
    paperWords(ON_SCREEN),
  );
  return { ...found, words: { events: entries.length, reports: reports.length } };
}

/** What is said of each case. */
export async function aboutCases(reader: VaultReader, ids: readonly CaseId[]): Promise<Map<CaseId, CaseNote>> {
  const about = new Map<CaseId, CaseNote>();
  for (const id of ids) about.set(id, aboutCase((await reader.notes(id)).notes).about);
  return about;
}

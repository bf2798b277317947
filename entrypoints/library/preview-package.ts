import { accountOf } from "@/src/export/account-of";
import { pictureRule } from "@/src/export/picture-rule";
import { previewRows } from "@/src/export/preview";
import { ON_SCREEN } from "@/src/i18n/on-screen";
import type { CaseId } from "@/src/model/exhibit";
import type { PackagePreview } from "@/src/model/hand-over";
import { paperWords } from "@/src/ui/library/paper-words";
import type { PreviewRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";

/** What would go into a package. Nothing is written, also not into the log. */
export async function previewPackage(
  reader: VaultReader,
  { items, pictures, withWords, onProgress, signal }: PreviewRequest,
): Promise<PackagePreview> {
  const ids = items.map(({ id }) => id);
  const rows = await previewRows(reader, ids, await pictureRule(reader, ids, pictures), onProgress, signal);
  const [first] = items;
  if (!withWords || first === undefined) return { rows, words: { events: 0, reports: 0 } };
  const { entries, reports } = await accountOf(
    reader,
    first.caseId,
    [],
    await reader.custody(first.caseId),
    paperWords(ON_SCREEN),
  );
  return { rows, words: { events: entries.length, reports: reports.length } };
}

export async function caseNames(reader: VaultReader, ids: readonly CaseId[]): Promise<Map<CaseId, string>> {
  const names = new Map<CaseId, string>();
  for (const id of ids) {
    for (const note of (await reader.notes(id)).notes)
      if (note.kind === "case" && note.body.name !== "") names.set(id, note.body.name);
  }
  return names;
}

/** What would go into a bundle, item by item, before anything is made. Reads every record once. */
import type { ExhibitId } from "@/src/model/exhibit";
import { boxesOf, isInside, isShownInside, type PicturesRule, type PreviewRow } from "@/src/model/hand-over";
import type { VaultReader } from "@/src/vault/read";
import { recordsOf } from "./plan";

/** @throws {VaultError} when a record cannot be read; the signal's reason */
export async function previewRows(
  reader: VaultReader,
  exhibits: readonly ExhibitId[],
  pictures: PicturesRule,
  onItem: (itemsDone: number) => void,
  signal: AbortSignal,
): Promise<PreviewRow[]> {
  const rows: PreviewRow[] = [];
  for await (const record of recordsOf(reader, exhibits)) {
    signal.throwIfAborted();
    const inside = record.files.filter((file) => isInside(record, file, pictures));
    const isRedacted = boxesOf(record, pictures) !== null;
    rows.push({
      id: record.id,
      files: inside.length,
      bytes: inside.reduce((sum, { bytes }) => sum + bytes, 0),
      leftOut: record.files.length - inside.length,
      picture: isRedacted ? "redacted" : isShownInside(record, pictures) ? "kept" : "none",
    });
    onItem(rows.length);
  }
  return rows;
}

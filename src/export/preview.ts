/** What would go into a bundle, item by item, before anything is made. Reads every record once. */
import { OWN_WORDS } from "@/src/model/correction";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { isPage } from "@/src/model/exhibit-kind";
import {
  boxesOf,
  type Carried,
  isInside,
  isShownInside,
  type PackagePreview,
  type PicturesRule,
  type PreviewRow,
} from "@/src/model/hand-over";
import type { VaultReader } from "@/src/vault/read";
import { recordsOf } from "./plan";

/** @throws {VaultError} when a record cannot be read; the signal's reason */
export async function previewItems(
  reader: VaultReader,
  exhibits: readonly ExhibitId[],
  { pictures, withWords }: { pictures: PicturesRule; withWords: boolean },
  onItem: (itemsDone: number) => void,
  signal: AbortSignal,
): Promise<Omit<PackagePreview, "words">> {
  const rows: PreviewRow[] = [];
  const carried: Carried = { pictureAddresses: 0, fileNames: 0, places: 0 };
  let notWhole = 0;
  for await (const record of recordsOf(reader, exhibits)) {
    signal.throwIfAborted();
    const row = rowOf(record, pictures);
    rows.push(row);
    carried.pictureAddresses += row.leftOut > 0 && hasPictureAddresses(record) ? 1 : 0;
    carried.fileNames += record.kind === "import" && record.imported.name !== "" ? 1 : 0;
    carried.places += record.kind === "import" && record.imported.says.some(({ name }) => name === "place") ? 1 : 0;
    notWhole += row.leftOut > 0 || (!withWords && (await hasOwnWords(reader, record))) ? 1 : 0;
    onItem(rows.length);
  }
  return { rows, carried, notWhole };
}

function rowOf(record: ExhibitRecord, pictures: PicturesRule): PreviewRow {
  const inside = record.files.filter((file) => isInside(record, file, pictures));
  const isRedacted = boxesOf(record, pictures) !== null;
  return {
    id: record.id,
    files: inside.length,
    bytes: inside.reduce((sum, { bytes }) => sum + bytes, 0),
    leftOut: record.files.length - inside.length,
    picture: isRedacted ? "redacted" : isShownInside(record, pictures) ? "kept" : "none",
  };
}

function hasPictureAddresses(record: ExhibitRecord): boolean {
  return isPage(record) && record.missing.some(({ addresses = [] }) => addresses.length > 0);
}

/** Those that stand among its corrections, and are left out with all that the person wrote. */
async function hasOwnWords(reader: VaultReader, { id }: ExhibitRecord): Promise<boolean> {
  return (await reader.corrections(id)).some(({ fact }) => fact === OWN_WORDS);
}

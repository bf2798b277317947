/** What becomes of pictures, with the boxes that the user drew, as they are now. */
import type { CoverBox } from "@/src/model/covers";
import type { ExhibitId } from "@/src/model/exhibit";
import type { PicturesInside, PicturesRule } from "@/src/model/hand-over";
import type { VaultReader } from "@/src/vault/read";

/** @throws {VaultError} where boxes are needed and cannot be read */
export async function pictureRule(
  reader: Pick<VaultReader, "remarks">,
  exhibits: readonly ExhibitId[],
  pictures: PicturesInside,
): Promise<PicturesRule> {
  if (pictures !== "redacted") return pictures;
  const covers = new Map<ExhibitId, readonly CoverBox[]>();
  for (const id of exhibits) {
    const boxes = (await reader.remarks(id))?.remarks.covers;
    if (boxes !== undefined) covers.set(id, boxes);
  }
  return covers;
}

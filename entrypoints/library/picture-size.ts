import { openKept } from "@/src/export/kept-picture";
import { isPage, type PictureRecord } from "@/src/model/exhibit-kind";
import { openPicture } from "@/src/picture/open-picture";
import type { VaultReader } from "@/src/vault/read";

/** Of a page it is recorded; a picture that came in is opened once, as the copy will be. */
export async function pictureSize(
  reader: VaultReader,
  record: PictureRecord,
): Promise<{ widthPx: number; heightPx: number }> {
  if (isPage(record)) return record.picture;
  const { form, cancel } = await openKept(reader, record, openPicture);
  await cancel();
  return form;
}

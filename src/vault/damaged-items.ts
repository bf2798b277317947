/** Which of some items are damaged, and what of them is as it was saved. Every byte of them is read. */

import type { CustodyEntry } from "@/src/model/custody";
import type { DamagedItem } from "@/src/model/damaged-item";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { fileState } from "./fixity";
import type { VaultReader } from "./read";
import { unlessDamaged } from "./unless-damaged";

/** @throws {VaultError} `locked` and others that are no damage; the signal's reason */
export async function damagedAmong(
  reader: VaultReader,
  items: readonly Pick<ExhibitSummary, "id" | "exhibit">[],
  signal: AbortSignal,
): Promise<DamagedItem[]> {
  const found: DamagedItem[] = [];
  for (const { id, exhibit } of items) {
    signal.throwIfAborted();
    const item = await damageOf(reader, id, exhibit);
    if (item !== null) found.push(item);
  }
  return found;
}

async function damageOf(reader: VaultReader, id: ExhibitId, exhibit: number): Promise<DamagedItem | null> {
  const record = await reader.record(id).catch(unlessDamaged);
  const intact = new Set<string>();
  for (const file of record?.files ?? []) if ((await fileState(reader, id, file)) === "ok") intact.add(file.path);
  const words = Promise.all([reader.corrections(id), reader.remarks(id)]);
  const areWordsRead = (await words.catch(unlessDamaged)) !== null;
  const isWhole = record !== null && intact.size === record.files.length && areWordsRead;
  return isWhole ? null : { id, exhibit, record, intact };
}

/** Items of a case that its log says were kept and were not deleted, and of which not even the record can be read. */
export async function unreadableIn(reader: VaultReader, log: readonly CustodyEntry[]): Promise<DamagedItem[]> {
  const damaged = new Set((await reader.summaries()).damaged);
  const entered = log.filter(
    ({ event, item }) => (event === "capture" || event === "import") && item !== null && damaged.has(item),
  );
  return entered.map(({ item, detail }) => ({
    id: item!,
    exhibit: typeof detail.exhibit === "number" ? detail.exhibit : null,
    record: null,
    intact: new Set(),
  }));
}

/** Items that no copy can hold. They came from outside while this program took in more than it does now. */
import { canBeLaidOut } from "@/src/export/laid-out";
import type { Papers } from "@/src/export/paper-words";
import type { ExhibitId } from "@/src/model/exhibit";
import type { VaultReader } from "@/src/vault/read";
import { unlessDamaged } from "@/src/vault/unless-damaged";
import { wholeRecord } from "@/src/verify/whole-record";

/**
 * One whose record has another form than records have, or cannot be laid out, would end the copy of everything, or its being
 * put back.
 */
export async function unusableItems(reader: VaultReader, papers: Papers): Promise<Set<ExhibitId>> {
  const unusable = new Set<ExhibitId>();
  for (const { id } of (await reader.summaries()).summaries) {
    const record = await reader.record(id).catch(unlessDamaged);
    if (record === null) continue; // found with all else that is damaged
    if (wholeRecord(record) === null || !(await canBeLaidOut(papers, record))) unusable.add(id);
  }
  return unusable;
}

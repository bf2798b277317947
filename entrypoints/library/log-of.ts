import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId } from "@/src/model/exhibit";
import type { VaultReader } from "@/src/vault/read";
import { unlessDamaged } from "@/src/vault/unless-damaged";

/** A case's log up to an entry; of a damaged one, what can be read. It is handed over as it is, and what is handed over says so. */
export async function logOf(reader: VaultReader, caseId: CaseId, lastSeq: number): Promise<CustodyEntry[]> {
  const log = (await reader.custody(caseId).catch(unlessDamaged)) ?? (await reader.readableCustody(caseId));
  return log.filter(({ seq }) => seq <= lastSeq);
}

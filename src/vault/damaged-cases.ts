/** Which cases are not as they were left. The log itself is only read where its end is not the one that was noted. */
import type { CaseDamage, DamagedCase } from "@/src/model/damage";
import type { CaseId } from "@/src/model/exhibit";
import { readHeads } from "@/src/platform/log-heads";
import { readCase } from "./cases";
import type { KeyRing } from "./data-keys";
import { ensureMeta } from "./meta";
import type { Db } from "./schema";
import { unlessDamaged } from "./unless-damaged";
import { isSetBack } from "./witness";

export async function damagedCases(db: Db, keys: KeyRing): Promise<DamagedCase[]> {
  const known = new Set((await ensureMeta(db)).damagedCases);
  const stored = await db.getAllKeys("cases");
  const found: DamagedCase[] = [];
  for (const caseId of new Set([...stored, ...known])) {
    const how = known.has(caseId) ? "damaged" : await damageOf(db, keys, caseId);
    if (how !== null) found.push({ caseId, how });
  }
  const noted = [...(await readHeads()).keys()] as CaseId[];
  const gone = noted.filter((id) => !stored.includes(id) && !known.has(id));
  return [...found, ...gone.map((caseId): DamagedCase => ({ caseId, how: "emptied" }))];
}

async function damageOf(db: Db, keys: KeyRing, id: CaseId): Promise<CaseDamage | null> {
  const state = await readCase(db, keys, id).catch(unlessDamaged);
  if (state === null) return "damaged";
  return (await isSetBack(db, keys, id, state.head?.hash ?? null)) ? "setBack" : null;
}

/**
 * Where a new item goes: its case, or, where the log of that case is damaged, the case that takes what is saved now, or a
 * new one. In a damaged log an entry would prove little, and a number could be given twice.
 */
import type { CaseId } from "@/src/model/exhibit";
import type { KeyRing } from "./data-keys";
import { type CaptureAct, Ledger } from "./ledger";
import type { Also } from "./ledger-commit";
import { leaveCase } from "./left-cases";
import { ensureMeta } from "./meta";
import { noteRange, openNote } from "./notes";
import type { OpenVault } from "./open";
import type { Db } from "./schema";
import { unlessDamaged } from "./unless-damaged";

export interface SoundLedger {
  caseId: CaseId;
  ledger: Ledger;
  /** What has to be committed with it. */
  also: Also;
}

/** The caller holds `LOG_LOCK` until the rows are committed. */
export async function soundLedger(
  vault: Pick<OpenVault, "db">,
  keys: KeyRing,
  wanted: CaseId,
  act: CaptureAct,
): Promise<SoundLedger> {
  const { db } = vault;
  const { defaultCase, damagedCases = [] } = await ensureMeta(db);
  for (const caseId of new Set([wanted, defaultCase])) {
    if (damagedCases.includes(caseId)) continue;
    const ledger = await Ledger.open(db, keys, caseId);
    if (!ledger.isDamaged) return { caseId, ledger, also: () => [] };
  }
  return newCase(db, keys, wanted, act);
}

/** Goes on where the damaged one cannot: in the same role, and its first entry names that case. */
async function newCase(db: Db, keys: KeyRing, before: CaseId, act: CaptureAct): Promise<SoundLedger> {
  const caseId = crypto.randomUUID() as CaseId;
  const ledger = await Ledger.open(db, keys, caseId);
  for (const row of await db.getAll("notes", noteRange(before))) {
    const note = await openNote(keys, row).catch(unlessDamaged);
    if (note?.kind === "case") ledger.setRole(note.body.role);
  }
  const detail = { about: "log", outcome: "different", continues: before };
  await ledger.enter({ ...act, event: "check", item: null, digest: null, detail });
  const also: Also = (tx) => [
    async () => {
      const meta = tx.objectStore("meta");
      await leaveCase(meta, before);
      await meta.put({ ...(await meta.get("vault"))!, defaultCase: caseId }, "vault");
    },
  ];
  return { caseId, ledger, also };
}

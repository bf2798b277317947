/**
 * Corrections beside a sealed record: encrypted under the exhibit's own key, so that they go when it goes. A new one is
 * put after the others, in one transaction with the log entry that names its digest. The record is not touched.
 */
import { canonicalJson } from "@/src/model/canonical-json";
import { CORRECTION_DETAIL, type Correction, MAX_CORRECTIONS } from "@/src/model/correction";
import type { CustodyAct } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { logStep, readCase } from "./cases";
import { type Binding, decryptJson, encryptJson, openRowKey } from "./cipher";
import { commit } from "./commit";
import type { OpenVault } from "./open";
import type { VaultDb } from "./schema";
import { LOG_LOCK } from "./seal";

type Row = VaultDb["exhibits"]["value"];
type Act = Omit<CustodyAct, "event" | "item" | "digest" | "detail">;

const bind = (kind: Binding["kind"], id: ExhibitId): Binding => ({ kind, id, version: 1 });

/** In the order they were made. @throws {VaultError} `damaged` */
export async function readCorrections(key: CryptoKey, { id, corrections }: Row): Promise<Correction[]> {
  return corrections === undefined ? [] : decryptJson<Correction[]>(key, bind("corrections", id), corrections);
}

/**
 * @returns All corrections of the exhibit, the new one last.
 * @throws {VaultError} `notFound`, `damaged`, `locked`; `full` also when there are too many
 */
export async function addCorrection(
  vault: OpenVault,
  { item, fact, value }: Pick<Correction, "item" | "fact" | "value">,
  act: Act,
): Promise<Correction[]> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const row = await vault.db.get("exhibits", item);
    if (!row) throw new VaultError("notFound");
    const key = await openRowKey(await vault.keys.get(row.dataKeyId), row.id, 1, row.key);
    const record = await decryptJson<ExhibitRecord>(key, bind("record", item), row.value);
    const before = await readCorrections(key, row);
    if (before.length >= MAX_CORRECTIONS) throw new VaultError("full");
    const { utc, tz } = act;
    const correction: Correction = {
      id: crypto.randomUUID(),
      item,
      fact,
      pageValue: record.facts[fact],
      value,
      utc,
      tz,
    };
    const after = [...before, correction];
    const step = await logStep(vault.dataKey, await readCase(vault.db, vault.keys, record.caseId), {
      ...act,
      event: "edit-note",
      item,
      digest: await correctionDigest(correction),
      detail: { about: CORRECTION_DETAIL, fact, correction: correction.id, takenBack: value === null },
    });
    const corrected: Row = { ...row, corrections: await encryptJson(key, bind("corrections", item), after) };
    const tx = vault.db.transaction(["exhibits", "custody", "cases"], "readwrite", { durability: "strict" });
    await commit(tx, [
      () => tx.objectStore("exhibits").put(corrected),
      () => tx.objectStore("custody").add(step.custodyRow),
      () => tx.objectStore("cases").put(step.caseRow),
    ]);
    return after;
  });
}

/** As the custody log names it. */
async function correctionDigest(correction: Correction): Promise<`sha256:${string}`> {
  return `sha256:${await sha256(canonicalJson(correction))}`;
}

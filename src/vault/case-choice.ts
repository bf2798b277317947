/** Cases keep matters apart. One of them takes what is saved. */
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import type { CaseNote, Note } from "@/src/model/note";
import { readCase } from "./cases";
import type { CaptureAct } from "./ledger";
import { ensureMeta, setInMeta } from "./meta";
import { putNote } from "./notes";
import type { OpenVault } from "./open";

/** A new case; what is saved goes into it from now on. @throws {VaultError} as `putNote` */
export async function beginCase(vault: OpenVault, about: CaseNote, act: CaptureAct): Promise<Note> {
  const caseId = crypto.randomUUID() as CaseId;
  const note = await putNote(vault, { caseId, kind: "case", body: about, replaces: null }, act);
  await setInMeta(vault.db, { defaultCase: caseId });
  return note;
}

/**
 * What is saved goes into this case from now on.
 * @throws {VaultError} `locked`; `notFound` when there is none such, or it came in from someone else, who goes on with it
 */
export async function chooseCase({ db, access }: OpenVault, caseId: CaseId): Promise<void> {
  const isThere = (await db.getKey("cases", caseId)) ?? ((await ensureMeta(db)).defaultCase === caseId || undefined);
  const { isReceived = false } = await readCase(db, await access.keys(), caseId);
  if (isThere === undefined || isReceived) throw new VaultError("notFound");
  await setInMeta(db, { defaultCase: caseId });
}

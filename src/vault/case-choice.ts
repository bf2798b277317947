/** Cases keep matters apart. One of them takes what is saved. */
import { aboutCase, type CaseNow } from "@/src/model/case-line";
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import type { CaseNote, Note } from "@/src/model/note";
import { readCase } from "./cases";
import type { CaptureAct } from "./ledger";
import { ensureMeta, setInMeta } from "./meta";
import { putNote } from "./notes";
import type { OpenVault } from "./open";
import { IdbReader } from "./reader";

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

/** The case that new items go into; `null` while the vault is locked: then nothing is told of it. */
export async function caseNow({ db, access }: OpenVault): Promise<CaseNow | null> {
  try {
    const reader = new IdbReader(db, access);
    const { ids, current } = await reader.cases();
    const received = await reader.receivedCases();
    const { about } = aboutCase((await reader.notes(current)).notes);
    return { about, isOneOfSeveral: ids.filter((id) => !received.has(id)).length > 1 };
  } catch (error) {
    if (error instanceof VaultError && error.code === "locked") return null;
    throw error;
  }
}

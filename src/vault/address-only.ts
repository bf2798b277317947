/**
 * Deletes one exhibit and keeps its address, because someone in it is, or may be, under 18: no picture of it may be held.
 * One transaction: the address is written down, the exhibit's key goes, and the log says both.
 */
import { standing } from "@/src/model/correction";
import { type ExhibitId, type ExhibitRecord, exhibitLabel } from "@/src/model/exhibit";
import { browserAddress, claimsOf, titleOf } from "@/src/model/exhibit-kind";
import type { AddressNote, Note } from "@/src/model/note";
import { deleteExhibit } from "./delete";
import type { CaptureAct } from "./ledger";
import { enterNote, noteOf, sealNote } from "./notes";
import type { OpenVault } from "./open";
import { openExhibitKey } from "./rows";
import { readCorrections } from "./stored-corrections";
import { unlessDamaged } from "./unless-damaged";

/** @throws {VaultError} as `deleteExhibit`: nothing was changed then */
export async function keepAddressOnly(vault: OpenVault, id: ExhibitId, act: CaptureAct): Promise<Note> {
  let note: Note | null = null;
  await deleteExhibit(vault, id, act, async ({ record, row, keys, ledger, dataKey }) => {
    const key = await openExhibitKey(keys, row);
    const corrections = (await readCorrections(key, row).catch(unlessDamaged)) ?? [];
    const body = addressOf(record, standing(corrections));
    note = noteOf({ caseId: record.caseId, kind: "address", body, replaces: null }, null, act);
    await enterNote(ledger, note, act);
    const noteRow = await sealNote(dataKey, note);
    return (tx) => [() => tx.objectStore("notes").put(noteRow)];
  });
  return note!;
}

/** The user's word where there is one, else what the page says; of a file without an address, its name. */
function addressOf(record: ExhibitRecord, said: ReturnType<typeof standing>): AddressNote {
  const { platform = "web", handle = null, postedAtText = null, postedAt = null } = claimsOf(record);
  return {
    address: browserAddress(record) ?? said.get("permalink")?.value ?? titleOf(record) ?? exhibitLabel(record.exhibit),
    platform,
    handle: said.get("handle")?.value ?? handle,
    posted: said.get("postedAtText")?.value ?? postedAtText ?? postedAt,
    why: "under-18-or-unsure",
  };
}

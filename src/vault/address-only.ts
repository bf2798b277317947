/**
 * Deletes one exhibit and keeps its address, because someone in it is, or may be, under 18: no picture of it may be held.
 * One transaction: the address is written down, the exhibit's key goes, and the log says both.
 */
import { standing } from "@/src/model/correction";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
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
    const said = standing(corrections);
    const body = addressOf(record, said.get("handle")?.value, said.get("postedAtText")?.value);
    note = noteOf({ caseId: record.caseId, kind: "address", body, replaces: null }, null, act);
    await enterNote(ledger, note, act);
    const noteRow = await sealNote(dataKey, note);
    return (tx) => [() => tx.objectStore("notes").put(noteRow)];
  });
  return note!;
}

/** The user's word where there is one, else what the page says. */
function addressOf({ facts, url }: ExhibitRecord, handle?: string | null, posted?: string | null): AddressNote {
  return {
    address: url.browser,
    platform: facts.platform,
    handle: handle ?? facts.handle,
    posted: posted ?? facts.postedAtText ?? facts.postedAt,
    why: "under-18-or-unsure",
  };
}

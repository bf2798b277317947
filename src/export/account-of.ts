/** What the person wrote in one case, as it goes into a bundle and its binder. */
import type { Account, AccountEntry, AccountReport, ExhibitWords } from "@/src/model/account";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import { hasGaps } from "@/src/model/damage";
import { sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { EventNote, Note, ReportNote } from "@/src/model/note";
import type { VaultReader } from "@/src/vault/read";
import type { PaperWords } from "./paper-words";

/**
 * All events and reports of the case, and what is said of these exhibits: as far as the bundle's own log names them. What was
 * changed while the bundle is being written is left out, as is a note that cannot be read.
 * @param exhibits Those that are handed over.
 * @param words For what was kept without the person writing anything.
 */
export async function accountOf(
  reader: VaultReader,
  caseId: CaseId,
  exhibits: Iterable<ExhibitId>,
  log: readonly CustodyEntry[],
  { say }: Pick<PaperWords, "say">,
): Promise<Account> {
  const isLogged = loggedIn(log);
  const numbers = await numbersOf(reader);
  const entries: AccountEntry[] = [];
  const reports: AccountReport[] = [];
  for (const note of (await reader.notes(caseId)).notes) {
    if (!(await isLogged(note))) continue;
    if (note.kind === "event") entries.push(entryOf(note.body, numbers));
    else if (note.kind === "address") entries.push(addressEntry(note, say));
    else if (note.kind === "report") reports.push(reportOf(note.body, numbers));
  }
  return { entries, reports, about: await wordsOf(reader, exhibits, numbers, isLogged) };
}

/** Whether an entry names the digest of what was written; where the log lacks entries, that one may be gone. */
function loggedIn(log: readonly CustodyEntry[]): (value: object) => Promise<boolean> {
  const named = new Set(log.filter(({ event }) => event === "edit-note").map(({ digest }) => digest));
  const lacks = hasGaps(log);
  return async (value) => lacks || named.has(`sha256:${await sha256(canonicalJson(value))}`);
}

/** Also of exhibits that are not handed over: an event may name them. One that was deleted has no number any more. */
async function numbersOf(reader: VaultReader): Promise<ReadonlyMap<ExhibitId, number>> {
  const { summaries } = await reader.summaries();
  return new Map(summaries.map(({ id, exhibit }) => [id, exhibit]));
}

function entryOf(
  { time, what, did, effect, witnesses, exhibits }: EventNote,
  numbers: ReadonlyMap<ExhibitId, number>,
): AccountEntry {
  return { time, what, did: did || null, effect: effect || null, witnesses, exhibits: named(exhibits, numbers) };
}

/** An address that was kept without picture or page, at the time it was kept. */
function addressEntry({ body, writtenUtc, tz }: Note<"address">, say: PaperWords["say"]): AccountEntry {
  const { address, handle, posted, why } = body;
  const kept = say(why === "came-across" ? "paper_addressKept" : "paper_addressKeptMinor", [address]);
  const shown = [
    handle && `${say("binder_account")}: ${handle}`,
    posted && `${say("binder_postedText")}: ${posted}`,
  ].filter(Boolean);
  return {
    time: { kind: "exact", utc: writtenUtc, zone: tz },
    what: [kept, ...shown].join("; "),
    did: null,
    effect: null,
    witnesses: [],
    exhibits: [],
  };
}

function reportOf({ exhibits, looks, ...report }: ReportNote, numbers: ReadonlyMap<ExhibitId, number>): AccountReport {
  const numberOf = (id: ExhibitId | null) => (id === null ? null : (numbers.get(id) ?? null));
  return {
    ...report,
    exhibits: named(exhibits, numbers),
    looks: looks.map((look) => ({ ...look, exhibit: numberOf(look.exhibit) })),
  };
}

function named(exhibits: readonly ExhibitId[], numbers: ReadonlyMap<ExhibitId, number>): number[] {
  return exhibits.flatMap((id) => numbers.get(id) ?? []).sort((one, other) => one - other);
}

async function wordsOf(
  reader: VaultReader,
  exhibits: Iterable<ExhibitId>,
  numbers: ReadonlyMap<ExhibitId, number>,
  isLogged: (value: object) => Promise<boolean>,
): Promise<Account["about"]> {
  const about = new Map<number, ExhibitWords>();
  for (const id of exhibits) {
    const kept = await reader.remarks(id);
    if (kept === null || !(await isLogged(kept))) continue;
    const { covers: _, links, ...words } = kept.remarks;
    const linked = links.flatMap(({ rel, item }) => {
      const exhibit = numbers.get(item);
      return exhibit === undefined ? [] : [{ rel, exhibit }];
    });
    about.set((await reader.record(id)).exhibit, { ...words, links: linked });
  }
  return about;
}

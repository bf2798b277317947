/**
 * One case, open for writing: acts and exhibits are entered, then written in one transaction with the case's new head.
 * Nothing is changed in the store before that.
 */
import type { IDBPTransaction } from "idb";
import { nextEntry } from "@/src/custody/chain";
import { canonicalJson } from "@/src/model/canonical-json";
import { afterCopyCheck, copiesInLog, highestExhibit, isCopyCheck, NO_COPIES } from "@/src/model/copy";
import type { CustodyAct, CustodyEntry, CustodyHead, Role } from "@/src/model/custody";
import { type CaseDamage, damageEntry, tellsOfDamage } from "@/src/model/damage";
import { sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitRecord, ExhibitSummary, UnnumberedRecord } from "@/src/model/exhibit";
import { receivedAt } from "@/src/model/received";
import { type CaseState, custodyBinding, readCase, sealCase } from "./cases";
import { type DataKey, sealRow } from "./cipher";
import { commit } from "./commit";
import type { KeyRing } from "./data-keys";
import { leaveCase } from "./left-cases";
import { listFromRecords, openPart, partOf, sealPart, summaryOf } from "./lists";
import { rescuedCase } from "./rescue";
import { savedDetail } from "./saved-detail";
import type { CaseRow, Db, ListRow, VaultDb } from "./schema";
import { unlessDamaged } from "./unless-damaged";
import { isSetBack, noteHead } from "./witness";

/** Held while a log grows, so that two acts never take the same place. */
export const LOG_LOCK = "notes-vault-log";

/** A capture's act, but for what only the record can say. */
export type CaptureAct = Omit<CustodyAct, "event" | "item" | "digest" | "detail">;

export interface LedgerRows {
  /** Where the log ends then. */
  head: CustodyHead;
  /** Whether no item is added to the case from then on. */
  isLeft: boolean;
  caseRow: CaseRow;
  custody: VaultDb["custody"]["value"][];
  lists: ListRow[];
}

export class Ledger {
  readonly #entries: CustodyEntry[] = [];
  /** Parts of the list that were touched. */
  readonly #parts = new Map<number, ExhibitSummary[]>();

  private constructor(
    private readonly db: Db,
    private readonly keys: KeyRing,
    private readonly state: CaseState,
    /** Why the log is not whole, as long as it does not say so itself. */
    private readonly damage: Exclude<CaseDamage, "emptied"> | null = null,
  ) {}

  /**
   * The caller holds `LOG_LOCK` until the rows are committed. A damaged log is opened as far as it can be read, and says in
   * its next entry that it is.
   */
  static async open(db: Db, keys: KeyRing, id: CaseId): Promise<Ledger> {
    const state = await readCase(db, keys, id).catch(unlessDamaged);
    const isBack = state !== null && (await isSetBack(db, keys, id, state.head?.hash ?? null));
    const damage = state === null ? "damaged" : isBack ? "setBack" : null;
    const ledger = new Ledger(db, keys, state ?? (await rescuedCase(db, keys, id)), damage);
    if (ledger.state.lists === null) await ledger.#listAnew();
    return ledger;
  }

  /** Whether the case was found damaged just now. */
  get isDamaged(): boolean {
    return this.damage !== null;
  }

  /**
   * A case that comes out of a copy: its log as it was, and its exhibits under the numbers they have.
   * @param isDamaged Whether entries of the log are missing; each stays at its place, and the next one says so.
   */
  static async restored(
    db: Db,
    keys: KeyRing,
    id: CaseId,
    log: readonly CustodyEntry[],
    summaries: readonly ExhibitSummary[],
    isDamaged = false,
  ): Promise<Ledger> {
    const { seq, hash } = log.at(-1)!;
    // Also the number of an exhibit that was deleted is used.
    const nextExhibit = 1 + summaries.reduce((highest, { exhibit }) => Math.max(highest, exhibit), highestExhibit(log));
    const came = receivedAt(log);
    const own = log.slice(came + 1); // before that it tells of others' copies and words
    const words = { copies: copiesInLog(own), lastWordsSeq: own.findLast(isWords)?.seq ?? -1 };
    const state: CaseState = { id, nextExhibit, head: { seq, hash }, lists: [], ...words };
    if (came >= 0) state.isReceived = true;
    const ledger = new Ledger(db, keys, state, isDamaged ? "damaged" : null);
    ledger.#entries.push(...log);
    for (const summary of summaries) await ledger.#list(summary);
    return ledger;
  }

  /** A case that came in as a package of someone else: of its log, what it says of copies and words is about theirs. */
  static async received(
    db: Db,
    keys: KeyRing,
    id: CaseId,
    log: readonly CustodyEntry[],
    summaries: readonly ExhibitSummary[],
  ): Promise<Ledger> {
    const ledger = await Ledger.restored(db, keys, id, log, summaries);
    Object.assign(ledger.state, { copies: NO_COPIES, lastWordsSeq: -1, isReceived: true });
    return ledger;
  }

  /** Lists an exhibit under the number it has; that number is given to no other. */
  async admit(summary: ExhibitSummary): Promise<void> {
    await this.#list(summary);
    this.state.nextExhibit = Math.max(this.state.nextExhibit, summary.exhibit + 1);
  }

  /** Gives an exhibit its number, its place in the list and its entry in the log. */
  async number(kept: UnnumberedRecord, act: CaptureAct, detail: CustodyAct["detail"] = {}): Promise<ExhibitRecord> {
    const record = { ...kept, exhibit: this.state.nextExhibit } as ExhibitRecord;
    await this.#list(summaryOf(record));
    this.state.nextExhibit += 1;
    const digest = `sha256:${await sha256(canonicalJson(record))}` as const;
    const event = record.kind === "import" ? "import" : "capture";
    await this.enter({ ...act, event, item: kept.id, digest, detail: { ...savedDetail(record), ...detail } });
    return record;
  }

  /** Takes an exhibit out of the list and enters that. Its number is given to no other. */
  async withdraw({ id, exhibit }: Pick<ExhibitRecord, "id" | "exhibit">, act: CaptureAct): Promise<void> {
    await this.#change(exhibit, (lines) => lines.filter((line) => line.id !== id));
    await this.enter({ ...act, event: "delete", item: id, digest: null, detail: { exhibit } });
  }

  /** Puts a new line for an exhibit in the place of its old one, where the list has one. */
  async relist(summary: ExhibitSummary): Promise<void> {
    await this.#change(summary.exhibit, (lines) => lines.map((line) => (line.id === summary.id ? summary : line)));
  }

  async #change(exhibit: number, change: (lines: ExhibitSummary[]) => ExhibitSummary[]): Promise<void> {
    const part = partOf(exhibit);
    if (!this.#parts.has(part)) await this.#openPart(part);
    this.#parts.set(part, change(this.#parts.get(part)!));
  }

  /** From here on, acts are done in this role. */
  setRole(role: Role): void {
    this.state.role = role;
  }

  async enter(act: CustodyAct): Promise<CustodyEntry> {
    if (this.damage !== null && !tellsOfDamage(this.#entries)) await this.#add({ ...act, ...damageEntry(this.damage) });
    return this.#add(act);
  }

  async #add(act: CustodyAct): Promise<CustodyEntry> {
    const inRole = { ...act, actor: this.state.role ?? act.actor };
    const entry = await nextEntry(this.state.head ?? undefined, this.state.id, inRole);
    this.state.head = { seq: entry.seq, hash: entry.hash };
    if (isWords(entry)) this.state.lastWordsSeq = entry.seq;
    // A case of an earlier release has no such field: there the log itself is asked (reader.ts).
    if (isCopyCheck(entry) && this.state.copies) this.state.copies = afterCopyCheck(this.state.copies, entry);
    this.#entries.push(entry);
    return entry;
  }

  /** What was entered, sealed and ready for one transaction. */
  async rows(dataKey: DataKey): Promise<LedgerRows> {
    const { id } = this.state;
    const lists = this.state.lists ?? [];
    this.state.lists = lists;
    const parts = [...this.#parts].map(([part, summaries]) => {
      lists[part] = (lists[part] ?? 0) + 1;
      return sealPart(dataKey, id, part, lists[part], summaries);
    });
    const custody = this.#entries.map(async (entry) => ({
      ...(await sealRow(dataKey, custodyBinding(id, entry.seq), entry)),
      case: id,
      seq: entry.seq,
    }));
    const { seq, hash } = this.state.head!;
    return {
      head: { caseId: id, lastSeq: seq, headHash: hash },
      isLeft: this.damage !== null,
      lists: await Promise.all(parts),
      custody: await Promise.all(custody),
      caseRow: await sealCase(dataKey, this.state),
    };
  }

  async #list(summary: ExhibitSummary): Promise<void> {
    const part = partOf(summary.exhibit);
    if (!this.#parts.has(part)) await this.#openPart(part);
    this.#parts.get(part)!.push(summary);
  }

  async #openPart(part: number): Promise<void> {
    const version = this.state.lists?.[part];
    if (version === undefined) return void this.#parts.set(part, []);
    const row = await this.db.get("lists", [this.state.id, part]);
    const summaries = row ? await openPart(this.keys, row, version).catch(unlessDamaged) : null;
    if (summaries) this.#parts.set(part, summaries);
    else await this.#listAnew();
  }

  /** Makes every part from the records: for a case of schema 1, and where a part is damaged. */
  async #listAnew(): Promise<void> {
    this.state.lists ??= [];
    for (let part = 0; part <= partOf(this.state.nextExhibit); part += 1) this.#parts.set(part, []);
    for (const summary of await listFromRecords(this.db, this.keys, this.state.id)) {
      const part = partOf(summary.exhibit);
      if (!this.#parts.has(part)) this.#parts.set(part, []);
      this.#parts.get(part)!.push(summary);
    }
  }
}

/**
 * Writes all that was entered, and what has to happen with it, in one transaction.
 * @throws {VaultError} `full` and others: nothing was written then
 */
export async function commitLedger(db: Db, rows: LedgerRows, also?: Also): Promise<void> {
  await commitLedgers(db, [rows], also);
}

type Also = (tx: LedgerTransaction) => (() => Promise<unknown>)[];

/** The same for several cases at once. @param first Happens before them. */
export async function commitLedgers(
  db: Db,
  ledgers: readonly LedgerRows[],
  also: Also = () => [],
  first: Also = () => [],
): Promise<void> {
  const tx = db.transaction(STORES, "readwrite", { durability: "strict" });
  await commit(tx, [
    ...first(tx),
    ...ledgers.flatMap(({ head, isLeft, caseRow, custody, lists }) => [
      ...custody.map((row) => () => tx.objectStore("custody").add(row)),
      ...lists.map((row) => () => tx.objectStore("lists").put(row)),
      () => tx.objectStore("cases").put(caseRow),
      ...(isLeft ? [() => leaveCase(tx.objectStore("meta"), head.caseId)] : []),
    ]),
    ...also(tx),
  ]);
  for (const { head } of ledgers) await noteHead(head);
}

const STORES = ["cases", "custody", "lists", "exhibits", "drafts", "pending", "meta", "notes"] as const;
export type LedgerTransaction = IDBPTransaction<VaultDb, typeof STORES, "readwrite">;

/** The user wrote or corrected something about what is kept; what a case is called and for whom is not that. */
const isWords = ({ event, detail }: Pick<CustodyEntry, "event" | "detail">): boolean =>
  event === "edit-note" && detail.about !== "case";

/**
 * One case, open for writing: acts and exhibits are entered, then written in one transaction with the case's new head
 * (ledger-commit.ts). Nothing is changed in the store before that.
 */
import { nextEntry } from "@/src/custody/chain";
import { canonicalJson } from "@/src/model/canonical-json";
import { afterCopyCheck, copiesInLog, highestExhibit, isCopyCheck, NO_COPIES } from "@/src/model/copy";
import type { CustodyAct, CustodyEntry, Role } from "@/src/model/custody";
import { type CaseDamage, damageEntry, tellsOfDamage } from "@/src/model/damage";
import { sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitRecord, ExhibitSummary, UnnumberedRecord } from "@/src/model/exhibit";
import { receivedAt } from "@/src/model/received";
import { CaseList } from "./case-list";
import { type CaseState, custodyBinding, readCase, sealCase } from "./cases";
import { type DataKey, sealRow } from "./cipher";
import type { KeyRing } from "./data-keys";
import type { LedgerRows } from "./ledger-commit";
import { summaryOf } from "./lists";
import { rescuedCase } from "./rescue";
import { savedDetail } from "./saved-detail";
import type { Db } from "./schema";
import { unlessDamaged } from "./unless-damaged";
import { isSetBack } from "./witness";

/** Held while a log grows, so that two acts never take the same place. */
export const LOG_LOCK = "notes-vault-log";

/** A capture's act, but for what only the record can say. */
export type CaptureAct = Omit<CustodyAct, "event" | "item" | "digest" | "detail">;

export class Ledger {
  readonly #entries: CustodyEntry[] = [];
  readonly #list: CaseList;

  private constructor(
    db: Db,
    keys: KeyRing,
    private readonly state: CaseState,
    /** Why the log is not whole, as long as it does not say so itself. */
    private readonly damage: Exclude<CaseDamage, "emptied"> | null = null,
  ) {
    this.#list = new CaseList(db, keys, state);
  }

  /**
   * The caller holds `LOG_LOCK` until the rows are committed. A damaged log is opened as far as it can be read, and says in
   * its next entry that it is.
   */
  static async open(db: Db, keys: KeyRing, id: CaseId): Promise<Ledger> {
    const state = await readCase(db, keys, id).catch(unlessDamaged);
    const isBack = state !== null && (await isSetBack(db, keys, id, state.head?.hash ?? null));
    const damage = state === null ? "damaged" : isBack ? "setBack" : null;
    const ledger = new Ledger(db, keys, state ?? (await rescuedCase(db, keys, id)), damage);
    if (ledger.state.lists === null) await ledger.#list.makeAnew();
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
    for (const summary of summaries) await ledger.#list.add(summary);
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
    await this.#list.add(summary);
    this.state.nextExhibit = Math.max(this.state.nextExhibit, summary.exhibit + 1);
  }

  /** Gives an exhibit its number, its place in the list and its entry in the log. */
  async number(kept: UnnumberedRecord, act: CaptureAct, detail: CustodyAct["detail"] = {}): Promise<ExhibitRecord> {
    const record = { ...kept, exhibit: this.state.nextExhibit } as ExhibitRecord;
    await this.#list.add(summaryOf(record));
    this.state.nextExhibit += 1;
    const digest = `sha256:${await sha256(canonicalJson(record))}` as const;
    const event = record.kind === "import" ? "import" : "capture";
    await this.enter({ ...act, event, item: kept.id, digest, detail: { ...savedDetail(record), ...detail } });
    return record;
  }

  /** Takes an exhibit out of the list and enters that. Its number is given to no other. */
  async withdraw({ id, exhibit }: Pick<ExhibitRecord, "id" | "exhibit">, act: CaptureAct): Promise<void> {
    await this.#list.change(exhibit, (lines) => lines.filter((line) => line.id !== id));
    await this.enter({ ...act, event: "delete", item: id, digest: null, detail: { exhibit } });
  }

  /** Puts a new line for an exhibit in the place of its old one, where the list has one. */
  async relist(summary: ExhibitSummary): Promise<void> {
    await this.#list.change(summary.exhibit, (lines) => lines.map((line) => (line.id === summary.id ? summary : line)));
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
    const lists = await this.#list.rows(dataKey); // before the case's own row, which says which version of each counts
    const custody = this.#entries.map(async (entry) => ({
      ...(await sealRow(dataKey, custodyBinding(id, entry.seq), entry)),
      case: id,
      seq: entry.seq,
    }));
    const { seq, hash } = this.state.head!;
    return {
      head: { caseId: id, lastSeq: seq, headHash: hash },
      isLeft: this.damage !== null,
      lists,
      custody: await Promise.all(custody),
      caseRow: await sealCase(dataKey, this.state),
    };
  }
}

/** The user wrote or corrected something about what is kept; what a case is called and for whom is not that. */
const isWords = ({ event, detail }: Pick<CustodyEntry, "event" | "detail">): boolean =>
  event === "edit-note" && detail.about !== "case";

/**
 * Sealing: the only way into the vault. An exhibit is written as a draft, encrypted, and read back; one transaction then
 * makes it appear with its log entry, its place in the list and the case's new head, or nothing does. While the vault is
 * locked it appears among those that wait for their number.
 */
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import type { CaseId, ExhibitId, ExhibitRecord, RecordDraft, UnnumberedRecord } from "@/src/model/exhibit";
import type { ExhibitFile, FileAbout } from "@/src/model/exhibit-files";
import type { StoredFile } from "./chunks";
import { newRowKey } from "./cipher";
import { commit } from "./commit";
import { addDraft, discardDraft } from "./drafts";
import { FileWriter } from "./file-writer";
import { type CaptureAct, Ledger, LOG_LOCK } from "./ledger";
import { commitLedger } from "./ledger-commit";
import type { OpenVault } from "./open";
import { addPending } from "./pending";
import { type RowOwner, storeExhibit } from "./rows";
import type { DraftRow } from "./schema";
import { type SoundLedger, soundLedger } from "./sound-ledger";

export interface ClosedFile {
  entry: ExhibitFile;
  stored: StoredFile;
}

export class ExhibitWriter {
  readonly #files: ExhibitFile[] = [];
  readonly #stored: StoredFile[] = [];
  #opened = 0;

  private constructor(
    private readonly vault: OpenVault,
    readonly owner: RowOwner,
  ) {}

  /** Goes on with an exhibit whose page is gone; its files are closed. */
  static resume(vault: OpenVault, owner: RowOwner, files: readonly ClosedFile[]): ExhibitWriter {
    const writer = new ExhibitWriter(vault, owner);
    writer.#files.push(...files.map(({ entry }) => entry));
    writer.#stored.push(...files.map(({ stored }) => stored));
    writer.#opened = files.length;
    return writer;
  }

  get id(): ExhibitId {
    return this.owner.id;
  }

  /**
   * Needs no passphrase.
   * @param about What the draft says of itself, should it be found at a start: that a page was being saved, unless something else is said.
   * @throws {VaultError} `full`
   */
  static async begin(vault: OpenVault, about: Omit<DraftRow, "id"> = { isCapture: true }): Promise<ExhibitWriter> {
    const owner = await newOwner(vault);
    await addDraft(vault.db, { id: owner.id, ...about });
    return new ExhibitWriter(vault, owner);
  }

  /** The same where the draft says something that is sealed with the exhibit's own key. */
  static async beginSealed(
    vault: OpenVault,
    about: (owner: RowOwner) => Promise<Omit<DraftRow, "id">>,
  ): Promise<ExhibitWriter> {
    const owner = await newOwner(vault);
    await addDraft(vault.db, { id: owner.id, ...(await about(owner)) });
    return new ExhibitWriter(vault, owner);
  }

  /**
   * Opens one file of the exhibit for writing. Files may be written side by side; close each.
   * @param expectedBytes How long it will be, where that is known.
   */
  file(
    about: FileAbout,
    expectedBytes = 0,
  ): {
    write: (piece: Uint8Array<ArrayBuffer>) => Promise<void>;
    flush: () => Promise<void>;
    close: (head?: Uint8Array<ArrayBuffer>) => Promise<ExhibitFile>;
  } {
    const place = this.#opened;
    this.#opened += 1;
    const writer = new FileWriter(this.vault.db, this.owner.key, this.id, place, about, null, expectedBytes);
    return {
      write: (piece) => writer.write(piece),
      flush: () => writer.flush(),
      close: async (head) => {
        const { entry, stored } = await writer.close(head);
        this.#files[place] = entry;
        this.#stored[place] = stored;
        return entry;
      },
    };
  }

  /**
   * Makes the exhibit appear. It gets its number now; or at the next unlocking, while the vault is locked. Where the log of
   * the case is damaged it goes into another case.
   * @throws {VaultError} `full`, `damaged` and others: it did not appear then
   */
  async seal(caseId: CaseId, draft: RecordDraft, act: CaptureAct): Promise<ExhibitRecord | UnnumberedRecord> {
    if (Object.keys(this.#files).length !== this.#opened) throw new Error("a file of the exhibit is still open");
    const kept = { ...draft, id: this.id, caseId, files: this.#files } as UnnumberedRecord;
    return navigator.locks.request(LOG_LOCK, async () => {
      const keys = await this.vault.access.keysIfOpen();
      return keys ? this.#appear(await soundLedger(this.vault, keys, caseId, act), kept, act) : this.#wait(kept, act);
    });
  }

  /** Takes back everything written so far. */
  async abandon(): Promise<void> {
    await discardDraft(this.vault.db, this.id);
  }

  async #appear(
    { ledger, caseId, also }: SoundLedger,
    kept: UnnumberedRecord,
    act: CaptureAct,
  ): Promise<ExhibitRecord> {
    const record = await ledger.number({ ...kept, caseId }, act);
    const rows = await ledger.rows(await this.vault.access.dataKey());
    await storeExhibit(this.vault.db, this.owner, record, this.#stored);
    await commitLedger(this.vault.db, rows, (tx) => [() => tx.objectStore("drafts").delete(this.id), ...also(tx)]);
    return record;
  }

  async #wait(kept: UnnumberedRecord, act: CaptureAct): Promise<UnnumberedRecord> {
    await addPending(this.vault.db, this.owner, { kept, act }, this.#stored);
    const tx = this.vault.db.transaction("drafts", "readwrite", { durability: "strict" });
    await commit(tx, [() => tx.store.delete(this.id)]);
    return kept;
  }
}

async function newOwner({ access }: OpenVault): Promise<RowOwner> {
  const id = crypto.randomUUID() as ExhibitId;
  const dataKey = await access.dataKey();
  const { key, wrapped } = await newRowKey(dataKey, id, 1);
  return { id, dataKeyId: dataKey.id, key, wrapped };
}

/** Puts one act that made no exhibit into a case's log. @throws {VaultError} `locked` and others */
export async function appendAct({ db, access }: OpenVault, caseId: CaseId, act: CustodyAct): Promise<CustodyEntry> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const ledger = await Ledger.open(db, await access.keys(), caseId);
    const entry = await ledger.enter(act);
    await commitLedger(db, await ledger.rows(await access.dataKey()));
    return entry;
  });
}

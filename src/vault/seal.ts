/**
 * Sealing: the only way into the vault. The bytes of an exhibit are written as a draft, encrypted; one transaction then
 * makes the record, the log entry and the case's new head appear together, or nothing does.
 */

import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import type {
  CaseId,
  ExhibitFile,
  ExhibitId,
  ExhibitRecord,
  ExhibitSummary,
  FileAbout,
  RecordDraft,
} from "@/src/model/exhibit";
import { logStep, readCase } from "./cases";
import type { StoredFile } from "./chunks";
import { decryptJson, encryptJson, newRowKey } from "./cipher";
import { commit } from "./commit";
import { FileWriter } from "./file-writer";
import type { OpenVault } from "./open";
import type { Sealed } from "./schema";

type Act = Omit<CustodyAct, "event" | "item" | "digest" | "detail">;

/** Held while the log grows, so that two acts never take the same place. */
export const LOG_LOCK = "notes-vault-log";

export class ExhibitWriter {
  readonly #files: ExhibitFile[] = [];
  readonly #stored: StoredFile[] = [];
  #opened = 0;

  private constructor(
    private readonly vault: OpenVault,
    readonly id: ExhibitId,
    private readonly key: CryptoKey,
    private readonly wrapped: Sealed,
  ) {}

  static async begin(vault: OpenVault): Promise<ExhibitWriter> {
    const id = crypto.randomUUID() as ExhibitId;
    const { key, wrapped } = await newRowKey(vault.dataKey, id, 1);
    const tx = vault.db.transaction("drafts", "readwrite", { durability: "strict" });
    await commit(tx, [() => tx.store.add({ id })]);
    return new ExhibitWriter(vault, id, key, wrapped);
  }

  /** Opens one file of the exhibit for writing. Files may be written side by side; close each. */
  file(about: FileAbout): {
    write: (piece: Uint8Array<ArrayBuffer>) => Promise<void>;
    close: (head?: Uint8Array<ArrayBuffer>) => Promise<ExhibitFile>;
  } {
    const place = this.#opened;
    this.#opened += 1;
    const writer = new FileWriter(this.vault.db, this.key, this.id, place, about);
    return {
      write: (piece) => writer.write(piece),
      close: async (head) => {
        const { entry, stored } = await writer.close(head);
        this.#files[place] = entry;
        this.#stored[place] = stored;
        return entry;
      },
    };
  }

  /**
   * Gives the exhibit its number and makes it appear, with its log entry, in one transaction; then reads the record back.
   * @throws {VaultError} `full` and others: nothing was kept then. `damaged` when the record does not read back: then the
   * exhibit stays as it lies, and is not to be called saved.
   */
  async seal(caseId: CaseId, draft: RecordDraft, act: Act): Promise<ExhibitRecord> {
    if (Object.keys(this.#files).length !== this.#opened) throw new Error("a file of the exhibit is still open");
    return navigator.locks.request(LOG_LOCK, async () => {
      const before = await readCase(this.vault.db, this.vault.keys, caseId);
      const record: ExhibitRecord = { ...draft, id: this.id, caseId, exhibit: before.nextExhibit, files: this.#files };
      const digest = await sha256(canonicalJson(record));
      const step = await logStep(
        this.vault.dataKey,
        { ...before, nextExhibit: before.nextExhibit + 1 },
        { ...act, event: "capture", item: this.id, digest: `sha256:${digest}`, detail: captureDetail(record) },
      );
      const row = await this.#row(record);
      const tx = this.vault.db.transaction(["exhibits", "custody", "cases", "drafts"], "readwrite", {
        durability: "strict",
      });
      await commit(tx, [
        () => tx.objectStore("exhibits").add(row),
        () => tx.objectStore("custody").add(step.custodyRow),
        () => tx.objectStore("cases").put(step.caseRow),
        () => tx.objectStore("drafts").delete(this.id),
      ]);
      await this.#readBack(digest);
      return record;
    });
  }

  /** Takes back everything written so far. */
  async abandon(): Promise<void> {
    await discardDraft(this.vault, this.id);
  }

  async #row(record: ExhibitRecord) {
    const bound = { id: this.id, version: 1 };
    const [value, summary, files] = await Promise.all([
      encryptJson(this.key, { kind: "record", ...bound }, record),
      encryptJson(this.key, { kind: "summary", ...bound }, summaryOf(record)),
      encryptJson(this.key, { kind: "files", ...bound }, this.#stored),
    ]);
    return { id: this.id, dataKeyId: this.vault.dataKey.id, key: this.wrapped, value, summary, files };
  }

  async #readBack(digest: string): Promise<void> {
    const row = await this.vault.db.get("exhibits", this.id);
    const record =
      row && (await decryptJson<ExhibitRecord>(this.key, { kind: "record", id: this.id, version: 1 }, row.value));
    if (!record || (await sha256(canonicalJson(record))) !== digest) throw new VaultError("damaged");
  }
}

/** Puts one act that made no exhibit into a case's log. @throws {VaultError} */
export async function appendAct(vault: OpenVault, caseId: CaseId, act: CustodyAct): Promise<CustodyEntry> {
  return navigator.locks.request(LOG_LOCK, async () => {
    const step = await logStep(vault.dataKey, await readCase(vault.db, vault.keys, caseId), act);
    const tx = vault.db.transaction(["custody", "cases"], "readwrite", { durability: "strict" });
    await commit(tx, [
      () => tx.objectStore("custody").add(step.custodyRow),
      () => tx.objectStore("cases").put(step.caseRow),
    ]);
    return step.entry;
  });
}

/** Removes the drafts that a stopped background left behind. Only call while no capture runs. */
export async function sweepDrafts(vault: OpenVault): Promise<number> {
  const drafts = await vault.db.getAllKeys("drafts");
  for (const id of drafts) await discardDraft(vault, id);
  return drafts.length;
}

async function discardDraft(vault: OpenVault, id: ExhibitId): Promise<void> {
  const tx = vault.db.transaction(["drafts", "chunks"], "readwrite", { durability: "strict" });
  const [drafts, chunks] = [tx.objectStore("drafts"), tx.objectStore("chunks")];
  const discard = async () => {
    // What was sealed is no draft any more; its bytes are never removed here.
    if ((await drafts.getKey(id)) === undefined) return;
    await Promise.all([chunks.delete(IDBKeyRange.bound([id], [id, []])), drafts.delete(id)]);
  };
  await commit(tx, [discard]);
}

function captureDetail(record: ExhibitRecord): CustodyAct["detail"] {
  const { picture } = record;
  return {
    exhibit: record.exhibit,
    method: picture.method,
    ...(picture.reason && { reason: picture.reason }),
    pictures: record.pictures,
    tiles: picture.tiles,
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    complete: picture.complete,
    files: record.files.length,
  };
}

export function summaryOf(record: ExhibitRecord): ExhibitSummary {
  const { facts } = record;
  return {
    id: record.id,
    caseId: record.caseId,
    exhibit: record.exhibit,
    capturedUtc: record.captured.startUtc,
    url: record.url.browser,
    title: record.page.title,
    platform: facts.platform,
    handle: facts.handle,
    postedAtText: facts.postedAtText,
    pictures: record.pictures,
    missing: record.missing,
  };
}

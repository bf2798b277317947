/** One item: reads it, and what can be done with it: shown, corrected, described, covered, copied, deleted. */
import type { Correction } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { VaultError, type VaultFailure } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord, PageRecord } from "@/src/model/exhibit";
import { isCoverable, isPage } from "@/src/model/exhibit-kind";
import { type Correct, type CorrectionSaid, correct } from "./corrections";
import { type CoverDrafts, type CoverRun, runCover } from "./cover/run-cover";
import { vaultFailure } from "./failures";
import { historyOf } from "./history";
import { type Drafts, type RemarksRun, runRemarks } from "./remarks/run-remarks";
import { runMarked } from "./run-marked";
import { runShown } from "./run-shown";
import type { ItemState } from "./state";
import type { LibraryWorld } from "./world";

/** @returns Why it was not deleted, or `null` where it was. */
export type Delete = () => Promise<VaultFailure | null>;

/** What can be asked of covering parts of the picture. */
export type CoverActions = Pick<CoverRun, "draw" | "undo" | "end" | "stop"> & {
  begin(): Promise<void>;
  keep(): Promise<void>;
  saveCopy(): Promise<void>;
};

export interface ItemRun {
  read(): Promise<void>;
  /** Reads it again, as another page may have changed it. What is shown stays until then. */
  refresh(): Promise<void>;
  showPicture(): Promise<void>;
  coverPicture(): void;
  /** It is being watched or listened to: the time until it is covered begins anew. */
  keepShown(): void;
  correct: Correct;
  delete: Delete;
  /** Deletes it and keeps its address: someone in it is, or may be, under 18. */
  addressOnly: Delete;
  remarks: Pick<RemarksRun, "type" | "listItems"> & { keep(): Promise<void> };
  saveMarked(): Promise<void>;
  stopMarked(): void;
  cover: CoverActions;
  /** Stops what is being made, covers the picture, frees its bytes, and says nothing more. */
  close(): void;
}

/** What was typed about items, or drawn over their pictures, and is not stored. */
export interface ItemDrafts {
  remarks: Drafts;
  covers: CoverDrafts;
}

/** @param drafts They outlive this run. */
export function runItem(
  world: LibraryWorld,
  id: ExhibitId,
  drafts: ItemDrafts,
  show: (state: ItemState) => void,
): ItemRun {
  let isOpen = true;
  let record: ExhibitRecord | null = null;
  let history: CustodyEntry[] | null = null;
  let corrections: Correction[] | null = null;
  let said: CorrectionSaid = null;

  const put = (state: ItemState) => isOpen && show(state);
  const putRead = () =>
    record &&
    put({
      step: "read",
      record,
      history,
      corrections,
      said,
      picture: shown.state,
      marked: marked.state,
      remarks: remarks.state,
      cover: cover.state,
    });
  const marked = runMarked((kept: PageRecord, request) => world.saveMarked(kept, request), putRead);
  const shown = runShown(async (kept) => {
    const blob = await world.picture(kept);
    await world.noteReveal(kept);
    await readHistory();
    return blob;
  }, putRead);
  const remarks = runRemarks(world, id, drafts.remarks, putRead);
  const cover = runCover(world, id, drafts.covers, remarks, putRead);

  const readHistory = async () => {
    if (!record) return;
    const log = await world.custody(record.caseId).catch(unlessDamaged);
    history = log === null ? null : historyOf(record, log);
  };
  /** What was done just now stands in the log. */
  const putLogged = async () => {
    await readHistory();
    putRead();
  };

  const read = async () => {
    try {
      record = await world.record(id);
      corrections = await world.corrections(id).catch(unlessDamaged);
      await remarks.read(record);
      await readHistory();
      putRead();
      void remarks.listItems(); // those that it is linked with
    } catch (error) {
      put({ step: "failed", failure: vaultFailure(error) });
    }
  };

  const gone = async (deletion: (id: ExhibitId) => Promise<void>) => {
    try {
      await deletion(id);
      drafts.remarks.delete(id);
      drafts.covers.delete(id);
      return null;
    } catch (error) {
      return vaultFailure(error);
    }
  };

  return {
    async read() {
      put({ step: "reading" });
      await read();
    },
    refresh: read,
    async showPicture() {
      if (record) await shown.show(record);
    },
    coverPicture: shown.cover,
    keepShown: shown.keepShown,
    delete: () => gone(world.deleteItem),
    addressOnly: () => gone(world.keepAddressOnly),
    async correct(fact, value) {
      if (!record) return "notFound";
      const made = await correct(world, record, fact, value);
      if (!made.ok) return made.failure;
      corrections = made.corrections;
      said = value === null ? "takenBack" : "kept";
      await putLogged();
      return null;
    },
    remarks: {
      type: remarks.type,
      listItems: remarks.listItems,
      async keep() {
        if (await remarks.keep()) await putLogged();
      },
    },
    async saveMarked() {
      if (!record || !isPage(record)) return;
      await marked.make(record);
      if (marked.state.step === "made") await putLogged();
    },
    stopMarked: () => marked.stop(),
    cover: {
      async begin() {
        if (record && isCoverable(record)) await cover.begin(record);
      },
      end: cover.end,
      draw(change) {
        shown.keepShown();
        cover.draw(change);
      },
      undo() {
        shown.keepShown();
        cover.undo();
      },
      async keep() {
        if (await cover.keep()) await putLogged();
      },
      async saveCopy() {
        if (record && isCoverable(record) && (await cover.saveCopy(record))) await putLogged();
      },
      stop: cover.stop,
    },
    close() {
      marked.stop();
      cover.stop();
      shown.cover();
      isOpen = false;
    },
  };
}

/** A damaged log is no reason not to show the item. */
function unlessDamaged(error: unknown): null {
  if (error instanceof VaultError && error.code === "damaged") return null;
  throw error;
}

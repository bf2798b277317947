/** One item: reads it, shows its picture for a while when asked, and makes a marked copy of it. */
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
import type { ItemState, PictureState } from "./state";
import type { LibraryWorld } from "./world";

/** How long a picture stays uncovered by itself. It can be shown again at once. */
export const SHOWN_MS = 60_000;

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
  let picture: PictureState = { step: "covered" };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (state: ItemState) => isOpen && show(state);
  const putRead = () =>
    record &&
    put({
      step: "read",
      record,
      history,
      corrections,
      said,
      picture,
      marked: marked.state,
      remarks: remarks.state,
      cover: cover.state,
    });
  const marked = runMarked((kept: PageRecord, request) => world.saveMarked(kept, request), putRead);
  const remarks = runRemarks(world, id, drafts.remarks, putRead);
  const cover = runCover(world, id, drafts.covers, remarks, putRead);
  const putPicture = (next: PictureState) => {
    if (picture.step === "shown") URL.revokeObjectURL(picture.objectUrl);
    clearTimeout(timer);
    picture = next;
    putRead();
  };
  const coverPicture = () => putPicture({ step: "covered" });
  /** It stays shown as long as someone works on it. */
  const coverLater = () => {
    clearTimeout(timer);
    timer = picture.step === "shown" ? setTimeout(coverPicture, SHOWN_MS) : undefined;
  };

  const readHistory = async () => {
    if (!record) return;
    const log = await world.custody(record.caseId).catch(unlessDamaged);
    history = log === null ? null : historyOf(record, log);
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
      if (!record || picture.step === "opening" || picture.step === "shown") return;
      putPicture({ step: "opening" });
      try {
        const blob = await world.picture(record);
        await world.noteReveal(record);
        await readHistory();
        // Covered again, or left, while it was being read.
        if (!isOpen || asked(picture) !== "opening") return;
        putPicture({ step: "shown", objectUrl: URL.createObjectURL(blob) });
        coverLater();
      } catch (error) {
        putPicture({ step: "failed", failure: vaultFailure(error) });
      }
    },
    coverPicture,
    keepShown() {
      if (picture.step !== "shown") return;
      clearTimeout(timer);
      timer = setTimeout(coverPicture, SHOWN_MS);
    },
    delete: () => gone(world.deleteItem),
    addressOnly: () => gone(world.keepAddressOnly),
    async correct(fact, value) {
      if (!record) return "notFound";
      const made = await correct(world, record, fact, value);
      if (!made.ok) return made.failure;
      corrections = made.corrections;
      said = value === null ? "takenBack" : "kept";
      await readHistory();
      putRead();
      return null;
    },
    remarks: {
      type: remarks.type,
      listItems: remarks.listItems,
      async keep() {
        if (!(await remarks.keep())) return;
        await readHistory();
        putRead();
      },
    },
    async saveMarked() {
      if (!record || !isPage(record)) return;
      await marked.make(record);
      if (marked.state.step !== "made") return;
      await readHistory();
      putRead();
    },
    stopMarked: () => marked.stop(),
    cover: {
      async begin() {
        if (record && isCoverable(record)) await cover.begin(record);
      },
      end: cover.end,
      draw(change) {
        coverLater();
        cover.draw(change);
      },
      undo() {
        coverLater();
        cover.undo();
      },
      async keep() {
        if (!(await cover.keep())) return;
        await readHistory();
        putRead();
      },
      async saveCopy() {
        if (!record || !isCoverable(record) || !(await cover.saveCopy(record))) return;
        await readHistory();
        putRead();
      },
      stop: cover.stop,
    },
    close() {
      marked.stop();
      cover.stop();
      coverPicture();
      isOpen = false;
    },
  };
}

/** A damaged log is no reason not to show the item. */
function unlessDamaged(error: unknown): null {
  if (error instanceof VaultError && error.code === "damaged") return null;
  throw error;
}

/** The step as it is now: what the compiler knew of it ended with the waiting. */
function asked(picture: PictureState): PictureState["step"] {
  return picture.step;
}

/** The item that is open, one at a time. While none is, what is asked of it does nothing. */
import type { ExhibitId } from "@/src/model/exhibit";
import { type Delete, type ItemDrafts, type ItemRun, runItem } from "./run-item";
import type { ItemState } from "./state";
import type { LibraryWorld } from "./world";

export interface OpenItemRun extends Omit<ItemRun, "read"> {
  /** Leaves the one before. */
  open(id: ExhibitId): Promise<void>;
}

/** @param onGone Told when the item was deleted. */
export function runOpenItem(world: LibraryWorld, show: (state: ItemState) => void, onGone: () => void): OpenItemRun {
  let item: ItemRun | null = null;
  const drafts: ItemDrafts = { remarks: new Map(), covers: new Map() };

  const close = () => {
    item?.close();
    item = null;
  };
  const gone = async (deletion?: Delete) => {
    const failure = deletion === undefined ? "notFound" : await deletion();
    if (failure === null) onGone();
    return failure;
  };

  return {
    open(id) {
      close();
      item = runItem(world, id, drafts, show);
      return item.read();
    },
    close,
    refresh: async () => item?.refresh(),
    showPicture: async () => item?.showPicture(),
    coverPicture: () => item?.coverPicture(),
    keepShown: () => item?.keepShown(),
    correct: async (fact, value) => (item === null ? "notFound" : item.correct(fact, value)),
    delete: () => gone(item?.delete),
    addressOnly: () => gone(item?.addressOnly),
    remarks: {
      type: (form) => item?.remarks.type(form),
      listItems: async () => item?.remarks.listItems(),
      keep: async () => item?.remarks.keep(),
    },
    saveMarked: async () => item?.saveMarked(),
    stopMarked: () => item?.stopMarked(),
    cover: {
      begin: async () => item?.cover.begin(),
      draw: (change) => item?.cover.draw(change),
      undo: () => item?.cover.undo(),
      end: () => item?.cover.end(),
      keep: async () => item?.cover.keep(),
      saveCopy: async () => item?.cover.saveCopy(),
      stop: () => item?.cover.stop(),
    },
  };
}

/**
 * Covering parts of the picture of the item that is open. What is drawn and not kept stays drawn, also when another place is
 * opened meanwhile, as long as the page is open: it is in its memory only.
 */
import type { CoverBox } from "@/src/model/covers";
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitId, PageRecord } from "@/src/model/exhibit";
import type { RemarksRun } from "@/src/ui/library/remarks/run-remarks";
import { runMarked } from "@/src/ui/library/run-marked";
import type { MarkedRequest } from "@/src/ui/library/world";
import type { ChangeBoxes } from "./boxes";
import type { CoverState } from "./state";

export interface CoverWorld {
  /** Makes a copy with these parts opaque and hands it to the browser's downloads. @returns The file's name */
  saveRedacted(record: PageRecord, boxes: readonly CoverBox[], request: MarkedRequest): Promise<string>;
}

/** What is drawn and not kept, and what it was before each change. */
interface CoverDraft {
  drawn: readonly CoverBox[];
  before: readonly (readonly CoverBox[])[];
}
/** Of all items, as long as the page is open. */
export type CoverDrafts = Map<ExhibitId, CoverDraft>;

export interface CoverRun {
  /** `null` where it cannot be read what was covered. */
  readonly state: CoverState | null;
  /** Begins with what is kept. */
  begin(): void;
  draw(change: ChangeBoxes): void;
  undo(): void;
  /** Without keeping anything. */
  end(): void;
  /** @returns Whether it was written. */
  keep(): Promise<boolean>;
  /** Of what is kept. @returns Whether a copy was made. */
  saveCopy(record: PageRecord): Promise<boolean>;
  stop(): void;
}

export function runCover(
  world: CoverWorld,
  id: ExhibitId,
  drafts: CoverDrafts,
  remarks: Pick<RemarksRun, "state" | "covers" | "keepCovers">,
  changed: () => void,
): CoverRun {
  let isBusy = false;
  let failure: VaultFailure | null = null;
  let isSaid = false;
  const copy = runMarked((record, request) => world.saveRedacted(record, remarks.covers ?? [], request), changed);

  const show = (next: CoverDraft | null) => {
    if (next === null) drafts.delete(id);
    else drafts.set(id, next);
    [failure, isSaid] = [null, false];
    changed();
  };

  return {
    get state() {
      if (remarks.state === null) return null;
      const { drawn = null, before = [] } = drafts.get(id) ?? {};
      return {
        kept: remarks.covers,
        drawn,
        canUndo: before.length > 0,
        isBusy,
        failure,
        isSaid,
        copy: copy.state,
      };
    },
    begin: () => show({ drawn: remarks.covers ?? [], before: [] }),
    draw(change) {
      const draft = drafts.get(id);
      if (draft === undefined || isBusy) return;
      show({ drawn: change(draft.drawn), before: [...draft.before, draft.drawn] });
    },
    undo() {
      const { before = [] } = drafts.get(id) ?? {};
      const drawn = before.at(-1);
      if (drawn === undefined || isBusy) return;
      show({ drawn, before: before.slice(0, -1) });
    },
    end: () => show(null),
    async keep() {
      const draft = drafts.get(id);
      if (draft === undefined || isBusy) return false;
      isBusy = true;
      changed();
      failure = await remarks.keepCovers(draft.drawn);
      [isBusy, isSaid] = [false, failure === null];
      if (isSaid && drafts.get(id) === draft) drafts.delete(id);
      changed();
      return isSaid;
    },
    async saveCopy(record) {
      await copy.make(record);
      return copy.state.step === "made";
    },
    stop: () => copy.stop(),
  };
}

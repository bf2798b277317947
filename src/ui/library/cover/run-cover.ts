/**
 * Covering parts of the picture of the item that is open. What is drawn and not kept stays drawn, also when another place is
 * opened meanwhile, as long as the page is open: it is in its memory only.
 */
import type { CoverBox } from "@/src/model/covers";
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { PictureRecord } from "@/src/model/exhibit-kind";
import type { RemarksRun } from "@/src/ui/library/remarks/run-remarks";
import { pictureFailure, runMarked } from "@/src/ui/library/run-marked";
import type { MarkedRequest } from "@/src/ui/library/world";
import type { ChangeBoxes, PictureSize } from "./boxes";
import type { CoverState, NotOpened } from "./state";

export interface CoverWorld {
  /** Makes a copy with these parts opaque and hands it to the browser's downloads. @returns The file's name */
  saveRedacted(record: PictureRecord, boxes: readonly CoverBox[], request: MarkedRequest): Promise<string>;
  /** As it is shown. Nothing is shown for it. @throws {PictureError | ExportError | VaultError} */
  pictureSize(record: PictureRecord): Promise<PictureSize>;
}

/** What is drawn and not kept, and what it was before each change. */
interface CoverDraft {
  drawn: readonly CoverBox[];
  before: readonly (readonly CoverBox[])[];
  size: PictureSize;
}
/** Of all items, as long as the page is open. */
export type CoverDrafts = Map<ExhibitId, CoverDraft>;

export interface CoverRun {
  /** `null` where it cannot be read what was covered. */
  readonly state: CoverState | null;
  /** Opens the picture, and begins with what is kept. */
  begin(record: PictureRecord): Promise<void>;
  draw(change: ChangeBoxes): void;
  undo(): void;
  /** Without keeping anything. */
  end(): void;
  /** @returns Whether it was written. */
  keep(): Promise<boolean>;
  /** Of what is kept. @returns Whether a copy was made. */
  saveCopy(record: PictureRecord): Promise<boolean>;
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
  let isOpening = false;
  let notOpened: NotOpened | null = null;
  const copy = runMarked(
    (record: PictureRecord, request) => world.saveRedacted(record, remarks.covers ?? [], request),
    changed,
  );

  const show = (next: CoverDraft | null) => {
    if (next === null) drafts.delete(id);
    else drafts.set(id, next);
    [failure, isSaid, notOpened] = [null, false, null];
    changed();
  };

  return {
    get state() {
      if (remarks.state === null) return null;
      const { drawn = null, before = [], size = null } = drafts.get(id) ?? {};
      return {
        kept: remarks.covers,
        drawn,
        size,
        isOpening,
        notOpened,
        canUndo: before.length > 0,
        isBusy,
        failure,
        isSaid,
        copy: copy.state,
      };
    },
    async begin(record) {
      if (isOpening) return;
      [isOpening, notOpened] = [true, null];
      changed();
      try {
        const size = await world.pictureSize(record);
        isOpening = false;
        show({ drawn: remarks.covers ?? [], before: [], size });
      } catch (error) {
        [isOpening, notOpened] = [false, pictureFailure(error)];
        changed();
      }
    },
    draw(change) {
      const draft = drafts.get(id);
      if (draft === undefined || isBusy) return;
      show({ ...draft, drawn: change(draft.drawn), before: [...draft.before, draft.drawn] });
    },
    undo() {
      const draft = drafts.get(id);
      const drawn = draft?.before.at(-1);
      if (draft === undefined || drawn === undefined || isBusy) return;
      show({ ...draft, drawn, before: draft.before.slice(0, -1) });
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

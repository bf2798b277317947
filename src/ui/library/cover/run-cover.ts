/** Covering parts of the picture of the item that is open. What is drawn and not kept goes when the item is left. */
import type { CoverBox } from "@/src/model/covers";
import type { VaultFailure } from "@/src/model/errors";
import type { PageRecord } from "@/src/model/exhibit";
import type { RemarksRun } from "@/src/ui/library/remarks/run-remarks";
import { runMarked } from "@/src/ui/library/run-marked";
import type { MarkedRequest } from "@/src/ui/library/world";
import type { ChangeBoxes } from "./boxes";
import type { CoverState } from "./state";

export interface CoverWorld {
  /** Makes a copy with these parts opaque and hands it to the browser's downloads. @returns The file's name */
  saveRedacted(record: PageRecord, boxes: readonly CoverBox[], request: MarkedRequest): Promise<string>;
}

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
  remarks: Pick<RemarksRun, "state" | "covers" | "keepCovers">,
  changed: () => void,
): CoverRun {
  let drawn: readonly CoverBox[] | null = null;
  let before: (readonly CoverBox[])[] = [];
  let isBusy = false;
  let failure: VaultFailure | null = null;
  let isSaid = false;
  const copy = runMarked((record, request) => world.saveRedacted(record, remarks.covers ?? [], request), changed);

  const show = (next: readonly CoverBox[] | null) => {
    drawn = next;
    [failure, isSaid] = [null, false];
    changed();
  };

  return {
    get state() {
      if (remarks.state === null) return null;
      const kept = remarks.covers;
      return { kept, drawn, canUndo: before.length > 0, isBusy, failure, isSaid, copy: copy.state };
    },
    begin() {
      before = [];
      show(remarks.covers ?? []);
    },
    draw(change) {
      if (drawn === null || isBusy) return;
      before = [...before, drawn];
      show(change(drawn));
    },
    undo() {
      const last = before.at(-1);
      if (last === undefined || isBusy) return;
      before = before.slice(0, -1);
      show(last);
    },
    end: () => show(null),
    async keep() {
      if (drawn === null || isBusy) return false;
      isBusy = true;
      changed();
      failure = await remarks.keepCovers(drawn);
      [isBusy, isSaid] = [false, failure === null];
      if (isSaid) drawn = null;
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

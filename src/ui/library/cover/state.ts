/** Every face of covering parts of an item's picture. */
import type { CoverBox } from "@/src/model/covers";
import type { VaultFailure } from "@/src/model/errors";
import type { MarkedState } from "@/src/ui/library/state";

export interface CoverState {
  /** As they are kept; `null` where the user never kept any, nor that there are none. */
  kept: readonly CoverBox[] | null;
  /** As they are being drawn; `null` where nothing is. */
  drawn: readonly CoverBox[] | null;
  canUndo: boolean;
  isBusy: boolean;
  failure: VaultFailure | null;
  /** Kept just now. */
  isSaid: boolean;
  /** The copy that is saved by itself. */
  copy: MarkedState;
}

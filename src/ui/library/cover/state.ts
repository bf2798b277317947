/** Every face of covering parts of an item's picture. */
import type { CoverBox } from "@/src/model/covers";
import type { VaultFailure } from "@/src/model/errors";
import type { MarkedFailure, MarkedState } from "@/src/ui/library/state";
import type { PictureSize } from "./boxes";

export type NotOpened = Exclude<MarkedFailure, "cancelled">;

export interface CoverState {
  /** As they are kept; `null` where the user never kept any, nor that there are none. */
  kept: readonly CoverBox[] | null;
  /** As they are being drawn; `null` where nothing is. */
  drawn: readonly CoverBox[] | null;
  /** Of the picture, as long as something is drawn. */
  size: PictureSize | null;
  /** The picture is being opened. */
  isOpening: boolean;
  /** Why it could not be. */
  notOpened: NotOpened | null;
  canUndo: boolean;
  isBusy: boolean;
  failure: VaultFailure | null;
  /** Kept just now. */
  isSaid: boolean;
  /** The copy that is saved by itself. */
  copy: MarkedState;
}

import type { ChangeBoxes } from "./boxes";
import { CoverLayer } from "./CoverLayer";
import type { CoverState } from "./state";

export interface DrawnBoxesProps {
  cover: CoverState | null;
  helpId: string;
  onDraw: (change: ChangeBoxes) => void;
}

/** Over the picture, as long as its parts are being covered. */
export function DrawnBoxes({ cover, helpId, onDraw }: DrawnBoxesProps) {
  if (cover?.drawn == null || cover.size === null) return null;
  return <CoverLayer size={cover.size} boxes={cover.drawn} helpId={helpId} onDraw={onDraw} />;
}

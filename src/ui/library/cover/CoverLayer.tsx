import { useRef, useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CoverBox } from "@/src/model/covers";
import {
  boxBetween,
  type ChangeBoxes,
  changeBox,
  moved,
  type PictureSize,
  type Point,
  removeBox,
  sized,
  stepOf,
} from "./boxes";

interface CoverLayerProps {
  size: PictureSize;
  boxes: readonly CoverBox[];
  /** Id of the words that say which keys do what. */
  helpId: string;
  onDraw: (change: ChangeBoxes) => void;
}

/** What the pointer is drawing or moving, before it is let go. */
interface Drag {
  /** `null`: a new one. */
  index: number | null;
  from: Point;
  box: CoverBox;
}

/** Lies over the picture: draws boxes with a pointer, and moves and sizes them with a pointer or the keyboard. */
export function CoverLayer({ size, boxes, helpId, onDraw }: CoverLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const at = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = layer.current!.getBoundingClientRect();
    return {
      xPx: ((clientX - left) / width) * size.widthPx,
      yPx: ((clientY - top) / height) * size.heightPx,
    };
  };
  const begin = (event: PointerEvent, index: number | null) => {
    // A finger scrolls the picture; it moves boxes, and new ones come from the button.
    if (event.button !== 0 || (index === null && event.pointerType === "touch")) return;
    event.stopPropagation();
    layer.current!.setPointerCapture(event.pointerId);
    const from = at(event);
    setDrag({ index, from, box: index === null ? boxBetween(from, from, size) : boxes[index]! });
  };
  const move = (event: PointerEvent) => {
    if (drag === null) return;
    const { index, from } = drag;
    const to = at(event);
    const box =
      index === null ? boxBetween(from, to, size) : moved(boxes[index]!, to.xPx - from.xPx, to.yPx - from.yPx, size);
    setDrag({ ...drag, box });
  };
  const end = () => {
    if (drag === null) return;
    setDrag(null);
    const { index, box } = drag;
    const isPress = index === null && box.widthPx < stepOf(size) && box.heightPx < stepOf(size);
    if (!isPress && box !== boxes[index ?? -1])
      onDraw(index === null ? (now) => [...now, box] : changeBox(index, () => box));
  };
  const shown = drag === null ? boxes : drag.index === null ? [...boxes, drag.box] : boxes.with(drag.index, drag.box);
  return (
    <div
      ref={layer}
      class="cover-layer"
      onPointerDown={(event) => begin(event, null)}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      {shown.map((box, index) => (
        <button
          key={index}
          type="button"
          class="cover-box"
          data-box={index}
          aria-label={t("coverBox", [formatNumber(index + 1)])}
          aria-describedby={helpId}
          style={placeOf(box, size)}
          onPointerDown={(event) => begin(event, index)}
          onKeyDown={(event) => {
            const change = afterKey(event, index, size);
            if (change === null) return;
            event.preventDefault();
            onDraw(change);
          }}
        />
      ))}
    </div>
  );
}

function placeOf({ xPx, yPx, widthPx, heightPx }: CoverBox, size: PictureSize): Record<string, string> {
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return {
    left: share(xPx, size.widthPx),
    top: share(yPx, size.heightPx),
    width: share(widthPx, size.widthPx),
    height: share(heightPx, size.heightPx),
  };
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows move it, with Shift they size it; Delete takes it away. `null`: the key is for something else. */
function afterKey(
  { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent,
  index: number,
  size: PictureSize,
): ChangeBoxes | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === "Delete" || key === "Backspace") return removeBox(index);
  const arrow = ARROWS[key];
  if (arrow === undefined) return null;
  const [x, y] = arrow.map((direction) => direction * stepOf(size)) as [number, number];
  return changeBox(index, (box) => (shiftKey ? sized : moved)(box, x, y, size));
}

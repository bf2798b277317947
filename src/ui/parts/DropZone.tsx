import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface DropZoneProps {
  /** Called while the drop is handled: what was dropped is gone afterwards. */
  onDrop: (dropped: DataTransfer) => void;
  /** Buttons that do the same for those without a mouse, and a line that says so. */
  children: ComponentChildren;
}

/** Where files can be dropped. A shortcut only, so it has no role of its own. */
export function DropZone({ onDrop, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside do the same for everyone
    <div
      class={isOver ? "drop drop-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault(); // without this the browser takes no drop here
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault(); // the browser would open the file instead
        setOver(false);
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }}
    >
      {children}
    </div>
  );
}

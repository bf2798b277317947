import type { ComponentChildren, RefObject } from "preact";
import { t } from "@/src/i18n/t";
import { Icon } from "@/src/ui/parts/Icon";

interface PictureFrameProps {
  label: string;
  /** A file is as large as it is, where there is room; a page's picture as wide as the frame. */
  isFile?: boolean;
  frame: RefObject<HTMLElement | null>;
  /** The picture, and what lies over it. */
  children: ComponentChildren;
}

/** A picture that is longer than its frame is scrolled inside it, with the keyboard too. */
export function PictureFrame({ label, isFile = false, frame, children }: PictureFrameProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame has to be reachable by keyboard
    <section ref={frame} class={isFile ? "picture-frame file-frame" : "picture-frame"} tabIndex={0} aria-label={label}>
      <div class="picture-sheet">{children}</div>
    </section>
  );
}

/** In the place of what is not shown. @param hidden What there is, in words that show nothing of it. */
export function HiddenPicture({ isOpening, hidden }: { isOpening: boolean; hidden: string }) {
  return (
    <p class="picture-covered">
      <Icon name="covered" />
      {isOpening ? t("pictureOpening") : hidden}
    </p>
  );
}

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface HeadlineProps {
  /** Names the face. When it changes, the focus comes here. */
  face: string;
  level: 1 | 2;
  /** False where another element of the face takes the focus. */
  takesFocus?: boolean;
  children: ComponentChildren;
}

/**
 * What a screen says first, as a live region that stays while faces change. The focus comes here and not to the next
 * button, so that a second press by a shaking hand does nothing.
 */
export function Headline({ face, level, takesFocus = true, children }: HeadlineProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(face);
  useEffect(() => {
    if (before.current !== face && takesFocus) heading.current?.focus({ preventScroll: true });
    before.current = face;
  }, [face, takesFocus]);
  const Heading = `h${level}` as const;
  return (
    <div role="status" class="headline">
      <Heading tabIndex={-1} ref={heading}>
        {children}
      </Heading>
    </div>
  );
}

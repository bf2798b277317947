import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface FoldProps {
  title: string;
  /** Whether it is open at first. */
  isOpen?: boolean;
  children: ComponentChildren;
}

/** Folded away until it is opened; then it stays as the user left it, whatever is typed in it. */
export function Fold({ title, isOpen: isOpenAtFirst = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details class="fold" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

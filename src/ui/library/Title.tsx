import type { ComponentChildren } from "preact";

/** The title of what is shown; takes the focus on arrival. */
export function Title({ children }: { children: ComponentChildren }) {
  return <h1 tabIndex={-1}>{children}</h1>;
}

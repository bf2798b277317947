import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";

/** The way back to the page above this one, named after it. */
export function BackLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="back" href={href}>
      <Icon name="back" turns />
      {children}
    </a>
  );
}

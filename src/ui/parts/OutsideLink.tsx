import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";

/** A link to a site outside, which opens in a new tab and only when pressed. The site is not told where the click came from. */
export function OutsideLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="outside" href={href} target="_blank" rel="noreferrer noopener">
      {children}
      <Icon name="outside" turns />
    </a>
  );
}

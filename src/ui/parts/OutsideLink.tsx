import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";

interface OutsideLinkProps {
  href: string;
  /** Opens it instead, where something has to be remembered of the new tab. */
  onPress?: () => void;
  children: ComponentChildren;
}

/** A link to a site outside, which opens in a new tab and only when pressed. The site is not told where the click came from. */
export function OutsideLink({ href, onPress, children }: OutsideLinkProps) {
  const press = (click: MouseEvent) => {
    if (onPress === undefined) return;
    click.preventDefault();
    onPress();
  };
  return (
    <a class="outside" href={href} target="_blank" rel="noreferrer noopener" onClick={press}>
      {children}
      <Icon name="outside" turns />
    </a>
  );
}

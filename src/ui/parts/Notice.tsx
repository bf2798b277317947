import type { ComponentChildren } from "preact";
import { Icon } from "./Icon";

interface NoticeProps {
  /** "attention" for what is missing or went wrong; "info" for what is good to know. */
  kind: "attention" | "info";
  children: ComponentChildren;
}

/** A few sentences set apart, without raising the voice. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`}>
      <Icon name={kind} />
      <div class="notice-body">{children}</div>
    </div>
  );
}

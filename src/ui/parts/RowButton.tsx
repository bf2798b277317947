import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon";
import { useOwnId } from "./use-own-id";

interface RowButtonProps {
  label: string;
  icon: IconName;
  onPress: () => void;
  /** What pressing does. It can be pressed too, but does not belong to the name. */
  children?: ComponentChildren;
}

/** One of several next steps: quieter than a button, and easier to hit. */
export function RowButton({ label, icon, onPress, children }: RowButtonProps) {
  const noteId = useOwnId();
  return (
    <div class="row">
      <button
        type="button"
        class="row-label"
        aria-describedby={children === undefined ? undefined : noteId}
        onClick={onPress}
      >
        {label}
      </button>
      <Icon name={icon} turns />
      {children !== undefined && (
        <p id={noteId} class="row-note">
          {children}
        </p>
      )}
    </div>
  );
}

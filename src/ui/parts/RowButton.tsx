import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon, type IconName } from "./Icon";

interface RowButtonProps {
  label: string;
  icon: IconName;
  onPress: () => void;
  /** What pressing does. It belongs to the row but not to its name. */
  children?: ComponentChildren;
}

/** One of several next steps: quieter than a button, and easier to hit. */
export function RowButton({ label, icon, onPress, children }: RowButtonProps) {
  const id = useId();
  return (
    <button
      type="button"
      class="row"
      aria-labelledby={`${id}-label`}
      aria-describedby={children === undefined ? undefined : `${id}-note`}
      onClick={onPress}
    >
      <span id={`${id}-label`} class="row-label">
        {label}
      </span>
      <Icon name={icon} turns />
      {children !== undefined && (
        <span id={`${id}-note`} class="row-note">
          {children}
        </span>
      )}
    </button>
  );
}

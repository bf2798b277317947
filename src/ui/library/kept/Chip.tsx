import type { ComponentChildren } from "preact";

interface ChipProps {
  /** Present where one of several is chosen; they share it. */
  group?: string;
  isSet: boolean;
  onPress: () => void;
  children: ComponentChildren;
}

/** A small choice among others: one to tick, or one of a group. */
export function Chip({ group, isSet, onPress, children }: ChipProps) {
  return (
    <label class="chip">
      <input type={group === undefined ? "checkbox" : "radio"} name={group} checked={isSet} onChange={onPress} />
      {children}
    </label>
  );
}

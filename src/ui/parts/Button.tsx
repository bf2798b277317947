import type { ComponentChildren, Ref } from "preact";

interface ButtonProps {
  /** "main": the one thing to do here. "quiet": one of many like it. */
  kind?: "main" | "quiet";
  /** The whole name, where what is shown is short for it. It starts with what is shown. */
  label?: string;
  /** Asked for already: still there and still read out, but pressing does nothing. */
  isAsked?: boolean;
  /** Id of the words that say more. */
  describedBy?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  onPress: () => void;
  children: ComponentChildren;
}

export function Button({ kind, label, isAsked = false, describedBy, buttonRef, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={kind === undefined ? "button" : `button button-${kind}`}
      aria-label={label}
      aria-describedby={describedBy}
      aria-disabled={isAsked ? "true" : undefined}
      ref={buttonRef ?? null}
      onClick={() => !isAsked && onPress()}
    >
      {children}
    </button>
  );
}

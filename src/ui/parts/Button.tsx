import type { ComponentChildren, Ref } from "preact";

interface ButtonProps {
  /** The one thing to do here. */
  kind?: "main";
  /** Asked for already: still there and still read out, but pressing does nothing. */
  isAsked?: boolean;
  /** Id of the words that say more. */
  describedBy?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  onPress: () => void;
  children: ComponentChildren;
}

export function Button({ kind, isAsked = false, describedBy, buttonRef, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={kind === undefined ? "button" : `button button-${kind}`}
      aria-describedby={describedBy}
      aria-disabled={isAsked ? "true" : undefined}
      ref={buttonRef ?? null}
      onClick={() => !isAsked && onPress()}
    >
      {children}
    </button>
  );
}

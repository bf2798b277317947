import type { ComponentChildren, Ref } from "preact";

interface ButtonProps {
  /** The one thing to do here. */
  kind?: "main";
  /** Asked for already: still there and still read out, but pressing does nothing. */
  isAsked?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onPress: () => void;
  children: ComponentChildren;
}

export function Button({ kind, isAsked = false, buttonRef, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={kind === undefined ? "button" : `button button-${kind}`}
      aria-disabled={isAsked ? "true" : undefined}
      ref={buttonRef ?? null}
      onClick={() => !isAsked && onPress()}
    >
      {children}
    </button>
  );
}

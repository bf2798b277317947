import { useOwnId } from "./use-own-id";

interface SecretFieldProps {
  label: string;
  name: string;
  /** What a password manager takes it for. */
  autocomplete: "current-password" | "new-password";
  isShown: boolean;
  /** Words below the field that say more, and are read out with it. */
  note?: string;
  onInput?: (value: string) => void;
}

/** A field for a passphrase. Pasting works; nothing is corrected or capitalised. */
export function SecretField({ label, name, autocomplete, isShown, note, onInput }: SecretFieldProps) {
  const id = useOwnId();
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        class="input"
        type={(isShown ? "text" : "password") as "password" /* the types know one at a time */}
        autocomplete={autocomplete}
        autocapitalize="off"
        spellcheck={false}
        dir="auto"
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={(event) => onInput?.(event.currentTarget.value)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} class="note">
          {note}
        </p>
      )}
    </div>
  );
}

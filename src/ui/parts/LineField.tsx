import { MAX_LINE } from "@/src/model/note-limits";
import { useOwnId } from "./use-own-id";

interface LineFieldProps {
  label: string;
  note?: string;
  value: string;
  onType: (value: string) => void;
}

/** A field of one line for the person's own words; nothing in it is corrected. */
export function LineField({ label, note, value, onType }: LineFieldProps) {
  const id = useOwnId();
  return (
    <div class="labelled labelled-wide">
      <label for={id}>{label}</label>
      {note !== undefined && (
        <p id={`${id}-note`} class="note">
          {note}
        </p>
      )}
      <input
        id={id}
        class="input"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={MAX_LINE}
        value={value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </div>
  );
}

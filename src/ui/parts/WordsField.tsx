import { useOwnId } from "./use-own-id";

interface WordsFieldProps {
  label: string;
  note?: string;
  value: string;
  /** Characters. */
  max: number;
  rows: number;
  onType: (value: string) => void;
}

/** A field for the person's own words; nothing in it is corrected. */
export function WordsField({ label, note, value, max, rows, onType }: WordsFieldProps) {
  const id = useOwnId();
  return (
    <div class="labelled labelled-wide">
      <label for={id}>{label}</label>
      {note !== undefined && (
        <p id={`${id}-note`} class="note">
          {note}
        </p>
      )}
      <textarea
        id={id}
        class="input"
        dir="auto"
        rows={rows}
        maxLength={max}
        value={value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </div>
  );
}

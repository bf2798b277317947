import { MAX_WORDS } from "@/src/model/note-limits";
import { Labelled } from "./Labelled";

interface WordsFieldProps {
  label: string;
  note?: string;
  value: string;
  /** Characters. */
  max?: number;
  rows: number;
  onType: (value: string) => void;
}

/** A field for the person's own words; nothing in it is corrected. */
export function WordsField({ label, note, value, max = MAX_WORDS, rows, onType }: WordsFieldProps) {
  return (
    <Labelled label={label} note={note} isWide>
      {(ids) => (
        <textarea
          {...ids}
          class="input"
          dir="auto"
          rows={rows}
          maxLength={max}
          value={value}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

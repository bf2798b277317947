import { MAX_LINE } from "@/src/model/note-limits";
import { Labelled } from "./Labelled";

interface LineFieldProps {
  label: string;
  note?: string;
  value: string;
  /** Characters. */
  max?: number;
  isWide?: boolean;
  onType: (value: string) => void;
}

/** A field of one line for the person's own words; nothing in it is corrected. */
export function LineField({ label, note, value, max = MAX_LINE, isWide = true, onType }: LineFieldProps) {
  return (
    <Labelled label={label} note={note} isWide={isWide}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={max}
          value={value}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

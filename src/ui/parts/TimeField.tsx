import { Labelled } from "./Labelled";

interface TimeFieldProps {
  label: string;
  type: "date" | "datetime-local";
  /** As the field gives it: `YYYY-MM-DD`, with `THH:MM` where it has a time; or empty. */
  value: string;
  onType: (value: string) => void;
}

/** No year of five digits, which the fields would take and nothing else does. */
const LATEST = { date: "9999-12-31", "datetime-local": "9999-12-31T23:59" } as const;

/** A field for a day, or for a day and a time of it. */
export function TimeField({ label, type, value, onType }: TimeFieldProps) {
  return (
    <Labelled label={label}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type={type}
          max={LATEST[type]}
          value={value}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

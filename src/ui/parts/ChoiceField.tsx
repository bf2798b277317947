import { Labelled } from "./Labelled";

interface Option<Code extends string> {
  code: Code;
  name: string;
}

interface ChoiceFieldProps<Code extends string> {
  label: string;
  /** "" stands for none of the options. */
  chosen: Code;
  /** What stands for none of them; left out where one has to be chosen. */
  none?: string;
  options: readonly Option<Code>[];
  onChoose: (code: Code) => void;
}

/** One of several, from a list that opens. */
export function ChoiceField<Code extends string>({ label, chosen, none, options, onChoose }: ChoiceFieldProps<Code>) {
  return (
    <Labelled label={label}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          value={chosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.value as Code)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

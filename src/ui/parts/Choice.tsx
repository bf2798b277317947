import { useOwnId } from "./use-own-id";

interface ChoiceProps {
  label: string;
  /** "" stands for none of the options. */
  chosen: string;
  /** What stands for none of them; left out where one has to be chosen. */
  none?: string;
  options: readonly { code: string; name: string }[];
  onChoose: (code: string) => void;
}

/** One of several, from a list that opens. */
export function Choice({ label, chosen, none, options, onChoose }: ChoiceProps) {
  const id = useOwnId();
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

import type { ComponentChildren } from "preact";
import { useOwnId } from "./use-own-id";

/** What ties a control to its label and its note. */
export interface LabelledIds {
  id: string;
  "aria-describedby": string | undefined;
}

interface LabelledProps {
  label: string;
  note?: string | undefined;
  /** As wide as what it stands in. */
  isWide?: boolean;
  children: (ids: LabelledIds) => ComponentChildren;
}

/** A label, what is to be known about it, and the control they belong to. */
export function Labelled({ label, note, isWide = false, children }: LabelledProps) {
  const id = useOwnId();
  const noteId = note === undefined ? undefined : `${id}-note`;
  return (
    <div class={isWide ? "labelled labelled-wide" : "labelled"}>
      <label for={id}>{label}</label>
      {note !== undefined && (
        <p id={noteId} class="note">
          {note}
        </p>
      )}
      {children({ id, "aria-describedby": noteId })}
    </div>
  );
}

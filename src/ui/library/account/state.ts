/** Every face of the account. */
import type { EventEntry } from "@/src/account/order";
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { NoteId } from "@/src/model/note";
import type { EventForm } from "./form-values";

export type AccountState =
  | { step: "reading" }
  | { step: "failed"; failure: VaultFailure }
  | {
      step: "read";
      /** In the order in which they happened. */
      events: EventEntry[];
      /** Entries that cannot be read. */
      damaged: number;
      items: readonly ExhibitSummary[];
      writing: Writing | null;
      /** What was done last, to be read out. */
      said: "kept" | "removed" | null;
    };

/** The form that is open. What stands in it is kept as long as the page is, also when another section is opened. */
export interface Writing {
  /** The event that is being changed; `null` for a new one. */
  event: EventEntry | null;
  form: EventForm;
  isBusy: boolean;
  failure: VaultFailure | null;
}

/** The one event that an address names is brought into sight. */
export const eventAnchor = (id: NoteId): string => `event-${id}`;

/** Every face of the account. */
import type { EventEntry } from "@/src/account/order";
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { NoteId } from "@/src/model/note";
import type { Writing } from "@/src/ui/library/notes/run-writing";
import type { EventForm, EventProblem } from "./form-values";

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
      writing: WritingEvent | null;
      /** What was done last, to be read out. */
      said: "kept" | "removed" | null;
    };

export type WritingEvent = Writing<EventEntry, EventForm, EventProblem>;

/** The one event that an address names is brought into sight. */
export const eventAnchor = (id: NoteId): string => `event-${id}`;

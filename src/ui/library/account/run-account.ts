/** The account: reads its entries, and writes them. */
import { type EventEntry, inOrder } from "@/src/account/order";
import type { CaseId } from "@/src/model/exhibit";
import { vaultFailure } from "@/src/ui/library/failures";
import { type NotesWorld, readNotes, replacing } from "@/src/ui/library/notes/notes-world";
import { runWriting } from "@/src/ui/library/notes/run-writing";
import { type EventForm, emptyForm, eventOf, formOf } from "./form-values";
import type { AccountState } from "./state";

export interface AccountRun {
  open(): Promise<void>;
  /** Opens the form: for a new event, or to change one. */
  write(event: EventEntry | null): void;
  type(form: EventForm): void;
  putAway(): void;
  keep(): Promise<void>;
  remove(event: EventEntry): Promise<void>;
}

type Read = Extract<AccountState, { step: "read" }>;

export function runAccount(world: NotesWorld, show: (state: AccountState) => void): AccountRun {
  let caseId: CaseId | null = null;
  let read: Read | null = null;
  const put = (some: Partial<Read> = {}) => {
    if (read === null) return;
    read = { ...read, ...some, writing: writing.state };
    show(read);
  };
  const writing = runWriting(
    {
      make: eventOf,
      async store(body, event: EventEntry | null) {
        const draft = { kind: "event", body, replaces: replacing(event) } as const;
        return (await world.putNote({ caseId: event?.caseId ?? caseId!, ...draft })) as EventEntry;
      },
    },
    put,
  );

  /** Reads everything again; a failure takes the place of the list, which opens again. */
  const readAll = async (said: Read["said"]) => {
    try {
      const { notes, damaged, items, ...of } = await readNotes(world);
      caseId = of.caseId;
      const events = notes.filter((note): note is EventEntry => note.kind === "event");
      read = { step: "read", events: inOrder(events), damaged, items, writing: writing.state, said };
      show(read);
    } catch (error) {
      show({ step: "failed", failure: vaultFailure(error) });
    }
  };

  return {
    async open() {
      if (read === null) show({ step: "reading" });
      await readAll(null);
    },
    write(event) {
      const zone = world.timeZone();
      put({ said: null });
      writing.begin(event, event === null ? emptyForm(zone) : formOf(event.body, zone));
    },
    type: writing.type,
    putAway: writing.putAway,
    async keep() {
      if (await writing.keep()) await readAll("kept");
    },
    async remove(event) {
      try {
        await world.removeNote(event);
      } catch (error) {
        return show({ step: "failed", failure: vaultFailure(error) });
      }
      if (writing.state?.entry?.id === event.id) writing.putAway();
      await readAll("removed");
    },
  };
}

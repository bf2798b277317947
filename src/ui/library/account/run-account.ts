/** The account: reads its entries, and writes them. What was typed is kept until it is stored or put away. */
import { type EventEntry, inOrder } from "@/src/account/order";
import type { CaseId, ExhibitSummary } from "@/src/model/exhibit";
import type { Note, NoteDraft } from "@/src/model/note";
import { vaultFailure } from "@/src/ui/library/failures";
import { type EventForm, emptyForm, eventOf, formOf } from "./form-values";
import type { AccountState, Writing } from "./state";

/** What the account needs from outside. Failures are thrown as {VaultError}. */
export interface AccountWorld {
  cases(): Promise<{ current: CaseId }>;
  notes(caseId: CaseId): Promise<{ notes: Note[]; damaged: unknown[] }>;
  summaries(): Promise<{ summaries: ExhibitSummary[] }>;
  putNote(draft: NoteDraft): Promise<Note>;
  removeNote(note: Note): Promise<void>;
  /** IANA name of the device's zone. */
  timeZone(): string;
}

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

export function runAccount(world: AccountWorld, show: (state: AccountState) => void): AccountRun {
  let caseId: CaseId | null = null;
  let read: Read | null = null;
  let writing: Writing | null = null;
  const put = (some: Partial<Read> = {}) => {
    if (read === null) return;
    read = { ...read, ...some, writing };
    show(read);
  };
  const putWriting = (next: Writing | null) => {
    writing = next;
    put();
  };

  const readAll = async (): Promise<Pick<Read, "events" | "damaged" | "items">> => {
    const { current } = await world.cases();
    caseId = current;
    const [{ notes, damaged }, { summaries }] = await Promise.all([world.notes(current), world.summaries()]);
    const events = notes.filter((note): note is EventEntry => note.kind === "event");
    const items = summaries.filter((item) => item.caseId === current);
    return { events: inOrder(events), damaged: damaged.length, items };
  };

  return {
    async open() {
      if (read === null) show({ step: "reading" });
      try {
        read = { step: "read", ...(await readAll()), writing, said: null };
        put();
      } catch (error) {
        show({ step: "failed", failure: vaultFailure(error) });
      }
    },
    write(event) {
      const zone = world.timeZone();
      const form = event === null ? emptyForm(zone) : formOf(event.body, zone);
      put({ said: null });
      putWriting({ event, form, isBusy: false, failure: null });
    },
    type: (form) => putWriting(writing && { ...writing, form }),
    putAway: () => putWriting(null),
    async keep() {
      const made = writing && !writing.isBusy && eventOf(writing.form);
      if (!writing || !made || "problem" in made || caseId === null) return;
      const { event } = writing;
      putWriting({ ...writing, isBusy: true, failure: null });
      try {
        const replaces = event && { id: event.id, revision: event.revision };
        await world.putNote({ caseId: event?.caseId ?? caseId, kind: "event", body: made.event, replaces });
        writing = null;
        put({ ...(await readAll()), said: "kept" });
      } catch (error) {
        putWriting(writing && { ...writing, isBusy: false, failure: vaultFailure(error) });
      }
    },
    async remove(event) {
      try {
        await world.removeNote(event);
        if (writing?.event?.id === event.id) writing = null;
        put({ ...(await readAll()), said: "removed" });
      } catch (error) {
        show({ step: "failed", failure: vaultFailure(error) });
      }
    },
  };
}

/** The form of one note. What was typed is kept until it is stored or put away, also what was typed meanwhile. */
import type { VaultFailure } from "@/src/model/errors";
import { vaultFailure } from "@/src/ui/library/failures";

/** What stands in the form is kept as long as the page is, also when another section is opened. */
export interface Writing<Entry, Form, Problem> {
  /** The note that is being changed; `null` for a new one. */
  entry: Entry | null;
  form: Form;
  /** What keeps it from being kept, as of the last try. */
  problem: Problem | null;
  isBusy: boolean;
  failure: VaultFailure | null;
}

/** How a note comes out of its form. */
export interface WritingKind<Entry, Form, Body, Problem> {
  make(form: Form, entry: Entry | null): { body: Body } | { problem: Problem };
  /** @returns The note as it is stored now. @throws {VaultError} */
  store(body: Body, entry: Entry | null): Promise<Entry>;
}

export interface WritingRun<Entry, Form, Problem> {
  /** `null` while no form is open. */
  readonly state: Writing<Entry, Form, Problem> | null;
  begin(entry: Entry | null, form: Form): void;
  type(form: Form): void;
  putAway(): void;
  /** @returns Whether it was stored. */
  keep(): Promise<boolean>;
}

/** @param put Told after each change. */
export function runWriting<Entry, Form, Body, Problem>(
  { make, store }: WritingKind<Entry, Form, Body, Problem>,
  put: () => void,
): WritingRun<Entry, Form, Problem> {
  let state: Writing<Entry, Form, Problem> | null = null;
  /** Counts the forms that were opened, so that what became of one does not change another. */
  let opened = 0;
  const set = (next: typeof state) => {
    state = next;
    put();
  };
  const some = (changes: Partial<Writing<Entry, Form, Problem>>) => state !== null && set({ ...state, ...changes });

  return {
    get state() {
      return state;
    },
    begin(entry, form) {
      opened += 1;
      set({ entry, form, problem: null, isBusy: false, failure: null });
    },
    type: (form) => void some({ form }),
    putAway() {
      opened += 1;
      set(null);
    },
    async keep() {
      if (state === null || state.isBusy) return false;
      const { form, entry } = state;
      const made = make(form, entry);
      if ("problem" in made) {
        some({ problem: made.problem });
        return false;
      }
      const mine = opened;
      some({ isBusy: true, problem: null, failure: null });
      try {
        const kept = await store(made.body, entry);
        if (mine !== opened) return true;
        // Typed while it was being stored: that is still to be kept, in the place of what was stored just now.
        if (state.form === form) set(null);
        else some({ entry: kept, isBusy: false });
        return true;
      } catch (error) {
        if (mine === opened) some({ isBusy: false, failure: vaultFailure(error) });
        return false;
      }
    },
  };
}

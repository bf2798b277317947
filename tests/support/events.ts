/** Made-up entries of an account. */
import { VaultError, type VaultFailure } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import { type UtcInstant, utcInstant } from "@/src/model/instant";
import type { LookDraft } from "@/src/model/look";
import type { EventNote, Note, NoteDraft, NoteId } from "@/src/model/note";
import type { ReportsWorld } from "@/src/ui/library/reports/run-reports";
import { record } from "@/tools/screens/samples";

export const CASE = "6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10" as CaseId;

let written = 0;

/** Each was written a second after the one made before it. */
export function madeUpEvent(some: Partial<EventNote> = {}): Note<"event"> {
  written += 1;
  const utc: UtcInstant = utcInstant(Date.UTC(2026, 10, 21) + written * 1000);
  return {
    id: crypto.randomUUID() as NoteId,
    caseId: CASE,
    kind: "event",
    body: {
      way: "post",
      time: { kind: "exact", utc: utcInstant(Date.UTC(2026, 10, 20, 9, written % 60)), zone: "UTC" },
      what: "A note on the door about the garden plan",
      did: "",
      effect: "",
      witnesses: [],
      exhibits: [],
      ...some,
    },
    writtenUtc: utc,
    changedUtc: utc,
    tz: "UTC",
    revision: crypto.randomUUID(),
  };
}

/** Notes in memory, as the library's world gives them; `refuse` makes each writing fail, `loseReading` each reading. */
export function notesWorld(notes: Note[] = []) {
  const kept = [...notes];
  let refusal: VaultFailure | null = null;
  let lost: VaultFailure | null = null;
  const attempt = () => {
    if (refusal !== null) throw new VaultError(refusal);
  };
  const world: ReportsWorld = {
    cases: async () => ({ current: CASE }),
    notes: async () => {
      if (lost !== null) throw new VaultError(lost);
      return { notes: [...kept], damaged: [] };
    },
    summaries: async () => ({ summaries: [], damaged: [], waiting: 0 }),
    putNote: async ({ kind, body, replaces }: NoteDraft) => {
      attempt();
      const place = kept.findIndex(({ id }) => id === replaces?.id);
      const note = { ...madeUpEvent(), ...kept[place], kind, body, revision: crypto.randomUUID() } as Note;
      kept.splice(place < 0 ? kept.length : place, place < 0 ? 0 : 1, note);
      return note;
    },
    removeNote: async ({ id }: Note) => {
      attempt();
      kept.splice(
        kept.findIndex((note) => note.id === id),
        1,
      );
    },
    timeZone: () => "Asia/Hong_Kong",
    now: () => utcInstant(Date.UTC(2026, 10, 21, 3)),
    saveReports: async () => {},
    keepLook: async ({ reports, found, exhibit }: LookDraft) => {
      attempt();
      for (const place of reports) {
        const at = kept.findIndex(({ id }) => id === place.id);
        const note = kept[at] as Note<"report">;
        const looks = [...note.body.looks, { utc: world.now(), found, exhibit }];
        kept[at] = { ...note, body: { ...note.body, looks } };
      }
    },
    openReported: async () => {},
    record: async () => record,
    corrections: async () => [],
  };
  const refuse = (failure: VaultFailure | null) => {
    refusal = failure;
  };
  const loseReading = (failure: VaultFailure | null) => {
    lost = failure;
  };
  return { world, kept, refuse, loseReading };
}

type Shown = { step: "reading" | "failed" | "read" };

/** A list of notes that is open: what it shows, and what is kept behind it. */
export async function openedList<Run extends { open(): Promise<void> }, State extends Shown>(
  make: (world: ReportsWorld, show: (state: State) => void) => Run,
  notes: Note[] = [],
) {
  const shown: State[] = [];
  const made = notesWorld(notes);
  const run = make(made.world, (state) => shown.push(state));
  await run.open();
  const read = () => {
    const last = shown.at(-1)!;
    if (last.step !== "read") throw new Error(last.step);
    return last as Extract<State, { step: "read" }>;
  };
  return { ...made, run, read, last: () => shown.at(-1)! };
}

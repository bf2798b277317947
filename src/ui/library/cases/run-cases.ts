/** The cases: which there are, which takes what is saved, and what each is called and for whom it is kept. */
import { type CaseLine, UNSTATED } from "@/src/model/case-line";
import type { CaseId, ExhibitSummary } from "@/src/model/exhibit";
import type { CaseNote } from "@/src/model/note";
import { vaultFailure } from "@/src/ui/library/failures";
import type { CaseForm, CaseSaid, CasesState } from "./state";

/** What the cases need from outside. Failures are thrown as {VaultError}. */
export interface CasesWorld {
  /** All cases: the one that takes what is saved first, those that came in last. */
  list(): Promise<CaseLine[]>;
  begin(about: CaseNote): Promise<void>;
  choose(id: CaseId): Promise<void>;
  /** Says something else of a case. */
  write(of: Pick<CaseLine, "id" | "note">, about: CaseNote): Promise<void>;
}

export interface CasesRun {
  /** Reads which cases there are, for the other sections. */
  look(): Promise<void>;
  open(): Promise<void>;
  /** Opens the form: for a new case, or to change one. */
  edit(of: CaseId | null): void;
  type(about: CaseNote): void;
  putAway(): void;
  keep(): Promise<void>;
  choose(id: CaseId): Promise<void>;
}

type Read = Extract<CasesState, { step: "read" }>;

/** @param onCases Told of the cases whenever they were read. */
export function runCases(
  world: CasesWorld,
  summaries: () => Promise<{ summaries: ExhibitSummary[] }>,
  show: (state: CasesState) => void,
  onCases: (cases: readonly CaseLine[]) => void = () => {},
): CasesRun {
  let read: Read | null = null;
  const put = (some: Partial<Read>) => {
    if (read === null) return;
    read = { ...read, ...some };
    show(read);
  };
  const putForm = (some: Partial<CaseForm>) => put({ form: read?.form ? { ...read.form, ...some } : null });

  const list = async () => {
    const cases = await world.list();
    onCases(cases);
    return cases;
  };
  const act = async (said: CaseSaid, work: () => Promise<void>) => {
    put({ said: null, failure: null });
    try {
      await work();
      put({ cases: await list(), form: null, said });
    } catch (error) {
      putForm({ isBusy: false });
      put({ failure: vaultFailure(error) });
    }
  };
  return {
    look: async () => void (await list().catch(vaultFailure)),
    async open() {
      if (read === null) show({ step: "reading" });
      try {
        const [cases, { summaries: items }] = await Promise.all([list(), summaries()]);
        read = { step: "read", cases, counts: countsOf(items), form: null, said: null, failure: null };
        show(read);
      } catch (error) {
        show({ step: "failed", failure: vaultFailure(error) });
      }
    },
    edit(of) {
      const about = read?.cases.find(({ id }) => id === of)?.about ?? UNSTATED;
      put({ form: { of, about, isBusy: false }, said: null, failure: null });
    },
    type: (about) => putForm({ about }),
    putAway: () => put({ form: null, failure: null }),
    async keep() {
      if (!read?.form || read.form.isBusy) return;
      const { of, about } = read.form;
      const line = read.cases.find(({ id }) => id === of);
      putForm({ isBusy: true });
      if (line === undefined) await act("begun", () => world.begin(trimmed(about)));
      else await act("changed", () => world.write(line, trimmed(about)));
    },
    choose: (id) => act("chosen", () => world.choose(id)),
  };
}

/** Only who keeps things for someone else is asked whether they agreed. */
function trimmed({ name, role, agreed }: CaseNote): CaseNote {
  return { name: name.trim(), role, agreed: role === "friend" ? (agreed ?? "unknown") : null };
}

function countsOf(items: readonly ExhibitSummary[]): Map<CaseId, number> {
  const counts = new Map<CaseId, number>();
  for (const { caseId } of items) counts.set(caseId, (counts.get(caseId) ?? 0) + 1);
  return counts;
}

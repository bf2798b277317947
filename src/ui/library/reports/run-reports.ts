/** The list of reports: reads them, and writes down what was sent, what was answered and what is still there. */
import type { CaseId, ExhibitSummary } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { Note, NoteDraft, StillThere } from "@/src/model/note";
import { vaultFailure } from "@/src/ui/library/failures";
import { emptyReport, type ReportForm, reportFormOf, reportOf } from "./form-values";
import type { AddressEntry, ReportEntry, ReportFilter, ReportsState, WritingReport } from "./state";

/** What reports need from outside. Failures are thrown as {VaultError}. */
export interface ReportsWorld {
  cases(): Promise<{ current: CaseId }>;
  notes(caseId: CaseId): Promise<{ notes: Note[]; damaged: unknown[] }>;
  summaries(): Promise<{ summaries: ExhibitSummary[] }>;
  putNote(draft: NoteDraft): Promise<Note>;
  removeNote(note: Note): Promise<void>;
  timeZone(): string;
  now(): UtcInstant;
  /** Hands a table of all reports of the case to the browser's downloads. */
  saveReports(caseId: CaseId): Promise<void>;
}

export interface ReportsRun {
  open(): Promise<void>;
  filter(filter: ReportFilter): void;
  write(report: ReportEntry | null): void;
  /** Opens the form for an address that was kept without a picture. */
  writeAbout(address: AddressEntry): void;
  type(form: ReportForm): void;
  putAway(): void;
  keep(): Promise<void>;
  look(report: ReportEntry, found: StillThere["found"]): Promise<void>;
  remove(note: ReportEntry | AddressEntry): Promise<void>;
  save(): Promise<void>;
}

type Read = Extract<ReportsState, { step: "read" }>;

export function runReports(world: ReportsWorld, show: (state: ReportsState) => void): ReportsRun {
  let caseId: CaseId | null = null;
  let read: Read | null = null;
  let writing: WritingReport | null = null;
  let filter: ReportFilter = "all";
  const put = (some: Partial<Read> = {}) => {
    if (read === null) return;
    read = { ...read, ...some, writing, filter };
    show(read);
  };
  const begin = (report: ReportEntry | null, form: ReportForm) => {
    writing = { report, form, isBusy: false, failure: null };
    put({ said: null });
  };
  const readAll = async () => {
    const { current } = await world.cases();
    caseId = current;
    const [{ notes }, { summaries }] = await Promise.all([world.notes(current), world.summaries()]);
    const reports = notes.filter((note): note is ReportEntry => note.kind === "report");
    return {
      reports: reports.sort((one, other) => (one.body.sentUtc > other.body.sentUtc ? -1 : 1)),
      addresses: notes.filter((note): note is AddressEntry => note.kind === "address"),
      items: summaries.filter((item) => item.caseId === current),
      now: Date.parse(world.now()),
    };
  };
  /** Does it, then reads everything again; a failure takes the place of the list, which opens again. */
  const change = async (work: () => Promise<unknown>, said: Read["said"]) => {
    try {
      await work();
      put({ ...(await readAll()), said });
    } catch (error) {
      show({ step: "failed", failure: vaultFailure(error) });
    }
  };
  const replaced = ({ id, revision }: Note) => ({ id, revision });

  return {
    async open() {
      if (read === null) show({ step: "reading" });
      try {
        read = { step: "read", ...(await readAll()), filter, writing, said: null };
        put();
      } catch (error) {
        show({ step: "failed", failure: vaultFailure(error) });
      }
    },
    filter(next) {
      filter = next;
      put({ said: null });
    },
    write: (report) =>
      begin(report, report === null ? emptyReport(world.now(), world.timeZone()) : reportFormOf(report.body)),
    writeAbout: ({ body: { address } }) =>
      begin(null, { ...emptyReport(world.now(), world.timeZone()), kind: "under-18", address }),
    type(form) {
      writing = writing && { ...writing, form };
      put();
    },
    putAway() {
      writing = null;
      put();
    },
    async keep() {
      if (writing === null || writing.isBusy || caseId === null) return;
      const { report, form } = writing;
      const made = reportOf(form, report?.body ?? null, world.now());
      if ("problem" in made) return;
      writing = { ...writing, isBusy: true, failure: null };
      put();
      try {
        const draft = { kind: "report", body: made.report, replaces: report && replaced(report) } as const;
        await world.putNote({ caseId: report?.caseId ?? caseId, ...draft });
        writing = null;
        put({ ...(await readAll()), said: "kept" });
      } catch (error) {
        writing = { report, form, isBusy: false, failure: vaultFailure(error) };
        put();
      }
    },
    look: (report, found) =>
      change(() => {
        const looks = [...report.body.looks, { utc: world.now(), found, exhibit: null }];
        const body = { ...report.body, looks };
        return world.putNote({ caseId: report.caseId, kind: "report", body, replaces: replaced(report) });
      }, "looked"),
    remove: (note) => change(() => world.removeNote(note), "removed"),
    async save() {
      if (caseId !== null) await world.saveReports(caseId);
    },
  };
}

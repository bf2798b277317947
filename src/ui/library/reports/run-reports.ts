/** The list of reports: reads them, and writes down what was sent, what was answered and what is still there. */
import type { CaseId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { StillThere } from "@/src/model/note";
import { vaultFailure } from "@/src/ui/library/failures";
import { type NotesWorld, readNotes, replacing } from "@/src/ui/library/notes/notes-world";
import { runWriting } from "@/src/ui/library/notes/run-writing";
import { emptyReport, type ReportForm, reportFormOf, reportOf } from "./form-values";
import type { AddressEntry, ReportEntry, ReportFilter, ReportsState } from "./state";

export interface ReportsWorld extends NotesWorld {
  now(): UtcInstant;
  /** Hands a table of all reports of the case to the browser's downloads. @throws {VaultError} */
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
  let filter: ReportFilter = "all";
  const put = (some: Partial<Read> = {}) => {
    if (read === null) return;
    read = { ...read, ...some, writing: writing.state, filter };
    show(read);
  };
  const store = async (body: ReportEntry["body"], report: ReportEntry | null) => {
    const draft = { kind: "report", body, replaces: replacing(report) } as const;
    return (await world.putNote({ caseId: report?.caseId ?? caseId!, ...draft })) as ReportEntry;
  };
  const writing = runWriting(
    {
      make: (form: ReportForm, report: ReportEntry | null) => reportOf(form, report?.body ?? null, world.now()),
      store,
    },
    put,
  );
  const begin = (report: ReportEntry | null, form: ReportForm) => {
    put({ said: null });
    writing.begin(report, form);
  };
  const newReport = () => emptyReport(world.now(), world.timeZone());

  /** Does it, then reads everything again; a failure takes the place of the list, which opens again. */
  const change = async (work: () => Promise<unknown>, said: Read["said"]) => {
    try {
      await work();
      const { notes, items, ...of } = await readNotes(world);
      caseId = of.caseId;
      const reports = notes.filter((note): note is ReportEntry => note.kind === "report");
      const addresses = notes.filter((note): note is AddressEntry => note.kind === "address");
      reports.sort((one, other) => (one.body.sentUtc > other.body.sentUtc ? -1 : 1));
      const now = Date.parse(world.now());
      read = { step: "read", reports, addresses, items, now, filter, writing: writing.state, said };
      show(read);
    } catch (error) {
      show({ step: "failed", failure: vaultFailure(error) });
    }
  };

  return {
    async open() {
      if (read === null) show({ step: "reading" });
      await change(async () => {}, null);
    },
    filter(next) {
      filter = next;
      put({ said: null });
    },
    write: (report) => begin(report, report === null ? newReport() : reportFormOf(report.body)),
    writeAbout: ({ body: { address } }) => begin(null, { ...newReport(), kind: "under-18", address }),
    type: writing.type,
    putAway: writing.putAway,
    async keep() {
      if (await writing.keep()) await change(async () => {}, "kept");
    },
    look: (report, found) =>
      change(() => {
        const looks = [...report.body.looks, { utc: world.now(), found, exhibit: null }];
        return store({ ...report.body, looks }, report);
      }, "looked"),
    remove: (note) =>
      change(async () => {
        await world.removeNote(note);
        if (writing.state?.entry?.id === note.id) writing.putAway();
      }, "removed"),
    save: () => change(async () => caseId !== null && world.saveReports(caseId), null),
  };
}

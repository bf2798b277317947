/** The list of reports: reads them, and writes down what was sent, what was answered and what is still there. */
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { LookDraft, ReportPlace } from "@/src/model/look";
import type { StillThere } from "@/src/model/note";
import { vaultFailure } from "@/src/ui/library/failures";
import { type ItemFactsWorld, itemFacts } from "@/src/ui/library/item-facts";
import { type NotesWorld, readNotes, replacing } from "@/src/ui/library/notes/notes-world";
import { runWriting } from "@/src/ui/library/notes/run-writing";
import { beginReport, emptyReport, type ReportBegun, type ReportForm, reportFormOf, reportOf } from "./form-values";
import type { AddressEntry, ReportEntry, ReportFilter, ReportsState } from "./state";

export interface ReportsWorld extends NotesWorld, ItemFactsWorld {
  now(): UtcInstant;
  /** Writes down what was found, and links the exhibit that shows it to the first one of the reports. */
  keepLook(look: LookDraft): Promise<void>;
  /** Opens the address of a report in a new tab, and remembers which report it is. */
  openReported(url: string, report: ReportPlace): Promise<void>;
  /** Hands a table of all reports of the case to the browser's downloads. @throws {VaultError} */
  saveReports(caseId: CaseId): Promise<void>;
}

export interface ReportsRun {
  /** @param about A kept item that a report is to be written about; `null`: none. */
  open(about?: ExhibitId | null): Promise<void>;
  /** Reads everything again. */
  refresh(): Promise<unknown>;
  filter(filter: ReportFilter): void;
  write(report: ReportEntry | null): void;
  /** Opens the form for an address that was kept without a picture. */
  writeAbout(address: AddressEntry): void;
  type(form: ReportForm): void;
  putAway(): void;
  keep(): Promise<void>;
  /** @param exhibit The item that shows it; `null`: none. */
  look(report: ReportEntry, found: StillThere["found"], exhibit: ExhibitId | null): Promise<unknown>;
  openReported(report: ReportEntry): Promise<void>;
  remove(note: ReportEntry | AddressEntry): Promise<unknown>;
  save(): Promise<unknown>;
}

type Read = Extract<ReportsState, { step: "read" }>;

/** All that was sent, the last first, and all addresses that were kept without a picture. */
async function readReports(world: ReportsWorld) {
  const { caseId, notes, items, damaged } = await readNotes(world);
  const reports = notes.filter((note): note is ReportEntry => note.kind === "report");
  const addresses = notes.filter((note): note is AddressEntry => note.kind === "address");
  reports.sort((one, other) => (one.body.sentUtc > other.body.sentUtc ? -1 : 1));
  return { caseId, list: { reports, addresses, damaged, items, now: Date.parse(world.now()) } };
}

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
  const begun = (about: ReportBegun) => beginReport(about, world.now(), world.timeZone());

  /**
   * Does it, then reads everything again; a failure takes the place of the list, which opens again.
   * @returns Whether the list stands there.
   */
  const change = async (work: () => Promise<unknown>, said: Read["said"]): Promise<boolean> => {
    try {
      await work();
      const found = await readReports(world);
      caseId = found.caseId;
      read = { step: "read", ...found.list, filter, writing: writing.state, said };
      show(read);
      return true;
    } catch (error) {
      show({ step: "failed", failure: vaultFailure(error) });
      return false;
    }
  };

  const refresh = () => {
    if (read === null) show({ step: "reading" });
    return change(async () => {}, null);
  };

  return {
    refresh,
    async open(about = null) {
      if (!(await refresh()) || about === null || read === null) return;
      // What was begun is not thrown away for another.
      if (writing.state !== null) return put({ said: "begun" });
      try {
        const { url } = await itemFacts(world, about);
        const exhibits = read.items.some(({ id }) => id === about) ? [about] : [];
        begin(null, begun({ address: url, kind: "intimate-picture", exhibits }));
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
    writeAbout: ({ body: { address, why } }) =>
      begin(null, begun({ address, kind: why === "under-18-or-unsure" ? "under-18" : "intimate-picture" })),
    type: writing.type,
    putAway: writing.putAway,
    async keep() {
      if (await writing.keep()) await change(async () => {}, "kept");
    },
    look: ({ caseId: of, id }, found, exhibit) =>
      change(() => world.keepLook({ reports: [{ caseId: of, id }], found, exhibit }), "looked"),
    openReported: ({ caseId: of, id, body }) => world.openReported(body.address, { caseId: of, id }),
    remove: (note) =>
      change(async () => {
        await world.removeNote(note);
        if (writing.state?.entry?.id === note.id) writing.putAway();
      }, "removed"),
    save: () => change(async () => caseId !== null && world.saveReports(caseId), null),
  };
}

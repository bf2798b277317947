import { expect, test, vi } from "vitest";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { LinkRel } from "@/src/model/links";
import type { Note, ReportNote } from "@/src/model/note";
import { emptyReport, reportFormOf, reportOf, TAKE_IT_DOWN } from "@/src/ui/library/reports/form-values";
import { runReports } from "@/src/ui/library/reports/run-reports";
import {
  filtered,
  isOverdue,
  keptLater,
  type ReportEntry,
  type ReportsState,
  seenAgain,
} from "@/src/ui/library/reports/state";
import { nextWords } from "@/src/ui/library/reports/words";
import { CASE, openedList } from "@/tests/support/events";
import { reports as samples } from "@/tools/screens/report-samples";
import { record } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

const sample = samples.reports as Extract<ReportsState, { step: "read" }>;

const list = (notes: Note[] = []) => openedList(runReports, notes);

test("a report is written down with the day an answer is due by law, and an answer is added to it later", async () => {
  const { run, read } = await list();
  run.write(null);
  run.type({ ...read().writing!.form, to: "A platform", sent: "2026-11-20T09:00", due: "48h" });
  await run.keep();
  const [entry] = read().reports;
  expect(entry!.body).toMatchObject({
    to: "A platform",
    sentUtc: "2026-11-20T01:00:00.000Z",
    due: { utc: "2026-11-22T01:00:00.000Z", source: TAKE_IT_DOWN },
    outcome: null,
    answer: null,
  });
  run.write(entry!);
  run.type({ ...read().writing!.form, outcome: "refused", answer: "We found nothing wrong." });
  await run.keep();
  expect(read().reports).toHaveLength(1);
  expect(read().reports[0]!.body).toMatchObject({ outcome: "refused", answer: { words: "We found nothing wrong." } });
});

test("what was found at the address later is written down with its time; what was typed stays when nothing can be written", async () => {
  const { run, read, refuse } = await list([sample.reports[0]!]);
  await run.look(read().reports[0]!, "gone", null);
  expect(read().reports[0]!.body.looks).toEqual([{ utc: "2026-11-21T03:00:00.000Z", found: "gone", exhibit: null }]);
  run.write(null);
  run.type({ ...read().writing!.form, to: "A platform" });
  refuse("full");
  await run.keep();
  expect(read().writing).toMatchObject({ failure: "full", form: { to: "A platform" } });
});

test("an address that was kept without a picture is where a report begins", async () => {
  const { run, read } = await list([...sample.addresses]);
  run.writeAbout(read().addresses[0]!);
  expect(read().writing!.form).toMatchObject({ kind: "under-18", address: sample.addresses[0]!.body.address });
});

test("filters say what is waiting, answered and overdue, and what can come next", () => {
  const names = (filter: Parameters<typeof filtered>[1]) =>
    filtered(sample.reports, filter, sample.now).map(({ body }) => body.to);
  expect(names("all")).toHaveLength(3);
  expect(names("waiting")).toEqual(["Bluesky", "A host"]);
  expect(names("answered")).toEqual(["The drawing club"]);
  expect(names("overdue")).toEqual(["A host"]);
  expect(isOverdue(sample.reports[0]!, sample.now)).toBe(false);
  expect(nextWords(null, true)).toMatch(/regulator/);
  expect(nextWords("removed", false)).toBeNull();
  expect(nextWords("refused", false)).toMatch(/appeal/);
});

const shownItem = (exhibit: number, some: Partial<ExhibitSummary>) =>
  ({ ...sample.items[0]!, id: `item ${exhibit}` as ExhibitId, exhibit, ...some }) as ExhibitSummary;
const linked = (rel: LinkRel, item: ExhibitId) => ({ description: "", tags: [], words: "", links: [{ rel, item }] });

test("an item of the same address that was kept after the report is no proof before the user says what it shows", () => {
  const [report] = sample.reports as [ReportEntry];
  const { address: url } = report.body;
  const later = shownItem(2, { url, capturedUtc: "2026-11-21T02:30:00.000Z" as UtcInstant });
  const others = [
    shownItem(3, { url, capturedUtc: "2026-11-20T00:00:00.000Z" as UtcInstant }),
    shownItem(4, { url: "https://example.com/", capturedUtc: later.capturedUtc }),
  ];
  expect(keptLater(report, [later, ...others])).toEqual([later]);
  const looks = [{ utc: later.capturedUtc, found: "up", exhibit: later.id } as const];
  expect(keptLater({ ...report, body: { ...report.body, looks } }, [later, ...others])).toEqual([]);
});

test("an item that says it is the reported one again stands beside the report, wherever it was found", () => {
  const [entry] = sample.reports as [ReportEntry];
  const first = shownItem(1, {});
  const report = { ...entry, body: { ...entry.body, exhibits: [first.id] } };
  const again = shownItem(2, { url: "https://example.org/elsewhere", remarks: linked("same-item", first.id) });
  const profile = shownItem(3, { remarks: linked("profile-of", first.id) });
  expect(seenAgain(report, [again, profile, first])).toEqual([again]);
});

test("what is looked at again can name the item that shows it", async () => {
  const { run, read } = await list([sample.reports[0]!]);
  await run.look(read().reports[0]!, "up", "item 2" as ExhibitId);
  expect(read().reports[0]!.body.looks).toMatchObject([{ found: "up", exhibit: "item 2" }]);
});

test("a report about a kept item begins with its address, and the form of its site; a place that is typed is no longer that", async () => {
  const { run, read, world } = await list();
  world.record = async () => ({ ...record, url: { ...record.url, browser: "https://bsky.app/profile/a/post/1" } });
  world.corrections = async () => [];
  world.summaries = async () => ({ summaries: [{ ...shownItem(1, {}), id: record.id, caseId: CASE }] });
  await run.open(record.id);
  const { form } = read().writing!;
  expect(form).toMatchObject({
    to: "Bluesky",
    destination: "bluesky",
    kind: "intimate-picture",
    exhibits: [record.id],
    sent: "2026-11-21T11:00",
  });
  expect(form.address).toMatch(/^https:/);
  await run.keep();
  expect(read().reports[0]!.body).toMatchObject({ to: "Bluesky", destination: "bluesky", exhibits: [record.id] });
});

test("a report that was begun is not thrown away for one about an item", async () => {
  const { run, read } = await list();
  run.write(null);
  run.type({ ...read().writing!.form, to: "A platform" });
  await run.open(record.id);
  expect(read()).toMatchObject({ said: "begun", writing: { form: { to: "A platform" } } });
});

test("what a form makes of a report makes the same report again", () => {
  for (const { body } of sample.reports) {
    const made = reportOf(reportFormOf(body), body, body.sentUtc);
    if ("problem" in made) throw new Error(made.problem);
    const { due, ...rest } = made.body;
    const { due: before, ...same } = body as ReportNote;
    expect(rest).toEqual(same);
    expect(due?.source).toBe(before?.source);
  }
  const form = emptyReport("2026-11-21T03:00:00.000Z" as never, "UTC");
  expect(reportOf(form, null, "2026-11-21T03:00:00.000Z" as never)).toEqual({ problem: "noPlace" });
  expect(reportOf({ ...form, to: "x", sent: "" }, null, "" as never)).toEqual({ problem: "noTime" });
  expect(reportOf({ ...form, to: "x", due: "day" }, null, "" as never)).toEqual({ problem: "noDay" });
});

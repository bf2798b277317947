import { expect, test, vi } from "vitest";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import type { Job, JobState } from "@/src/model/job";
import type { ReportedHere } from "@/src/model/look";
import type { AddressNote, NoteId } from "@/src/model/note";
import { fail, ok } from "@/src/model/result";
import type { Wish } from "@/src/model/scope";
import { NOTHING_BESIDE } from "@/src/ui/popup/run-beside";
import { runPopup } from "@/src/ui/popup/run-popup";
import type { PopupState } from "@/src/ui/popup/state";
import type { PopupWorld } from "@/src/ui/popup/world";
import { candidates, facts, nothingFound, pageOf, report, URL_OF_POST } from "@/tools/screens/samples";

const wish: Wish = { pictures: "as shown", scope: "page" };
const saved: JobState = { step: "saved", exhibitId: "x" as ExhibitId, exhibit: 1, missing: [] };

function popup(changes: Partial<PopupWorld> = {}) {
  const shown: PopupState[] = [];
  const cleared: number[] = [];
  let tell: (job: Job) => void = () => {};
  const world: PopupWorld = {
    tabUrl: null,
    isPrivateWindow: false,
    inspect: async () => ok({ url: URL_OF_POST, ...pageOf(facts) }),
    choosePost: async () => ok({ url: URL_OF_POST, ...pageOf(facts) }),
    startCapture: async () => ok(null),
    stopCapture: async () => ok(null),
    readJob: async () => null,
    watchJob: (onJob) => {
      tell = onJob;
      return () => {};
    },
    wasCutOff: async () => false,
    clearJob: async () => void cleared.push(1),
    offersPassphrase: async () => false,
    putOfferAway: async () => {},
    caseNow: async () => null,
    isFirst: async () => false,
    putFirstAway: async () => {},
    reportFor: (_url, kind = "intimate-picture") => ({ ...report, url: `${report.url}/${kind}` }),
    keepAddress: async () => ok(null),
    openForm: async () => {},
    openedForm: async () => null,
    logReport: async () => ok(null),
    reportedHere: async () => null,
    noteLook: async () => ok(null),
    readReportKind: async () => null,
    writeReportKind: async () => {},
    ...changes,
  };
  let beside = NOTHING_BESIDE;
  const run = runPopup(world, (state, about) => {
    if (shown.at(-1) !== state) shown.push(state);
    beside = about;
  });
  return {
    run,
    shown,
    beside: () => beside,
    cleared,
    tell: (state: JobState) => tell({ tabId: 1, state }),
    steps: () => shown.map(({ step }) => step),
  };
}

test("looks at the page, saves it and shows each step until it is saved", async () => {
  const { run, tell, steps, cleared } = popup();
  await run.start();
  await run.save(wish);
  for (const step of ["preparing", "sealing"] as const) tell({ step });
  tell(saved);
  expect(steps()).toEqual(["looking", "ready", "saving", "saving", "sealing", "saved"]);
  expect(cleared).toHaveLength(1);
});

test("finds a running capture again", async () => {
  const state: JobState = { step: "capturing", tilesDone: 2, tilesTotal: 9 };
  const { run, shown, cleared } = popup({ readJob: async () => ({ tabId: 1, state }) });
  await run.start();
  expect(shown).toEqual([{ step: "saving", tilesDone: 2, tilesTotal: 9 }]);
  expect(cleared).toHaveLength(0);
});

test("an end that is told while the popup opens is not covered by what was read before it", async () => {
  const { run, steps, tell } = popup({
    tabUrl: URL_OF_POST,
    readJob: async () => ({ tabId: 1, state: { step: "sealing" } }),
    readReportKind: async () => {
      tell(saved);
      return null;
    },
  });
  await run.start();
  expect(steps().at(-1)).toBe("saved");
});

test("tells an end that nobody saw, once", async () => {
  const { run, steps, cleared } = popup({ readJob: async () => ({ tabId: 1, state: saved }) });
  await run.start();
  expect(steps()).toEqual(["saved"]);
  expect(cleared).toHaveLength(1);
});

test("tells that the saving of a page was cut off, when the page in front was looked at", async () => {
  for (const inspect of [async () => ok({ url: URL_OF_POST, ...pageOf(facts) }), async () => fail("pageForbidden")]) {
    const { run, shown } = popup({ inspect: inspect as PopupWorld["inspect"], wasCutOff: async () => true });
    await run.start();
    expect(shown.map((state) => "wasCutOff" in state && state.wasCutOff)).toEqual([false, false, true]);
  }
  const running = popup({
    readJob: async () => ({ tabId: 1, state: { step: "sealing" } }),
    wasCutOff: () => Promise.reject(new Error("not asked while a page is being saved: it would be told to nobody")),
  });
  await running.run.start();
  expect(running.steps()).toEqual(["sealing"]);
});

test("still offers the report form where the page cannot be read but its address is known", async () => {
  const asked: string[] = [];
  const { run, shown } = popup({
    tabUrl: "https://example.org/a.pdf",
    inspect: async () => fail("pdfViewer"),
    reportFor: (url) => {
      asked.push(url);
      return report;
    },
  });
  await run.start();
  expect(shown.at(-1)).toEqual({ step: "cannotSave", failure: "pdfViewer", report });
  expect(asked).toEqual(["https://example.org/a.pdf"]);
});

test("says that nothing was saved when the background refuses or is gone", async () => {
  const refused = popup({ startCapture: async () => fail("alreadyCapturing") });
  await refused.run.save(wish);
  expect(refused.shown.at(-1)).toMatchObject({ step: "failed", failure: "alreadyCapturing" });
  const gone = popup({ startCapture: () => Promise.reject(new Error("no receiver")) });
  await gone.run.save(wish);
  expect(gone.shown.at(-1)).toMatchObject({ step: "failed", failure: "pageNotAnswering" });
});

test("fills in the post that was chosen, and still offers the others", async () => {
  const chosen: (number | null)[] = [];
  const { run, shown } = popup({
    inspect: async () => ok({ url: URL_OF_POST, ...pageOf(nothingFound, { candidates }) }),
    choosePost: async (index) => {
      chosen.push(index);
      return ok({ url: URL_OF_POST, ...pageOf(index === null ? nothingFound : facts) });
    },
  });
  await run.start();
  await run.choose(2);
  expect(shown.at(-1)).toMatchObject({
    step: "ready",
    chosen: 2,
    page: { facts: { handle: facts.handle } },
    posts: candidates,
  });
  await run.choose("none");
  expect(shown.at(-1)).toMatchObject({ chosen: "none", page: { facts: { handle: null } } });
  expect(chosen).toEqual([2, null]);
});

test("looks at the page when a right-click did not tell which post is meant", async () => {
  const { run, steps, cleared } = popup({ readJob: async () => ({ tabId: 1, state: { step: "whichOne" } }) });
  await run.start();
  expect(steps()).toEqual(["looking", "ready"]);
  expect(cleared).toHaveLength(1);
});

test("the kind of report is chosen once, remembered for the page, and decides which form opens", async () => {
  const written = vi.fn(async () => {});
  const { run, shown } = popup({ writeReportKind: written });
  await run.start();
  run.openReporting();
  expect(shown.at(-1)).toMatchObject({ step: "reporting", kind: "intimate-picture", kept: null });
  await run.chooseKind("threat");
  expect(shown.at(-1)).toMatchObject({ kind: "threat", offer: { url: `${report.url}/threat` } });
  expect(written).toHaveBeenCalledWith(URL_OF_POST, "threat");
  run.goBack();
  expect(shown.at(-1)).toMatchObject({ step: "ready", report: { url: `${report.url}/threat` } });
});

test("the form for the kind that was chosen on this page before is offered at once", async () => {
  const { run, shown } = popup({ readReportKind: async () => "impersonation" });
  await run.start();
  expect(shown.at(-1)).toMatchObject({ step: "ready", report: { url: `${report.url}/impersonation` } });
});

test("under 18: the address, the account and the time are kept, and it is said; a failure keeps the face", async () => {
  const kept = vi.fn<PopupWorld["keepAddress"]>(async () => ok(null));
  const { run, shown } = popup({ keepAddress: kept });
  await run.start();
  run.openUnder18();
  await run.keepAddress();
  expect(kept).toHaveBeenCalledWith({
    address: URL_OF_POST,
    platform: expect.any(String),
    handle: facts.handle,
    posted: facts.postedAtText,
    why: "under-18-or-unsure",
  });
  expect(shown.at(-1)).toMatchObject({ step: "under18", keeping: "kept" });
  run.goBack();
  expect(shown.at(-1)).toMatchObject({ step: "ready", isUnder18: true });
  run.openUnder18();
  expect(shown.at(-1)).toMatchObject({ step: "under18", keeping: "kept" });
  const refused = popup({ keepAddress: async () => fail("full") });
  await refused.run.start();
  refused.run.openUnder18();
  await refused.run.keepAddress();
  expect(refused.shown.at(-1)).toMatchObject({ step: "under18", keeping: { failure: "full" } });
});

test("an address that is being kept while the user goes back does not take them from where they went", async () => {
  const answer = Promise.withResolvers<Awaited<ReturnType<PopupWorld["keepAddress"]>>>();
  const { run, shown } = popup({ keepAddress: () => answer.promise });
  await run.start();
  run.openUnder18();
  const keeping = run.keepAddress();
  run.goBack();
  answer.resolve(ok(null));
  await keeping;
  expect(shown.at(-1)).toMatchObject({ step: "ready" });
  run.openUnder18();
  expect(shown.at(-1)).toMatchObject({ step: "under18", keeping: "kept" });
});

test("from the under-18 path one goes back to reporting, and from there to the page", async () => {
  const { run, shown } = popup();
  await run.start();
  run.openReporting();
  run.openUnder18();
  run.goBack();
  expect(shown.at(-1)).toMatchObject({ step: "reporting" });
  run.goBack();
  expect(shown.at(-1)).toMatchObject({ step: "ready" });
});

test("a page of which it was said that someone is under 18 is not offered to be saved", async () => {
  const { run, shown } = popup({ readReportKind: async () => "under-18" });
  await run.start();
  expect(shown.at(-1)).toMatchObject({ step: "ready", isUnder18: true });
});

const THREAT = { address: URL_OF_POST, kind: "threat", exhibit: null } as const;

test("a form that was opened is written down as sent with one press, as what it was opened for, and once", async () => {
  const opened: unknown[] = [];
  const logReport = vi.fn<PopupWorld["logReport"]>(async () => ok(null));
  const { run, beside } = popup({
    openForm: async (...form) => void opened.push(form),
    openedForm: async () => (opened.length > 0 ? THREAT : null),
    logReport,
  });
  await run.start();
  expect(beside().opened).toBeNull();
  run.openReporting();
  await run.chooseKind("threat");
  await run.openForm(`${report.url}/threat`);
  expect(opened).toEqual([[`${report.url}/threat`, THREAT]]);
  expect(beside().opened).toMatchObject({ to: "Bluesky", address: URL_OF_POST, keeping: "asked" });
  await Promise.all([run.logSent(), run.logSent()]);
  expect(logReport.mock.calls).toEqual([[{ ...THREAT, destination: "bluesky", to: "Bluesky" }]]);
  expect(beside().opened).toMatchObject({ keeping: "kept" });
});

test("a report names the copy that was kept just before it", async () => {
  const openForm = vi.fn<PopupWorld["openForm"]>(async () => {});
  const { run, tell } = popup({ openForm });
  await run.start();
  await run.save(wish);
  tell(saved);
  await run.openForm(report.url);
  expect(openForm).toHaveBeenCalledWith(report.url, expect.objectContaining({ exhibit: "x" }));
});

const REPORTED: ReportedHere = {
  address: URL_OF_POST,
  reports: [{ caseId: "c" as CaseId, id: "n" as NoteId }],
  to: ["Bluesky"],
  sentUtc: "2026-11-20T05:05:00.000Z" as UtcInstant,
  tz: "UTC",
  isUnder18: false,
};

test("where the page was reported, one press saves it as proof of what is found there", async () => {
  const startCapture = vi.fn<PopupWorld["startCapture"]>(async () => ok(null));
  const { run, beside, steps } = popup({ reportedHere: async () => REPORTED, startCapture });
  await run.start();
  expect(beside().here).not.toBeNull();
  await run.keepLook("gone");
  expect(startCapture).toHaveBeenCalledWith(
    { pictures: "as shown", scope: null },
    { reports: REPORTED.reports, found: "gone" },
  );
  expect(steps().at(-1)).toBe("saving");
});

test.each<[string, Partial<PopupWorld>]>([
  ["someone in it is under 18", { reportedHere: async () => ({ ...REPORTED, isUnder18: true }) }],
  ["it was said here that someone is under 18", { readReportKind: async () => "under-18" }],
  ["the page cannot be read any more", { inspect: async () => fail("pageForbidden"), tabUrl: URL_OF_POST }],
])("nothing of the page is kept, only what was found and when, where %s", async (_, changes) => {
  const startCapture = vi.fn<PopupWorld["startCapture"]>(async () => ok(null));
  const noteLook = vi.fn<PopupWorld["noteLook"]>(async () => ok(null));
  const { run, beside } = popup({ reportedHere: async () => REPORTED, startCapture, noteLook, ...changes });
  await run.start();
  expect(beside().here).not.toBeNull();
  await run.keepLook("up");
  expect(startCapture).not.toHaveBeenCalled();
  expect(noteLook).toHaveBeenCalledWith({ reports: REPORTED.reports, found: "up" });
  expect(beside().here).toMatchObject({ keeping: "kept" });
});

test("who came across it keeps the address and nothing else; it is told where that could not be done", async () => {
  const kept: AddressNote[] = [];
  const keepAddress: PopupWorld["keepAddress"] = async (address) => {
    kept.push(address);
    return ok(null);
  };
  const { run, shown } = popup({ keepAddress });
  await run.start();
  await run.keepAddressOnly();
  expect(kept).toEqual([expect.objectContaining({ address: URL_OF_POST, why: "came-across" })]);
  expect(shown.at(-1)).toMatchObject({ step: "ready", addressOnly: "kept" });
  const full = popup({ keepAddress: async () => fail("full") });
  await full.run.start();
  await full.run.keepAddressOnly();
  expect(full.shown.at(-1)).toMatchObject({ addressOnly: { failure: "full" } });
});

test("what the case asks for is known before the page is shown, and where it cannot be read the popup is as usual", async () => {
  const now = { about: { name: "", role: "friend", agreed: null }, isOneOfSeveral: false } as const;
  const known = popup({ caseNow: async () => now });
  await known.run.start();
  expect(known.shown.filter(({ step }) => step === "ready")).toEqual([expect.objectContaining({ now })]);
  const broken = popup({ caseNow: () => Promise.reject(new Error("gone")) });
  await broken.run.start();
  expect(broken.shown.at(-1)).toMatchObject({ step: "ready", now: null });
});

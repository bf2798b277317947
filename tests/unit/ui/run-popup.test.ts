import { expect, test, vi } from "vitest";
import type { ExhibitId } from "@/src/model/exhibit";
import type { Job, JobState } from "@/src/model/job";
import type { AddressNote } from "@/src/model/note";
import { fail, ok } from "@/src/model/result";
import type { Wish } from "@/src/model/scope";
import { type PopupWorld, runPopup } from "@/src/ui/popup/run-popup";
import type { PopupState } from "@/src/ui/popup/state";
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
    readReportKind: async () => null,
    writeReportKind: async () => {},
    ...changes,
  };
  const run = runPopup(world, (state) => shown.push(state));
  return {
    run,
    shown,
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
  expect(shown.at(-1)).toMatchObject({ step: "reporting", kind: "intimate-picture", isKept: false });
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
  kept.mockResolvedValue({ ok: false, failure: "locked" });
  run.openUnder18();
  await run.keepAddress();
  expect(shown.at(-1)).toMatchObject({ step: "under18", keeping: { failure: "locked" } });
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

// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { CAPTURE_FAILURES } from "@/src/model/errors";
import type { CaseNote } from "@/src/model/note";
import { Popup, type PopupCalls } from "@/src/ui/popup/Popup";
import { shownOn } from "@/src/ui/popup/run-reporting";
import type { PopupState } from "@/src/ui/popup/state";
import {
  candidates,
  derived,
  doubts,
  facts,
  hostile,
  ITEM,
  missing,
  nothingFound,
  pageOf,
  report,
  URL_OF_POST,
} from "@/tools/screens/samples";
import { button, buttons, clear, draw, statuses } from "./draw";
import { mockedCalls } from "./mocked-calls";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const page = { url: URL_OF_POST, ...pageOf(facts) };
const ready = {
  step: "ready",
  page,
  posts: [],
  chosen: null,
  report,
  isPrivateWindow: false,
  now: null,
  isFirst: false,
  addressOnly: "asked",
} satisfies PopupState;

const onPage = shownOn(URL_OF_POST, page);

/** One of each, with the words that stand at its head. A face without a line here is a type error. */
const FACES: { [Step in PopupState["step"]]: [Extract<PopupState, { step: Step }>, string] } = {
  looking: [{ step: "looking" }, "Looking at this page"],
  ready: [ready, "Found on this page"],
  cannotSave: [{ step: "cannotSave", failure: "pageForbidden", report: null }, "This page cannot be saved here"],
  saving: [{ step: "saving", tilesDone: 3, tilesTotal: 12 }, "Saving this page"],
  paused: [{ step: "paused", tilesDone: 3, tilesTotal: 12, why: "outOfSight" }, "Paused"],
  sealing: [{ step: "sealing" }, "Saving it safely"],
  saved: [{ step: "saved", exhibit: 1, missing: [], report, offersPassphrase: false }, "Saved as EX-001"],
  failed: [{ step: "failed", failure: "tabClosed", report }, "Not saved"],
  reporting: [
    { step: "reporting", kind: "intimate-picture", offer: report, shown: onPage, kept: null, keeping: "asked" },
    "About reporting",
  ],
  under18: [
    { step: "under18", offer: report, shown: onPage, keeping: "asked", kept: null },
    "Someone in it may be under 18",
  ],
};

const calls = () => mockedCalls<PopupCalls>({ onCopy: vi.fn(async () => {}) });
const show = (state: PopupState, made = calls()) => draw(<Popup state={state} calls={made} />);

test.each(Object.values(FACES))("says where it stands in a live region: $step", async (state, words) => {
  await show(state);
  expect(statuses()).toContain(words);
  expect(buttons()).toContain("Leave now");
});

test("tells of another page that was cut off", async () => {
  await show({ ...ready, wasCutOff: true });
  expect(statuses().join(" ")).toContain("Nothing of that page was kept.");
});

test("offers to save, to report and to open the notes, and reaches saving by Enter at once", async () => {
  const made = calls();
  await show(ready, made);
  expect(buttons()).toEqual([
    "Leave now",
    "Save this page",
    "Save with pictures covered",
    "Report this",
    "Report help",
    "Under 18?",
    "Open my notes",
    "Get help",
  ]);
  expect(document.activeElement).toBe(button("Save this page"));
  button("Save this page").click();
  button("Report this").click();
  button("Save with pictures covered").click();
  expect(vi.mocked(made.onSave).mock.calls).toEqual([
    [{ pictures: "as shown", scope: "page" }],
    [{ pictures: "covered", scope: "page" }],
  ]);
  expect(made.onReport).toHaveBeenCalledWith(report.url);
});

const choices = () =>
  [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].map((radio) => [
    radio.labels![0]!.textContent,
    radio.checked,
  ]);

test("offers the conversation only where something scrolls by itself, and first where that is the page", async () => {
  await show(ready);
  expect(choices()).toEqual([
    ["Whole page", true],
    ["This view", false],
  ]);
  clear();
  await show({ ...ready, page: { ...page, inner: { found: true, isMain: false } } });
  expect(choices().filter(([, isChosen]) => isChosen)).toEqual([["Whole page", true]]);
  clear();
  await show({ ...ready, page: { ...page, inner: { found: true, isMain: true } } });
  expect(choices()).toEqual([
    ["This conversation", true],
    ["Whole page", false],
    ["This view", false],
  ]);
});

test("saves as much as was chosen, with pictures covered too", async () => {
  const made = calls();
  await show({ ...ready, page: { ...page, inner: { found: true, isMain: true } } }, made);
  document.querySelectorAll<HTMLInputElement>("input[type=radio]")[2]!.click();
  await new Promise((resolve) => setTimeout(resolve));
  button("Save with pictures covered").click();
  expect(made.onSave).toHaveBeenCalledWith({ pictures: "covered", scope: "view" });
});

test("says “not found” for every fact the page does not show, and offers no report where no form is known", async () => {
  await show({
    ...ready,
    page: { url: nothingFound.pageUrl, ...pageOf(nothingFound) },
    report: null,
  });
  expect([...document.querySelectorAll(".not-found")].map((one) => one.textContent)).toEqual([
    "not found",
    "not found",
  ]);
  expect(buttons()).not.toContain("Report this");
});

test("says when the link to the form was not checked, and when it was", async () => {
  await show(ready);
  expect(document.body.textContent).toContain("We have not checked this link.");
  await show({ ...ready, report: { ...report, checked: "2026-11-21" } });
  expect(document.body.textContent).toContain("Link checked on 21 Nov 2026.");
});

test("says in a private window that the page is kept like everything else", async () => {
  await show(ready);
  expect(document.body.textContent).not.toContain("private window");
  await show({ ...ready, isPrivateWindow: true });
  expect(document.body.textContent).toContain("This is a private window.");
});

test("shows true progress, and an empty bar while nothing is known", async () => {
  await show({ step: "saving", tilesDone: 0, tilesTotal: 0 });
  expect(document.querySelector("progress")!.hasAttribute("value")).toBe(false);
  await show({ step: "saving", tilesDone: 3, tilesTotal: 12 });
  expect(document.querySelector("progress")!.value).toBe(3);
  expect(document.body.textContent).toContain("3 of 12");
});

test("does not put the focus on Stop, where a second press would end the saving", async () => {
  await show(ready);
  await show({ step: "saving", tilesDone: 0, tilesTotal: 0 });
  expect(document.activeElement?.tagName).toBe("H2");
});

test("says that Stop was heard, and asks only once", async () => {
  const made = calls();
  await show({ step: "saving", tilesDone: 3, tilesTotal: 12 }, made);
  const stop = button("Stop and keep what is there");
  stop.click();
  await show({ step: "saving", tilesDone: 4, tilesTotal: 12 }, made);
  button("Stopping").click();
  expect(made.onStop).toHaveBeenCalledOnce();
});

test("names what is missing from what was saved, and why", async () => {
  await show({ step: "saved", exhibit: 2, missing, report: null, offersPassphrase: false });
  const named = [...document.querySelectorAll(".notice-list li")].map((line) => line.firstChild?.textContent);
  expect(named).toEqual(["The account name", "A picture of the whole page"]);
  expect(document.body.textContent).toContain("The page goes on below what was taken.");
  expect(buttons()).toEqual(["Leave now", "Report help", "Under 18?", "Keep another", "Open my notes", "Get help"]);
});

test.each(CAPTURE_FAILURES)("says what happened, what is kept and what to do: %s", async (failure) => {
  await show({ step: "failed", failure, report: null });
  const sentences = [...document.querySelectorAll("main > p")].map((line) => line.textContent);
  expect(sentences).toHaveLength(3);
  expect(sentences.every((words) => words!.endsWith("."))).toBe(true);
  expect(buttons()).toContain("Try again");
});

test("shows words of a page as text only, kept apart, with a note where they can mislead", async () => {
  await show({
    ...ready,
    page: { url: "https://example.org/<img src=x onerror=alert(1)>", ...pageOf(hostile) },
  });
  expect(document.querySelectorAll("script, img")).toHaveLength(0);
  expect(document.querySelector("dd bdi")!.textContent).toBe(hostile.handle);
  expect(document.querySelector(".unusual")!.textContent).toContain("U+202E, U+200B");
});

const unclear = { ...ready, page: { url: URL_OF_POST, ...pageOf(nothingFound, { candidates }) }, posts: candidates };
const radios = () => [...document.querySelectorAll<HTMLInputElement>('.which-one input[type="radio"]')];

test("asks which of several posts is meant, as text, with a way out, and does not hold up saving", async () => {
  const made = calls();
  await show(unclear, made);
  expect(document.querySelector("legend")!.textContent).toBe("Which one?");
  expect(radios()).toHaveLength(candidates.length + 1);
  expect(radios()[0]!.labels![0]!.textContent).toContain("river.walks · 1h");
  expect(radios().at(-1)!.labels![0]!.textContent).toBe("None of these. Keep the page as it is.");
  expect(radios().at(-1)!.checked).toBe(true);
  radios()[2]!.click();
  expect(made.onChoose).toHaveBeenLastCalledWith(2);
  button("Save this page").click();
  expect(made.onSave).toHaveBeenCalledWith({ pictures: "as shown", scope: "page" });
});

test("says what was filled in after a choice, and keeps the choice changeable", async () => {
  await show({ ...unclear, page: { url: URL_OF_POST, ...pageOf(facts, { chosenBy: "chosen" }) }, chosen: 2 });
  expect(statuses()).toContain("Filled in from the post you chose.");
  expect(radios()[2]!.checked).toBe(true);
});

test("marks a fact on which the page disagrees with itself, and a time that was worked out", async () => {
  const page = {
    url: URL_OF_POST,
    ...pageOf({ ...facts, postedAt: null, postedAtText: "3h" }, { doubts, derived }),
  };
  await show({ ...ready, page });
  const shown = document.querySelector("dl")!.textContent;
  expect(shown).toContain("Check this");
  expect(shown).toContain("river.walk");
  expect(shown).toMatch(/Between .* worked out from these words/);
});

test("what a report names is there to copy, the form is one press away, and nothing is said to be sent", async () => {
  const made = calls();
  const [face] = FACES.reporting;
  await show(face, made);
  button("Open the form of Bluesky").click();
  expect(made.onReport).toHaveBeenCalledWith(report.url);
  document.querySelectorAll<HTMLButtonElement>("section[aria-label=Address] button")[0]!.click();
  expect(made.onCopy).toHaveBeenCalledWith(URL_OF_POST);
  document.querySelectorAll<HTMLInputElement>("input[name=report-kind]")[1]!.click();
  expect(made.onKind).toHaveBeenCalledWith("threat");
  expect(buttons()).toContain("Keep a copy first");
  await show({ ...face, kept: ITEM });
  expect(buttons()).not.toContain("Keep a copy first");
});

test("where someone may be under 18 nothing can be saved but the address", async () => {
  const made = calls();
  const [face] = FACES.under18;
  await show(face, made);
  expect(buttons().filter((name) => name.startsWith("Save"))).toEqual([]);
  button("Keep the address only").click();
  expect(made.onKeepAddress).toHaveBeenCalledOnce();
  await show({ ...face, keeping: { failure: "locked" } });
  expect(statuses().join(" ")).toContain("The address was not kept.");
});

const now = (role: CaseNote["role"], agreed: CaseNote["agreed"] = null, isOneOfSeveral = false) => ({
  about: { name: "Garden", role, agreed },
  isOneOfSeveral,
});
const main = () => document.querySelector(".button-main")!.textContent;

test("for someone who did not agree, covered pictures come first; nothing is locked", async () => {
  const made = calls();
  await show({ ...ready, now: now("friend", "unknown") }, made);
  expect(main()).toBe("Save with pictures covered");
  expect(document.activeElement!.textContent).toBe("Save with pictures covered");
  button("Save this page").click();
  expect(made.onSave).toHaveBeenCalledWith({ pictures: "as shown", scope: "page" });
  clear();
  await show({ ...ready, now: now("friend", "yes") });
  expect(main()).toBe("Save this page");
});

test("for who came across it, reporting comes first, then the address alone; both ways to save are there", async () => {
  const made = calls();
  await show({ ...ready, now: now("bystander") }, made);
  expect(main()).toBe("Report this");
  expect(document.body.textContent).toContain("Please do not like, comment on or share it.");
  button("Keep the address only").click();
  expect(made.onKeepAddressOnly).toHaveBeenCalledOnce();
  expect(buttons()).toEqual(expect.arrayContaining(["Save with pictures covered", "Save this page"]));
  await show({ ...ready, now: now("bystander"), addressOnly: "kept" });
  expect(statuses().join(" ")).toContain("The address is kept");
});

test("says which case takes it only where there is more than one", async () => {
  await show({ ...ready, now: now("survivor", null, true) });
  expect(document.body.textContent).toContain("Goes into: Garden");
  await show({ ...ready, now: now("survivor") });
  expect(document.body.textContent).not.toContain("Garden");
});

test("until it was read, a line leads to what to know first, and stops nobody", async () => {
  const made = calls();
  await show({ ...ready, isFirst: true }, made);
  expect(main()).toBe("Save this page");
  button("Read this first").click();
  expect(made.onReadFirst).toHaveBeenCalledOnce();
});

// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { VAULT_FAILURES } from "@/src/model/errors";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { LockState } from "@/src/model/lock";
import type { HelpState } from "@/src/ui/help/state";
import type { BinderState } from "@/src/ui/library/hand-over/state";
import { Library } from "@/src/ui/library/Library";
import type { LibraryCalls } from "@/src/ui/library/library-calls";
import { routeOf } from "@/src/ui/library/routes";
import type { GateState } from "@/src/ui/library/run-gate";
import { FIRST_VIEW } from "@/src/ui/library/run-kept";
import type { CheckState, ItemState, LibraryState, MarkedState } from "@/src/ui/library/state";
import { noRemarks } from "@/tools/screens/remarks-samples";
import {
  choosing,
  correctionOf,
  frames,
  history,
  hostile,
  ITEM,
  items,
  listOf,
  madePackage,
  missing,
  missingPictures,
  record,
  thread,
  wholePage,
} from "@/tools/screens/samples";

import { button, buttons, clear, draw, links, statuses } from "./draw";
import { mockedCalls } from "./mocked-calls";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const CHOOSING: BinderState = { step: "choosing" };

const calls = () =>
  mockedCalls<LibraryCalls>({
    onFindInPad: vi.fn(async () => null),
    onAnswerFirst: vi.fn(async () => {}),
    onAddressOnly: vi.fn(async () => null),
    onKeepTyped: vi.fn(async () => null),
    onDelete: vi.fn(async () => null),
    onWipe: vi.fn(async () => true),
    onCorrect: vi.fn(async () => null),
    cover: mockedCalls(),
    onSaveText: vi.fn(async () => "document-20261121-031205.txt"),
    onChooseHelp: vi.fn(async () => {}),
    onCopy: vi.fn(async () => {}),
  });

const OPEN: LockState = {
  hasPassphrase: false,
  isLocked: false,
  idleMinutes: 5,
  remindsOfCopies: true,
  offersPassphrase: true,
};
const show = (
  state: LibraryState | null,
  made = calls(),
  gate: GateState = { step: "open", lock: OPEN },
  check: CheckState = { step: "idle" },
  help: HelpState | null = null,
) => draw(<Library gate={gate} state={state} check={check} help={help} calls={made} verifyHref="/verify.html" />);
const kept = (items: ExhibitSummary[], damaged: ExhibitId[] = []): LibraryState => ({
  section: "kept",
  list: listOf(items, { damaged }),
  view: FIRST_VIEW,
});
const read: Extract<ItemState, { step: "read" }> = {
  step: "read",
  record,
  history,
  corrections: [],
  said: null,
  picture: { step: "covered" },
  marked: { step: "waiting" },
  remarks: noRemarks,
  cover: null,
};
const room = { used: 48_210_334, left: 11_870_000_000 };
const settings = {
  screens: 60,
  look: "notes",
  pad: null,
  leaving: null,
  locking: { step: "closed" },
  wholePage: null,
  stampEach: null,
} as const;
const words = () => document.querySelector("main")!.textContent;

test("has the sections that exist, and always the way out", async () => {
  await show({ section: "settings", version: "0.1.0", room, ...settings });
  expect(links().slice(1, 10)).toEqual([
    "Cases",
    "Kept items",
    "What happened",
    "Reports",
    "Get help",
    "Hand over",
    "Check kept items",
    "Copies",
    "Settings",
  ]);
  expect(document.querySelector('[aria-current="page"]')!.textContent).toBe("Settings");
  expect(document.querySelector("h1")!.textContent).toBe("Settings");
  expect(buttons()[0]).toBe("Leave now");
});

test("lists number, who, what, when, where and how complete", async () => {
  await show(kept(items));
  const row = [...document.querySelectorAll(".kept-row")][2]!.textContent;
  for (const part of ["EX-002", "notes.example.org", "A page with a title", "Saved 21 Nov 2026", "Something missing"]) {
    expect(row).toContain(part);
  }
});

test("lists what can be read beside what cannot, and leaves only that out of a package", async () => {
  const damaged = [ITEM];
  await show(kept(items, damaged));
  expect(words()).toContain("An item could not be read");
  expect(document.querySelectorAll(".kept-row")).toHaveLength(items.length + 1);
  await show(kept([], damaged));
  expect(words()).toContain("An item could not be read");
  await show({ section: "handOver", handOver: { ...choosing, damaged } });
  expect(words()).toContain("left out of the package: 1");
});

test("tells the next step when nothing is kept, and says nothing about locking before there is something to lock", async () => {
  await show(kept([]));
  expect(words()).toContain("choose “Save this page”");
  expect(words()).not.toContain("not locked");
  await show(kept(items));
  expect(words()).toContain("Your notes are not locked");
});

test("keeps the picture covered until asked, and covers it again", async () => {
  const made = calls();
  await show({ section: "item", item: read }, made);
  expect(document.querySelector("img")).toBeNull();
  expect(words()).toContain("Hidden image, exhibit 3");
  button("Show picture").click();
  await show({ section: "item", item: { ...read, picture: { step: "shown", objectUrl: "blob:x" } } }, made);
  expect(document.querySelector("img")!.alt).toBe("Picture of the saved page, EX-003");
  button("Cover again").click();
  expect(made.onShowPicture).toHaveBeenCalledOnce();
  expect(made.onCoverPicture).toHaveBeenCalledOnce();
});

test("says where the history cannot be read", async () => {
  await show({ section: "item", item: { ...read, history: null } });
  expect(words()).toContain("The history could not be read");
});

test("folds away the words of the post, what else can be written about it, and the technical details", async () => {
  await show({ section: "item", item: read });
  expect([...document.querySelectorAll("details")].map(({ open }) => open)).toEqual([false, false, false]);
});

test("names what an item lacks, and shows its words as text only", async () => {
  await show({ section: "item", item: { ...read, record: { ...record, facts: hostile, missing } } });
  expect(words()).toContain("The account name");
  expect(document.querySelectorAll("script")).toHaveLength(0);
  expect(words()).toContain("U+0456");
});

test.each(VAULT_FAILURES)("says in words why an item was not opened: %s", async (failure) => {
  await show({ section: "item", item: { step: "failed", failure } });
  expect(document.querySelector(".notice")!.textContent).toMatch(/\.$/);
});

test("makes a marked copy when asked, shows how far it is with a way to stop, and says where it went", async () => {
  const made = calls();
  const at = (marked: MarkedState) => show({ section: "item", item: { ...read, marked } }, made);
  await at({ step: "waiting" });
  button("Save a marked copy").click();
  expect(made.onSaveMarked).toHaveBeenCalledOnce();
  await at({ step: "making", rowsDone: 25, rowsTotal: 100 });
  expect(words()).toContain("25% done");
  button("Stop").click();
  expect(made.onStopMarked).toHaveBeenCalledOnce();
  await at({ step: "made", fileName: "document-003-20261121-010208.png" });
  expect(statuses().join()).toContain("document-003-20261121-010208.png");
});

test.each(["unknownForm", "damaged", "fileChanged", "cancelled", ...VAULT_FAILURES] as const)(
  "says in words why there is no marked copy: %s",
  async (failure) => {
    await show({ section: "item", item: { ...read, marked: { step: "notMade", failure } } });
    expect(statuses().join()).toMatch(/\.$/);
  },
);

test("tells how much room an item takes and for what, and all of them together", async () => {
  await show({ section: "item", item: read });
  expect(words()).toContain("5.1 MB in all");
  for (const part of ["812 kB for the photographs", "4.2 MB for the picture", "96 kB for the page’s code"]) {
    expect(words()).toContain(part);
  }
  await show({ section: "settings", version: "0.1.0", room, ...settings });
  expect(words()).toContain("Your notes take about 48 MB.");
  expect(words()).toContain("about 12 GB for more");
  await show({ section: "settings", version: "0.1.0", room: null, ...settings });
  expect(words()).toContain("does not say how much room");
});

test("asks for a binder without pictures on A4, unless something else is chosen", async () => {
  const made = calls();
  await show(
    { section: "handOver", handOver: { step: "made", package: madePackage, notInside: [], binder: CHOOSING } },
    made,
  );
  await act(async () => button("Make the binder").click());
  expect(made.onMakeBinder).toHaveBeenLastCalledWith({ paper: "A4", withPictures: false });
  for (const radio of document.querySelectorAll<HTMLInputElement>("label:last-child > input[type=radio]")) {
    await act(() => radio.click());
  }
  expect(document.body.textContent).toContain("Anyone who opens or prints this PDF sees the pictures.");
  await act(async () => button("Make the binder").click());
  expect(made.onMakeBinder).toHaveBeenLastCalledWith({ paper: "Letter", withPictures: true });
});

test("says where the binder went, or why there is none", async () => {
  const says = async (binder: BinderState) => {
    await show({ section: "handOver", handOver: { step: "made", package: madePackage, notInside: [], binder } });
    return statuses().at(-1);
  };
  expect(await says({ step: "made", fileName: "x-binder.pdf" })).toBe("The binder is ready: x-binder.pdf");
  expect(await says({ step: "notMade", failure: { code: "cancelled" } })).toBe("Stopped. No binder was made.");
  expect(await says({ step: "notMade", failure: { code: "fileChanged", exhibit: 2 } })).toContain("EX-002");
});

test("leads unknown addresses to the list", () => {
  expect(routeOf("#/item/0b5b8f0e-6a0c-4c2e-8a43-2f3f8a4c7d11")).toMatchObject({ section: "item" });
  for (const hash of ["", "#/", "#/item/../../x", "#/report"]) expect(routeOf(hash)).toEqual({ section: "kept" });
});

test("offers a whole-page file with a sentence of why, and to give the permission back", async () => {
  const made = calls();
  await show({ section: "settings", version: "0.1.0", room, ...settings, wholePage: "off" }, made);
  expect(words()).toContain("opens later with its pictures and without a connection");
  expect(words()).toContain("“Read and change all your data on all websites”");
  expect(statuses()).toEqual(["No whole-page file is kept."]);
  button("Also keep a whole-page file").click();
  expect(made.onKeepWholePage).toHaveBeenCalledOnce();
  await show({ section: "settings", version: "0.1.0", room, ...settings, wholePage: "refused" }, made);
  expect(statuses()).toEqual(["The browser did not allow it. Nothing has changed."]);
  await show({ section: "settings", version: "0.1.0", room, ...settings, wholePage: "on" }, made);
  button("Stop keeping whole-page files").click();
  expect(made.onEndWholePage).toHaveBeenCalledOnce();
});

test("tells what is in a whole-page file, and how much was left out of it", async () => {
  await show({ section: "item", item: { ...read, record: { ...record, wholePage } } });
  for (const part of [
    "derived/page.mhtml",
    "fonts in it: 14",
    "frames 2, with something private 1, not the page’s own 3",
  ])
    expect(words()).toContain(part);
  await show({ section: "item", item: read });
  expect(words()).not.toContain("Whole-page file");
});

test("names frames and pictures that did not load as text that cannot be followed, folded away", async () => {
  const hostile = `https://ads.example/?x=<img src=x onerror="go()">`;
  const url = { ...record.url, frames: [...frames, hostile] };
  await show({ section: "item", item: { ...read, record: { ...record, url, missing: missingPictures } } });
  const lists = [...document.querySelectorAll("details:has(.addresses)")];
  expect(lists.map((list) => [list.hasAttribute("open"), list.querySelector("summary")!.textContent])).toEqual([
    [false, "Frames in the page: addresses (3)"],
    [false, "Pictures that did not load: addresses (2)"],
  ]);
  const listed = lists.flatMap((list) => [...list.querySelectorAll(".address")].map(({ textContent }) => textContent));
  expect(listed).toEqual(
    [...url.frames, ...missingPictures[0]!.addresses!].map((address) => address.replace("https://", "")),
  );
  expect(lists.flatMap((list) => [...list.querySelectorAll("a, img")])).toEqual([]);
  await show({ section: "item", item: read });
  expect(document.querySelector(".addresses")).toBeNull();
});

const corrected = { ...read, corrections: [correctionOf({ item: ITEM, fact: "handle", value: "river.walker" })] };
const type = (value: string) =>
  act(() => {
    const field = document.querySelector<HTMLInputElement>(".correction input")!;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

test("shows a correction beside what the page says, and both can be told apart", async () => {
  await show({ section: "item", item: corrected });
  expect(words()).toMatch(/river\.walks.*Corrected to: river\.walker/);
  expect(words()).toContain("What the page says is kept as well.");
});

test("takes a correction with the keyboard alone, and says what is wrong with one that cannot be kept", async () => {
  const made = calls();
  await show({ section: "item", item: read }, made);
  await act(() => button("Correct: Address of the post").click());
  await type("not an address");
  await act(() => button("Keep the correction").click());
  expect(document.querySelector('[role="alert"]')!.textContent).toContain("This is not a web address");
  expect(made.onCorrect).not.toHaveBeenCalled();
  await type("https://example.com/41");
  await act(() => void document.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true })));
  expect(made.onCorrect).toHaveBeenCalledWith("permalink", "https://example.com/41");
});

test("takes a correction back", async () => {
  const made = calls();
  await show({ section: "item", item: corrected }, made);
  await act(() => button("Take back the correction: Account").click());
  expect(made.onCorrect).toHaveBeenCalledWith("handle", null);
});

test("says how many of the page's comments were showing, and lists them a part at a time", async () => {
  await show({ section: "item", item: { ...read, record: { ...record, thread } } });
  expect(words()).toContain("119 of 457 comments were showing");
  const list = document.querySelector<HTMLDetailsElement>("section[aria-labelledby=thread-title] details")!;
  expect(document.querySelectorAll(".thread-post")).toHaveLength(0);
  await act(() => {
    list.open = true;
    list.dispatchEvent(new Event("toggle"));
  });
  expect(document.querySelectorAll(".thread-post")).toHaveLength(50);
  await act(() => button("Show 50 more").click());
  expect(document.querySelectorAll(".thread-post")).toHaveLength(100);
  expect(document.querySelectorAll('.thread-post[aria-current="true"]')).toHaveLength(1);
});

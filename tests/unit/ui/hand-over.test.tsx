// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "@/src/model/custody";
import { HAND_OVER_DEFAULTS, RECEIVERS, type Receiver } from "@/src/model/hand-over";
import { firstChoice, type HandOverChoice } from "@/src/ui/library/hand-over/choice";
import { HandOver, type HandOverCalls } from "@/src/ui/library/hand-over/HandOver";
import type { NotInside } from "@/src/ui/library/hand-over/not-inside";
import type { HandOverState, MadePackage } from "@/src/ui/library/hand-over/state";
import * as sample from "@/tools/screens/samples";
import { button, buttons, clear, draw, statuses } from "./draw";
import { mockedCalls } from "./mocked-calls";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const { handOverChoice, items, madePackage, packagePreview, wholePreview } = sample;

let calls: HandOverCalls & { onCopy: (text: string) => Promise<void> };
beforeEach(() => {
  calls = mockedCalls<typeof calls>({ onCopy: vi.fn(async () => {}) });
});

const show = (handOver: HandOverState) =>
  draw(<HandOver handOver={handOver} calls={calls} verifyHref="/verify.html" />);
const words = () => document.body.textContent;
const choosing = (some: Partial<Extract<HandOverState, { step: "choosing" }>> = {}): HandOverState => ({
  ...sample.choosing,
  ...some,
});
const labelled = (name: RegExp) => {
  const found = [...document.querySelectorAll("label")].find((label) => name.test(label.textContent ?? ""));
  return found!.querySelector<HTMLInputElement>("input, textarea")!;
};
const press = (name: string) => act(() => button(name).click());
const pick = (name: RegExp) => act(() => labelled(name).click());
const type = (name: RegExp, text: string) =>
  act(() => {
    const field = labelled(name);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
async function chosen(): Promise<HandOverChoice> {
  await press("See what will be inside");
  return vi.mocked(calls.onPreview).mock.lastCall![0];
}

test("everything is handed over unless some items are chosen, and never none", async () => {
  await show(choosing());
  expect((await chosen()).picked).toBeNull();
  await pick(/Only some of them/);
  await press("See what will be inside");
  expect(calls.onPreview).toHaveBeenCalledTimes(1);
  await pick(/EX-003/);
  expect((await chosen()).picked).toEqual(new Set([items[1]!.id]));
});

test("items are found by words, and ticked and unticked together", async () => {
  await show(choosing());
  await pick(/Only some of them/);
  await press("Tick all 4 shown");
  await type(/Find items by words/, "walk in the rain");
  await press("Untick them");
  expect(statuses()).toContain("3 of 4 chosen");
  expect((await chosen()).picked!.has(items[3]!.id)).toBe(false);
});

test("thousands of items are ticked at once, though only some of them are drawn", async () => {
  const many = Array.from({ length: 3000 }, (_, at) => ({
    ...items[1]!,
    id: `${items[1]!.id.slice(0, -4)}${String(at).padStart(4, "0")}` as (typeof items)[1]["id"],
    exhibit: at + 1,
  }));
  await show(choosing({ items: many }));
  await pick(/Only some of them/);
  expect(document.querySelectorAll("input[type=checkbox]").length).toBeLessThan(200);
  await press("Tick all 3,000 shown");
  expect((await chosen()).picked!.size).toBe(3000);
});

test("papers are written in the language of the screen unless another is chosen, whoever they are for", async () => {
  await show(choosing());
  expect((await chosen()).language).toBe("en");
  const list = document.querySelector<HTMLSelectElement>("#papers-language")!;
  expect(list.labels[0]!.textContent).toBe("Language of the papers");
  await act(() => {
    list.value = "ar";
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await act(() => document.querySelectorAll<HTMLInputElement>("input[name=receiver]")[1]!.click());
  expect((await chosen()).language).toBe("ar");
});

test.each(RECEIVERS)("for %s the choices that follow are set, and can be changed", async (receiver) => {
  await show(choosing());
  const place = RECEIVERS.indexOf(receiver);
  await act(() => document.querySelectorAll<HTMLInputElement>("input[name=receiver]")[place]!.click());
  expect(await chosen()).toMatchObject({ receiver, ...HAND_OVER_DEFAULTS[receiver] });
  await pick(/^None$/);
  expect(await chosen()).toMatchObject({ receiver, pictures: "none" });
});

const keptAs = (role: Role, receiver: Receiver = "police"): HandOverState =>
  choosing({
    cases: [{ id: handOverChoice.caseId, name: null, role, items: 4 }],
    choice: { ...handOverChoice, receiver },
  });
const chooseReceiver = (receiver: Receiver) =>
  act(() => document.querySelectorAll<HTMLInputElement>("input[name=receiver]")[RECEIVERS.indexOf(receiver)]!.click());

test.each<Role>(["friend", "bystander"])(
  "what a %s keeps goes to the person it is about whole and encrypted, unless they choose otherwise",
  async (role) => {
    await show(keptAs(role));
    await chooseReceiver("friend");
    expect(await chosen()).toMatchObject({ pictures: "full", withWords: true, seal: { by: "words" } });
    await chooseReceiver("platform");
    expect(await chosen()).toMatchObject(HAND_OVER_DEFAULTS.platform);
    await chooseReceiver("friend");
    await pick(/^Covered$/);
    expect(await chosen()).toMatchObject({ receiver: "friend", pictures: "covered" });
  },
);

test("keys that were chosen already are not replaced by a passphrase", async () => {
  await show(keptAs("friend"));
  await pick(/Holders of age keys/);
  await chooseReceiver("friend");
  expect((await chosen()).seal).toEqual({ by: "keys", keys: "" });
});

test("another case that is kept for someone else is given back whole, too", async () => {
  const other = "7b9d3c52-1111-4222-8333-123456789abc" as typeof handOverChoice.caseId;
  const cases = [
    { id: handOverChoice.caseId, name: "Harbour", role: "survivor" as const, items: 3 },
    { id: other, name: null, role: "friend" as const, items: 1 },
  ];
  await show(choosing({ items: items.map((item, at) => (at === 0 ? { ...item, caseId: other } : item)), cases }));
  await chooseReceiver("friend");
  expect(await chosen()).toMatchObject({ ...HAND_OVER_DEFAULTS.friend, seal: { by: "nothing" } });
  await pick(/Case without a name/);
  expect(await chosen()).toMatchObject({ caseId: other, pictures: "full", withWords: true, seal: { by: "words" } });
});

test("a package is of one case", async () => {
  const other = "7b9d3c52-1111-4222-8333-123456789abc" as typeof handOverChoice.caseId;
  const cases = [
    { id: handOverChoice.caseId, name: "Harbour", role: "unstated" as const, items: 3 },
    { id: other, name: null, role: "unstated" as const, items: 1 },
  ];
  await show(choosing({ items: items.map((item, at) => (at === 0 ? { ...item, caseId: other } : item)), cases }));
  await pick(/Only some of them/);
  expect(words()).not.toContain("EX-004");
  await pick(/Case without a name/);
  expect(await chosen()).toMatchObject({ caseId: other, picked: null });
});

test("keys are typed, and a mistake in them is said where they are", async () => {
  await show(choosing());
  await pick(/Holders of age keys/);
  await type(/Public age keys/, "age1x");
  expect((await chosen()).seal).toEqual({ by: "keys", keys: "age1x" });
  clear();
  await show(
    choosing({
      choice: { ...firstChoice(handOverChoice.caseId, "en"), seal: { by: "keys", keys: "age1x" } },
      mistake: "mistypedKey",
    }),
  );
  expect(document.querySelector("[role=alert]")!.textContent).toContain("not a public age key");
  expect(labelled(/Public age keys/).value).toBe("age1x");
});

test("what will be inside is listed with sizes before it is made", async () => {
  await show({ step: "preview", choice: handOverChoice, items, preview: wholePreview });
  expect(words()).toContain("16 files, 24 MB");
  expect(document.querySelectorAll(".preview-rows li")).toHaveLength(4);
  expect(words()).toContain("Anyone who opens it can see them.");
  await press("Make the package");
  expect(calls.onMakePackage).toHaveBeenCalledOnce();
  await press("Change the choices");
  expect(calls.onAnotherPackage).toHaveBeenCalledOnce();
});

test("pictures that will be left out are counted before it is made", async () => {
  const choice: HandOverChoice = { ...handOverChoice, pictures: "covered", seal: { by: "words" } };
  await show({ step: "preview", choice, items, preview: packagePreview });
  expect(words()).toContain("Without their picture: 3 items. Files left out: 12.");
  expect(words()).not.toContain("not locked");
});

test("it is said before it is made that a friend cannot add to their notes what is not whole", async () => {
  const choice: HandOverChoice = { ...handOverChoice, receiver: "friend", pictures: "covered" };
  await show({ step: "preview", choice, items, preview: packagePreview });
  expect(words()).toContain("cannot be added to the receiver’s notes from this package");
  clear();
  await show({ step: "preview", choice, items, preview: wholePreview });
  expect(words()).not.toContain("cannot be added");
  clear();
  await show({ step: "preview", choice: { ...choice, receiver: "platform" }, items, preview: packagePreview });
  expect(words()).not.toContain("cannot be added");
});

test("what the records tell besides is named before it is made, only where there is any", async () => {
  const choice: HandOverChoice = { ...handOverChoice, receiver: "platform", pictures: "none" };
  await show({ step: "preview", choice, items, preview: packagePreview });
  expect(words()).toContain("Addresses of pictures that had not loaded. Items: 1");
  expect(words()).toContain("The names that files from elsewhere came with. Items: 2");
  expect(words()).toContain("Where photographs say that they were taken. Items: 1");
  clear();
  const carried = { pictureAddresses: 0, fileNames: 2, places: 0 };
  await show({ step: "preview", choice, items, preview: { ...packagePreview, carried } });
  expect(words()).not.toMatch(/had not loaded|were taken/);
  clear();
  await show({ step: "preview", choice, items, preview: wholePreview });
  expect(words()).not.toContain("The records in it also hold");
});

test("counting and making can be stopped, and say how far they are", async () => {
  await show({ step: "counting", itemsDone: 40, itemsTotal: 500 });
  expect(words()).toContain("40 of 500 items");
  await press("Stop");
  await show({ step: "making", filesDone: 3, filesTotal: 12, bytesDone: 4_200_000, bytesTotal: 24_000_000 });
  expect(words()).toContain("3 of 12 files (4.2 MB of 24 MB)");
  await press("Stop");
  expect(calls.onStopPackage).toHaveBeenCalledTimes(2);
});

const made = (some: Partial<MadePackage> = {}, notInside: readonly NotInside[] = []): HandOverState => ({
  step: "made",
  package: { ...madePackage, ...some },
  notInside,
  binder: { step: "choosing" },
});

test("gives the one line to tell the receiver, and says that it was copied", async () => {
  await show(made());
  await act(async () => document.querySelectorAll<HTMLButtonElement>(".copy-row button")[0]!.click());
  expect(vi.mocked(calls.onCopy).mock.calls[0]![0]).toContain(madePackage.tagManifestSha256);
  expect(statuses()).toEqual(["The package is ready", "Copied"]);
});

test("shows the passphrase once the package is made, with a way to copy it, and how to open the file", async () => {
  await show(made({ fileName: "x.age", seal: { by: "words", passphrase: "abandon-ability" } }));
  await act(async () => button("Copy the passphrase").click());
  expect(calls.onCopy).toHaveBeenLastCalledWith("abandon-ability");
  expect(words()).toContain("age -d -o documents.zip x.age");
  expect(words()).toContain("The binder is not encrypted");
});

test("offers no picture for a binder whose package has none", async () => {
  await show(made({ pictures: "none" }));
  expect(document.querySelectorAll("input[name=pictures]")).toHaveLength(0);
  await press("Make the binder");
  expect(calls.onMakeBinder).toHaveBeenLastCalledWith({ paper: "A4", withPictures: false });
  expect(buttons()).toContain("Make another package");
});

const deletes = () =>
  [...document.querySelectorAll("a")].some(({ textContent }) => /Delete everything/.test(textContent));

test.each<Role>(["friend", "bystander"])(
  "a %s may delete their copy once the person it is about has all of it, and not before",
  async (keptBy) => {
    await show(made({ keptBy, receiver: "friend" }));
    expect(words()).toContain("once they tell you that they opened the package");
    expect(deletes()).toBe(true);
    for (const notInside of [["files"], ["items"], ["damaged"], ["words"]] as NotInside[][]) {
      clear();
      await show(made({ keptBy, receiver: "friend" }, notInside));
      expect(words()).toContain("Keep your own copy, because this is not in the package: ");
      expect(deletes()).toBe(false);
    }
  },
);

test("what is not in a package is told in one sentence", async () => {
  await show(made({ keptBy: "friend", receiver: "friend" }, ["files", "items", "words"]));
  expect(words()).toContain("some pictures or files, some of the items that you keep and what you wrote.");
});

test.each(RECEIVERS.filter((each) => each !== "friend"))(
  "nobody is told to delete what they keep for someone else after a package for %s",
  async (receiver) => {
    await show(made({ keptBy: "bystander", receiver }));
    expect(words()).toContain("Keep your own copy until the person whom these things are about has all of them.");
    expect(deletes()).toBe(false);
  },
);

test("who keeps their own things is told nothing of their copy", async () => {
  await show(made({ keptBy: "survivor", receiver: "friend" }, ["files"]));
  expect(words()).not.toContain("own copy");
});

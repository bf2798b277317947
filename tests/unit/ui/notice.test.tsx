// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { type NoticeWorld, runNotice } from "@/src/ui/notices/run-notice";
import type { NoticeState } from "@/src/ui/notices/state";
import { WriteNotice } from "@/src/ui/notices/WriteNotice";
import { speak } from "@/tools/screens/fake-browser";
import { correctionOf, ITEM, items, record, URL_OF_POST } from "@/tools/screens/samples";
import { button, clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
beforeEach(() => speak("en"));
afterEach(clear);

const LETTER_ITEM = {
  url: URL_OF_POST,
  handle: "river.walks",
  postedAt: "2 Nov, 14:05",
  keptUtc: "2026-11-21T01:02:08.120Z",
};
const about = (place: string | null): NoticeState => ({
  step: "read",
  items,
  chosen: new Map([[ITEM, LETTER_ITEM]]),
  place,
});
const calls = () => ({
  onChooseItems: vi.fn(),
  onSaveText: vi.fn(async () => "document-20261121-031205.txt"),
  onCopy: vi.fn(async () => {}),
});

const letter = () => document.querySelector("textarea")!;
const section = (title: string) =>
  [...document.querySelectorAll("section")].find((one) => one.querySelector("h2")?.textContent?.trim() === title)!;
async function write(label: RegExp, value: string): Promise<void> {
  const id = [...document.querySelectorAll("label")].find(({ textContent }) => label.test(textContent ?? ""))!.htmlFor;
  const field = document.getElementById(id) as HTMLInputElement;
  field.value = value;
  await act(() => void field.dispatchEvent(new Event("input", { bubbles: true })));
}

describe("a notice", () => {
  test("is filled from the kept item: address, account, time", async () => {
    await draw(<WriteNotice notice={about("US")} calls={calls()} />);
    expect(letter().value).toContain(
      `1. ${URL_OF_POST}\n   Account: river.walks\n   Posted, as the page says: 2 Nov, 14:05`,
    );
    expect(letter().value).toContain("47 U.S.C. 223a");
  });

  test("says what is still to fill in, and no more once it is", async () => {
    await draw(<WriteNotice notice={about("US")} calls={calls()} />);
    const checklist = () => section("What it has to say").textContent!;
    expect(checklist()).toMatch(/signature[^·]*still to fill in/i);
    await write(/^Signature$/, "J. E.");
    await write(/^E-mail for the answer/, "reply.box@example.com");
    await act(() => [...document.querySelectorAll<HTMLInputElement>("[type=radio]")][0]!.click());
    expect(checklist()).not.toContain("still to fill in");
    expect(letter().value).toContain("I am the person shown.");
  });

  test("flags personal data that it does not need, and tells apart what it asks for", async () => {
    await draw(<WriteNotice notice={about("US")} calls={calls()} />);
    expect(section("Personal data in the text").textContent).toContain("None found");
    await write(/^E-mail for the answer/, "jo@example.com");
    await write(/^Anything to add/, "My HKID is A123456(3), call 9123 4567.");
    const found = section("Personal data in the text");
    expect(found.querySelector(".not-needed")!.textContent).toMatch(/A123456\(3\).*9123 4567/s);
    expect(found.querySelector(".not-needed")!.textContent).not.toContain("jo@example.com");
    expect(found.textContent).toContain("jo@example.com");
  });

  test("is the user's once changed by hand, until it is made anew", async () => {
    await draw(<WriteNotice notice={about("US")} calls={calls()} />);
    await write(/^The text$/, "My own words.");
    await write(/^Signature$/, "J. E.");
    expect(letter().value).toBe("My own words.");
    expect(section("What it has to say").textContent).toContain("changed by you");
    await act(() => button("Make the text anew").click());
    expect(letter().value).toContain("Signature: J. E.");
  });

  test("is copied and saved as it stands", async () => {
    const made = calls();
    await draw(<WriteNotice notice={about("US")} calls={made} />);
    await act(() => button("Copy").click());
    await act(async () => button("Save as a text file").click());
    expect(made.onCopy).toHaveBeenCalledWith(letter().value);
    expect(made.onSaveText).toHaveBeenCalledWith(letter().value);
    expect(document.body.textContent).toContain("document-20261121-031205.txt");
  });

  test("about copyright warns that the name goes to who put it up", async () => {
    await draw(<WriteNotice notice={about("US")} calls={calls()} />);
    expect(document.querySelector(".notice-attention")).toBeNull();
    const which = document.querySelector("select")!;
    which.value = "us-dmca-512";
    await act(() => void which.dispatchEvent(new Event("change", { bubbles: true })));
    expect(document.querySelector(".notice-attention")!.textContent).toContain(
      "Name and contact details go to the uploader",
    );
  });

  test("says once that it is not legal advice, in both languages the user can read", async () => {
    await draw(<WriteNotice notice={about("HK")} calls={calls()} />);
    expect(document.body.textContent!.match(/not legal advice/g)).toHaveLength(1);
    speak("zh-Hant");
    clear();
    await draw(<WriteNotice notice={about("HK")} calls={calls()} />);
    expect(letter().lang).toBe("zh-Hant");
    expect(letter().value).toContain("第 159AAD 及 159AAE 條");
  });

  test("is written in another language than the screen’s where the user chooses it, and says if nobody has reviewed that", async () => {
    await draw(<WriteNotice notice={about("DE")} calls={calls()} />);
    expect(letter().lang).toBe("en");
    expect(document.body.textContent).not.toContain("not yet been reviewed");
    const language = [...document.querySelectorAll("select")].at(-1)!;
    language.value = "fr";
    await act(() => void language.dispatchEvent(new Event("change", { bubbles: true })));
    expect(letter().lang).toBe("fr");
    expect(letter().value).toContain("Je pense, de bonne foi, que les informations et les allégations");
    expect(document.body.textContent).toContain("not yet been reviewed");
  });

  test("about somebody under 18 is not written: it leads to who takes such a report", async () => {
    await draw(<WriteNotice notice={about(null)} calls={calls()} />);
    const which = document.querySelector("select")!;
    which.value = "under-18";
    await act(() => void which.dispatchEvent(new Event("change", { bubbles: true })));
    expect(document.querySelector("textarea")).toBeNull();
    expect([...document.querySelectorAll("a")].map(({ href }) => href)).toContain("https://takeitdown.ncmec.org/");
  });
});

describe("what a notice is filled from", () => {
  function world(changes: Partial<NoticeWorld> = {}) {
    const shown: NoticeState[] = [];
    const outside: NoticeWorld = {
      summaries: async () => ({ summaries: items }),
      record: async () => record,
      corrections: async () => [],
      readPlace: async () => ({ place: "HK" }),
      saveText: async () => "",
      ...changes,
    };
    return { run: runNotice(outside, (state) => shown.push(state)), shown };
  }
  const chosenIn = (state: NoticeState | undefined) => (state?.step === "read" ? [...state.chosen.values()] : null);

  test("is the item it was opened for, with the user's word before the page's", async () => {
    const corrections = async () => [correctionOf({ item: ITEM, fact: "handle", value: "river.walker" })];
    const { run, shown } = world({ corrections });
    await run.open(items[0]!.id);
    expect(chosenIn(shown.at(-1))).toMatchObject([{ handle: "river.walker" }]);
    expect(shown.at(-1)).toMatchObject({ place: "HK" });
  });

  test("an address of the post counts only on the page's own site", async () => {
    const facts = { ...record.facts, permalink: "https://elsewhere.example/p/1" };
    const { run, shown } = world({ record: async () => ({ ...record, facts }) });
    await run.open(items[0]!.id);
    expect(chosenIn(shown.at(-1))![0]!.url).toBe(record.url.browser);
  });

  test("an item that is not there is left out, and one that cannot be read is said", async () => {
    const { run, shown } = world();
    await run.open("00000000-0000-4000-8000-000000000000" as ExhibitId);
    expect(chosenIn(shown.at(-1))).toEqual([]);
    const failing = world({ record: () => Promise.reject(new VaultError("damaged")) });
    await failing.run.open(items[0]!.id);
    expect(failing.shown.at(-1)).toEqual({ step: "failed", failure: "damaged" });
  });
});

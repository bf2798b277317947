// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import type { CaseLine } from "@/src/model/case-line";
import { VaultError } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import type { CaseNote } from "@/src/model/note";
import { type CasesCalls, CasesPage } from "@/src/ui/library/cases/CasesPage";
import { type CasesWorld, runCases } from "@/src/ui/library/cases/run-cases";
import type { CasesState } from "@/src/ui/library/cases/state";
import { FirstUse } from "@/src/ui/library/first/FirstUse";
import { type FirstState, runFirst } from "@/src/ui/library/first/run-first";
import { caseLines, casesFaces } from "@/tools/screens/case-samples";
import { items } from "@/tools/screens/samples";
import { button, buttons, clear, draw, statuses } from "./draw";
import { mockedCalls } from "./mocked-calls";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

function cases(changes: Partial<CasesWorld> = {}) {
  const written: [CaseId | null, CaseNote][] = [];
  const shown: CasesState[] = [];
  const world: CasesWorld = {
    list: async () => [...caseLines],
    begin: async (about) => void written.push([null, about]),
    choose: async () => {},
    write: async ({ id }, about) => void written.push([id, about]),
    ...changes,
  };
  const run = runCases(
    world,
    async () => ({ summaries: items }),
    (state) => shown.push(state),
  );
  return { run, written, last: () => shown.at(-1)! };
}

test("a new case is begun with what was typed; only who keeps for someone else is asked whether they agreed", async () => {
  const { run, written, last } = cases();
  await run.open();
  run.edit(null);
  run.type({ name: "  For Sam ", role: "friend", agreed: null });
  await run.keep();
  run.edit(null);
  run.type({ name: "Mine", role: "survivor", agreed: "no" });
  await run.keep();
  expect(written).toEqual([
    [null, { name: "For Sam", role: "friend", agreed: "unknown" }],
    [null, { name: "Mine", role: "survivor", agreed: null }],
  ]);
  expect(last()).toMatchObject({ said: "begun", form: null });
});

test("what was typed stays where it could not be kept, and why is said", async () => {
  const { run, last } = cases({ write: () => Promise.reject(new VaultError("changedMeanwhile")) });
  await run.open();
  run.edit(caseLines[0]!.id);
  run.type({ name: "Other", role: "survivor", agreed: null });
  await run.keep();
  expect(last()).toMatchObject({ failure: "changedMeanwhile", form: { about: { name: "Other" }, isBusy: false } });
});

test("the page names each case; one that came in takes nothing new and is not renamed", async () => {
  const calls = mockedCalls<CasesCalls>();
  await draw(<CasesPage cases={casesFaces["cases"]!} calls={calls} />);
  const cards = [...document.querySelectorAll("li.card")].map(({ textContent }) => textContent!);
  expect(cards[0]).toMatch(/The garden plan.*For someone else · Items: 12.*New items go in here.*Hand over/);
  expect(cards[1]).toMatch(/Case without a name.*Not said · Items: 0/);
  expect(cards[2]).toMatch(/For Sam.*Came in as a package/);
  expect(buttons()).toEqual([
    "Show its items",
    "Change name or role",
    "Put new items in here",
    "Change name or role",
    "Begin a new case",
  ]);
  button("Show its items").click();
  expect(calls.onShowCase).toHaveBeenCalledWith(caseLines[0]!.id);
});

function first(line: CaseLine, isDue = true) {
  let about = line.about;
  const shown: FirstState[] = [];
  const putAway = vi.fn(async () => {});
  const run = runFirst(
    { isDue: async () => isDue, putAway },
    {
      list: async () => [{ ...line, about }],
      write: async (_, next) => {
        about = next;
      },
    },
    (state) => shown.push(state),
    () => {},
  );
  return { run, shown, putAway, about: () => about };
}
const unsaid: CaseLine = { ...caseLines[1]!, isCurrent: true };

test("the first time asks for whom it is, and of someone else whether they agreed", async () => {
  const { run, shown, putAway, about } = first(unsaid);
  await run.look();
  expect(shown.at(-1)).toMatchObject({ isDue: true, step: "role" });
  await run.answer({ role: "friend" });
  expect(shown.at(-1)).toMatchObject({ step: "agreed" });
  await run.answer({ agreed: "no" });
  expect(shown.at(-1)).toMatchObject({ step: "answered" });
  expect(about()).toEqual({ name: "", role: "friend", agreed: "no" });
  expect(putAway).toHaveBeenCalled();
});

test("skipping writes nothing; what was said before is not asked again", async () => {
  const skipped = first(unsaid);
  await skipped.run.look();
  await skipped.run.skip();
  expect(skipped.about().role).toBe("unstated");
  expect(skipped.putAway).toHaveBeenCalledOnce();
  const said = first({ ...caseLines[0]!, isCurrent: true });
  await said.run.look();
  expect(said.shown.at(-1)).toMatchObject({ step: "settled" });
});

test("the page for the first time says what leaving does and does not, and that nobody resets a passphrase", async () => {
  const calls = { onAnswerFirst: vi.fn(async () => {}), onSkipFirst: vi.fn() };
  await draw(<FirstUse first={{ isDue: true, step: "role", failure: null }} calls={calls} />);
  expect(document.body.textContent).toMatch(/friend’s computer may be safer.*Nobody can reset.*It does not empty/);
  button("I came across it").click();
  expect(calls.onAnswerFirst).toHaveBeenCalledWith({ role: "bystander" });
  await draw(<FirstUse first={{ isDue: true, step: "agreed", failure: null }} calls={calls} />);
  expect(statuses()).toEqual(["Did they agree?"]);
});

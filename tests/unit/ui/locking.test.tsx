// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, describe, expect, test, vi } from "vitest";
import { VaultError } from "@/src/model/errors";
import type { LockState } from "@/src/model/lock";
import type { LockingCalls } from "@/src/ui/library/Locking";
import { PassphraseForm } from "@/src/ui/library/PassphraseForm";
import { type GateState, runGate } from "@/src/ui/library/run-gate";
import { strengthOf } from "@/src/ui/library/strength";
import { Unlock } from "@/src/ui/library/Unlock";
import { clear, draw } from "./draw";
import { mockedCalls } from "./mocked-calls";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const OPEN: LockState = {
  hasPassphrase: true,
  isLocked: false,
  idleMinutes: 5,
  remindsOfCopies: true,
  offersPassphrase: false,
};
const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
const submit = () => act(() => document.querySelector("form")!.requestSubmit());

describe("the unlock screen", () => {
  test("has one form as password managers expect it, and gives on what is typed as it is", async () => {
    const onUnlock = vi.fn();
    await draw(<Unlock isOpening={false} failure={null} onUnlock={onUnlock} />);
    expect(document.querySelectorAll("form")).toHaveLength(1);
    expect(field("username").autocomplete).toBe("username");
    expect(field("secret")).toMatchObject({ type: "password", autocomplete: "current-password" });
    field("secret").value = "  two spaces  ";
    await submit();
    expect(onUnlock).toHaveBeenCalledExactlyOnceWith("  two spaces  ");
  });

  test("says what went wrong as an alert, and nothing twice while it opens", async () => {
    const onUnlock = vi.fn();
    await draw(<Unlock isOpening failure="wrongPassphrase" onUnlock={onUnlock} />);
    expect(document.querySelector('[role="alert"]')!.textContent).toContain("This is not the passphrase");
    await submit();
    expect(onUnlock).not.toHaveBeenCalled();
  });
});

describe("the form for a passphrase", () => {
  const calls = () => mockedCalls<LockingCalls>();
  const asking = { step: "passphrase", isBusy: false, failure: null } as const;

  test.each([
    ["seven77", "seven77", "at least 8 characters"],
    ["long enough", "long enouhg", "not the same"],
  ])("sets nothing when it is too short, or typed in two ways (%s)", async (passphrase, again, words) => {
    const made = calls();
    await draw(<PassphraseForm hasOne={false} state={asking} calls={made} />);
    field("passphrase").value = passphrase;
    field("again").value = again;
    await submit();
    expect(made.onSetPassphrase).not.toHaveBeenCalled();
    expect(document.querySelector('[role="alert"]')!.textContent).toContain(words);
  });

  test("asks for the one so far only where there is one", async () => {
    const made = calls();
    await draw(<PassphraseForm hasOne state={asking} calls={made} />);
    for (const [name, value] of [
      ["current", "the old one"],
      ["passphrase", "long enough"],
      ["again", "long enough"],
    ] as const) {
      field(name).value = value;
    }
    await submit();
    expect(made.onSetPassphrase).toHaveBeenCalledExactlyOnceWith("the old one", "long enough");
    await draw(<PassphraseForm hasOne={false} state={asking} calls={made} />);
    expect(field("current")).toBeNull();
  });

  test("tells an easy one from a hard one", async () => {
    expect(await strengthOf("")).toBeNull();
    expect(await strengthOf("password1")).toBeLessThanOrEqual(1);
    expect(await strengthOf("heather anchor plural 62 copper")).toBe(4);
  });
});

describe("the gate", () => {
  function gate(states: (LockState | Error)[], unlock = async () => {}, wipe = async () => {}) {
    const shown: GateState[] = [];
    const opened = vi.fn();
    const lockState = async () => {
      const next = states.length > 1 ? states.shift()! : states[0]!;
      if (next instanceof Error) throw next;
      return next;
    };
    return { run: runGate({ lockState, unlock, wipe }, (state) => shown.push(state), opened), shown, opened };
  }

  test("opens nothing while the notes are locked, and opens once when they are unlocked", async () => {
    const { run, shown, opened } = gate([{ ...OPEN, isLocked: true }, OPEN]);
    await run.refresh();
    expect(opened).not.toHaveBeenCalled();
    await run.unlock("it");
    await run.refresh();
    expect(opened).toHaveBeenCalledOnce();
    expect(shown.map(({ step }) => step)).toEqual(["locked", "opening", "open", "open"]);
  });

  test("stays shut, and says why, when it was not the passphrase", async () => {
    const { run, shown, opened } = gate([{ ...OPEN, isLocked: true }], async () => {
      throw new VaultError("wrongPassphrase");
    });
    await run.refresh();
    await run.unlock("not it");
    expect(shown.at(-1)).toEqual({ step: "locked", failure: "wrongPassphrase" });
    expect(opened).not.toHaveBeenCalled();
  });

  test("lets the sections say what is wrong where not even the lock can be read", async () => {
    const { run, shown, opened } = gate([new VaultError("cannotOpen")]);
    await run.refresh();
    expect(shown).toEqual([{ step: "open", lock: null }]);
    expect(opened).toHaveBeenCalledOnce();
  });
});

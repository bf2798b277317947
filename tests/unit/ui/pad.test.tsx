// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { Pad } from "@/src/ui/library/pad/Pad";
import { type PadState, type PadWorld, runPad } from "@/src/ui/library/pad/run-pad";
import { clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

function pad(changes: Partial<PadWorld> = {}) {
  const stored: string[] = [];
  const tried: string[] = [];
  const shown: (PadState | null)[] = [];
  const run = runPad(
    {
      isOn: async () => true,
      readText: async () => "Milk, bread",
      writeText: async (text) => void stored.push(text),
      unlock: async (secret) => {
        tried.push(secret);
        return secret === "heather anchor";
      },
      ...changes,
    },
    (state) => shown.push(state),
  );
  return { run, stored, tried, last: () => shown.at(-1) };
}

test("it is a notepad: it keeps what is written and finds words in it", async () => {
  const { run, stored, tried, last } = pad();
  await run.open();
  expect(await run.find("BREAD")).toBe(6);
  expect(last()).toMatchObject({ said: "found" });
  run.write("Milk");
  expect(stored).toEqual(["Milk"]);
  expect(tried).toEqual([]);
});

test("words that are not in it are tried as the passphrase, and are stored nowhere; wrong ones were not found", async () => {
  const { run, stored, tried, last } = pad();
  await run.open();
  await run.find("short");
  expect(last()).toMatchObject({ said: "notFound" });
  await run.find("wrong passphrase");
  expect(last()).toMatchObject({ said: "notFound" });
  await run.find("heather anchor");
  expect(last()).toMatchObject({ said: null });
  expect(tried).toEqual(["wrong passphrase", "heather anchor"]);
  expect(stored).toEqual([]);
});

test("where none is wanted there is none", async () => {
  const { run, last } = pad({ isOn: async () => false });
  await run.open();
  expect(last()).toBeNull();
});

test("nothing on it hints at more, and Shift three times leaves", async () => {
  const calls = { onWritePad: vi.fn(), onFindInPad: vi.fn(async () => null), onLeave: vi.fn() };
  await draw(<Pad pad={{ text: "", said: null }} calls={calls} />);
  expect(document.body.textContent).toBe("NotesFindFindText");
  for (let press = 0; press < 3; press += 1) {
    document.querySelector("textarea")!.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift", bubbles: true }));
  }
  expect(calls.onLeave).toHaveBeenCalledOnce();
});

/** The behaviour of GOV.UK's "Exit this page", as far as it is about the keys. */
import { expect, test } from "vitest";
import { type LeaveKeys, NO_PRESSES, released } from "@/src/ui/parts/leave-keys";

type Press = [key: string, atMs: number, withShift?: boolean];

/** A new page is open for a while before anyone presses a key. */
function presses(...keys: Press[]): number[] {
  let state: LeaveKeys = NO_PRESSES;
  return keys.map(([key, atMs, shiftKey = false]) => {
    state = released(state, { key, shiftKey }, 100_000 + atMs);
    return state.presses;
  });
}

test.each<[string, Press[], number[]]>([
  ["counts Shift pressed once", [["Shift", 0]], [1]],
  [
    "counts Shift pressed twice",
    [
      ["Shift", 0],
      ["Shift", 900],
    ],
    [1, 2],
  ],
  [
    "leaves at the third",
    [
      ["Shift", 0],
      ["Shift", 900],
      ["Shift", 1800],
    ],
    [1, 2, 3],
  ],
  [
    "gives five seconds for each, not for all",
    [
      ["Shift", 0],
      ["Shift", 5000],
      ["Shift", 10_000],
    ],
    [1, 2, 3],
  ],
  [
    "starts over after more than five seconds",
    [
      ["Shift", 0],
      ["Shift", 900],
      ["Shift", 5901],
    ],
    [1, 2, 1],
  ],
  [
    "starts over after another key",
    [
      ["Shift", 0],
      ["Shift", 300],
      ["a", 600],
      ["Shift", 900],
    ],
    [1, 2, 0, 1],
  ],
  [
    "does not count Shift held for a capital letter",
    [
      ["A", 0, true],
      ["Shift", 10],
    ],
    [0, 0],
  ],
  [
    "counts the next Shift after a capital letter",
    [
      ["A", 0, true],
      ["Shift", 10],
      ["Shift", 500],
    ],
    [0, 0, 1],
  ],
  [
    "does not leave while someone types capitals",
    [
      ["A", 0, true],
      ["Shift", 9],
      ["B", 20, true],
      ["Shift", 29],
    ],
    [0, 0, 0, 0],
  ],
  [
    "a capital letter after two presses starts over",
    [
      ["Shift", 0],
      ["Shift", 300],
      ["A", 600, true],
      ["Shift", 610],
    ],
    [1, 2, 0, 0],
  ],
])("%s", (_, keys, counts) => {
  expect(presses(...keys)).toEqual(counts);
});

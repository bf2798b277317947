/**
 * The keyboard's way out: Shift pressed and released three times, each within five seconds of the last. Shift held for
 * another key does not count, and another key starts over. Behaviour after GOV.UK's "Exit this page".
 */

export const PRESSES_TO_LEAVE = 3;
export const PAUSE_MS = 5000;

export interface LeaveKeys {
  presses: number;
  /** When the last press was, by a clock that does not jump. */
  atMs: number;
  /** The key released last was pressed together with Shift, so the Shift that follows belongs to it. */
  wasModifier: boolean;
}

export const NO_PRESSES: LeaveKeys = { presses: 0, atMs: 0, wasModifier: false };

/** What a released key makes of the presses so far. */
export function released(before: LeaveKeys, key: { key: string; shiftKey: boolean }, nowMs: number): LeaveKeys {
  const counts = key.key === "Shift" && !before.wasModifier;
  const inTime = nowMs - before.atMs <= PAUSE_MS;
  return {
    presses: counts ? (inTime ? before.presses : 0) + 1 : 0,
    atMs: nowMs,
    wasModifier: key.shiftKey,
  };
}

import { type UtcInstant, utcInstant } from "@/src/model/instant";

/** This device's clocks. A test puts its own in place. */
export interface Clock {
  now(): UtcInstant;
  /** Milliseconds by a clock that never jumps; only differences mean something. */
  monotonicMs(): number;
  /** IANA name of the device's zone. */
  timeZone(): string;
  /** Minutes east of UTC, now. */
  offsetMin(): number;
  sleep(ms: number): Promise<void>;
}

export const deviceClock: Clock = {
  now: () => utcInstant(Date.now()),
  monotonicMs: () => performance.now(),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsetMin: () => -new Date().getTimezoneOffset(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

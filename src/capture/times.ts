/** When something was recorded, by this device's two clocks. */
import type { CaptureTimes } from "@/src/model/exhibit";
import type { Clock } from "@/src/platform/clock";

export interface Started {
  startUtc: CaptureTimes["startUtc"];
  offsetMin: number;
  tz: string;
  monotonicMs: number;
}

/** Taken when it begins. */
export const startTimes = (clock: Clock): Started => ({
  startUtc: clock.now(),
  offsetMin: clock.offsetMin(),
  tz: clock.timeZone(),
  monotonicMs: clock.monotonicMs(),
});

/** The wall clock may be set while we work; the other clock may not, so a difference is written down. */
const CLOCK_JUMP_MS = 1000;

export function endTimes(clock: Clock, { monotonicMs: startMs, ...started }: Started): CaptureTimes {
  const endUtc = clock.now();
  const monotonicMs = Math.round(clock.monotonicMs() - startMs);
  const jumpMs = Date.parse(endUtc) - Date.parse(started.startUtc) - monotonicMs;
  const times: CaptureTimes = { ...started, endUtc, monotonicMs };
  return Math.abs(jumpMs) > CLOCK_JUMP_MS ? { ...times, clockWarn: `wall clock moved by ${jumpMs} ms` } : times;
}

import { utcInstant } from "@/src/model/instant";
import type { Clock } from "@/src/platform/clock";

/** A clock that stands still until somebody sleeps. `wallMs` is set apart from it, as a user may do. */
export class FakeClock implements Clock {
  nowMs = 0;
  wallMs = Date.parse("2026-11-21T01:02:03.000Z");
  readonly slept: number[] = [];

  now = () => utcInstant(this.wallMs);
  monotonicMs = () => this.nowMs;
  timeZone = () => "Asia/Hong_Kong";
  offsetMin = () => 480;
  sleep = async (ms: number) => {
    this.slept.push(ms);
    this.pass(ms);
  };

  pass(ms: number): void {
    this.nowMs += ms;
    this.wallMs += ms;
  }
}

/** The fixity check in the library. It goes on while another section is looked at; Stop or closing the page ends it. */
import type { FixityReport } from "@/src/model/fixity";
import { vaultFailure } from "./failures";
import type { CheckState } from "./state";
import type { CheckWorld } from "./world";

export interface CheckRun {
  /** @param isAsked False for the check after unlocking, which the log need not hold when all is well. */
  start(isAsked: boolean): Promise<void>;
  stop(): void;
}

export function runCheck(world: CheckWorld, show: (state: CheckState) => void): CheckRun {
  let running: AbortController | null = null;
  const check = async (signal: AbortSignal): Promise<FixityReport> =>
    world.checkFixity((itemsDone, itemsTotal) => show({ step: "checking", itemsDone, itemsTotal }), signal);
  return {
    async start(isAsked) {
      if (running) return;
      running = new AbortController();
      show({ step: "checking", itemsDone: 0, itemsTotal: 0 });
      try {
        const report = await check(running.signal);
        if (isAsked || report.findings.length > 0) await world.noteCheck(report);
        show({ step: "checked", report, isAsked });
      } catch (error) {
        show({ step: "failed", failure: vaultFailure(error) });
      } finally {
        running = null;
      }
    },
    stop: () => running?.abort(),
  };
}

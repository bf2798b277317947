/** What happens on the page that checks a package: one at a time, nothing kept. */
import type { Choosing, Chosen } from "./chosen";
import type { ShownVerdict, VerifyState } from "./state";

export interface VerifyWorld {
  /** Checks a package. @throws when stopped, or when the file cannot be read. */
  check(chosen: Chosen, options: CheckOptions): Promise<ShownVerdict>;
}

interface CheckOptions {
  onProgress: (progress: { bytesDone: number; bytesTotal: number }) => void;
  signal: AbortSignal;
}

export interface VerifyActions {
  check(choosing: Choosing): Promise<void>;
  stop(): void;
}

export function runVerify(world: VerifyWorld, show: (state: VerifyState) => void): VerifyActions {
  let stopping = new AbortController();
  return {
    async check(choosing) {
      stopping.abort(); // what is chosen meanwhile takes the place of what was before
      const mine = new AbortController();
      stopping = mine;
      const put = (state: VerifyState) => mine === stopping && show(state);
      let fileName = "";
      const onProgress: CheckOptions["onProgress"] = (progress) => put({ step: "checking", fileName, ...progress });
      try {
        const chosen = await choosing;
        if (chosen === null) return;
        fileName = chosen.name;
        mine.signal.throwIfAborted();
        onProgress({ bytesDone: 0, bytesTotal: 0 });
        const verdict = await world.check(chosen, { onProgress, signal: mine.signal });
        put({ step: "checked", fileName, verdict });
      } catch (error) {
        if (mine.signal.aborted) return void put({ step: "stopped" });
        reportError(error);
        put({ step: "notRead", fileName });
      }
    },
    stop: () => stopping.abort(),
  };
}

/** What happens on the page that checks a package: one file at a time, nothing kept. */
import type { ShownVerdict, VerifyState } from "./state";

export interface VerifyWorld {
  /** Checks a package. @throws when stopped, or when the file cannot be read. */
  check(
    file: File,
    onProgress: (bytesDone: number, bytesTotal: number) => void,
    signal: AbortSignal,
  ): Promise<ShownVerdict>;
}

export interface VerifyActions {
  check(file: File): Promise<void>;
  stop(): void;
}

export function runVerify(world: VerifyWorld, show: (state: VerifyState) => void): VerifyActions {
  let stopping = new AbortController();
  return {
    async check(file) {
      stopping.abort(); // a file chosen meanwhile takes the place of the one before
      const mine = new AbortController();
      stopping = mine;
      const put = (state: VerifyState) => mine === stopping && show(state);
      const fileName = file.name;
      put({ step: "checking", fileName, bytesDone: 0, bytesTotal: file.size });
      try {
        const verdict = await world.check(
          file,
          (bytesDone, bytesTotal) => put({ step: "checking", fileName, bytesDone, bytesTotal }),
          mine.signal,
        );
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

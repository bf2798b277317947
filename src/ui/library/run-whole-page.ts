/** What happens in Settings to the choice of keeping a whole-page file. */
import type { WholePageState } from "./state";
import type { LibraryWorld } from "./world";

export interface WholePageRun {
  open(): Promise<void>;
  /** Asks the browser for the permission; to be called while a click is handled. */
  keep(): Promise<void>;
  end(): Promise<void>;
}

export function runWholePage({ wholePage }: LibraryWorld, show: (state: WholePageState) => void): WholePageRun {
  const showNow = async () => {
    if (wholePage) show((await wholePage.isOn()) ? "on" : "off");
  };
  return {
    open: showNow,
    keep: async () => {
      const asked = wholePage?.turnOn();
      show("asking");
      show((await asked?.catch(() => false)) ? "on" : "refused");
    },
    end: async () => {
      await wholePage?.turnOff().catch(() => false);
      await showNow();
    },
  };
}

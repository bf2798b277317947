/** The part of Settings about locking: what is asked for, and what came of it. A secret is passed on and not kept. */
import type { IDLE_MINUTES } from "@/src/model/lock";
import { vaultFailure } from "./failures";
import type { LockingState } from "./state";
import type { LockingWorld } from "./world";

export interface LockingRun {
  /** Shows where it stands. @param asksPassphrase Begins with the form for a passphrase. */
  open(asksPassphrase: boolean): void;
  close(): void;
  askPassphrase(): void;
  setPassphrase(current: string | null, passphrase: string): Promise<void>;
  askSheet(): void;
  showSheet(passphrase: string): Promise<void>;
  setIdle(minutes: (typeof IDLE_MINUTES)[number]): Promise<void>;
}

export function runLocking(world: LockingWorld, show: (state: LockingState) => void): LockingRun {
  const askPassphrase = () => show({ step: "passphrase", isBusy: false, failure: null });
  const close = () => show({ step: "closed" });
  return {
    close,
    askPassphrase,
    open: (asksPassphrase) => (asksPassphrase ? askPassphrase() : close()),
    async setPassphrase(current, passphrase) {
      show({ step: "passphrase", isBusy: true, failure: null });
      try {
        await world.setPassphrase(current, passphrase);
        show({ step: "set" });
      } catch (error) {
        show({ step: "passphrase", isBusy: false, failure: vaultFailure(error) });
      }
    },
    askSheet: () => show({ step: "sheet", isBusy: false, failure: null, lines: null }),
    async showSheet(passphrase) {
      show({ step: "sheet", isBusy: true, failure: null, lines: null });
      try {
        show({ step: "sheet", isBusy: false, failure: null, lines: await world.recoveryLines(passphrase) });
      } catch (error) {
        show({ step: "sheet", isBusy: false, failure: vaultFailure(error), lines: null });
      }
    },
    setIdle: (minutes) => world.setIdle(minutes),
  };
}

/** Whether the notes are locked, before anything else of the library is shown. */
import type { VaultFailure } from "@/src/model/errors";
import type { LockState } from "@/src/model/lock";
import { vaultFailure } from "./failures";

export type GateState =
  /** `lock` is `null` where even that cannot be read; then the sections say why. */
  | { step: "open"; lock: LockState | null }
  | { step: "locked"; failure: VaultFailure | null }
  | { step: "opening" }
  /** The store was closed under this page: Notes was updated, or the browser lost it. */
  | { step: "outdated" }
  /** Nothing can be read from this page as things are; `failure` says why. */
  | { step: "shut"; failure: "otherPageOpen" | "privateWindow" };

export interface GateWorld {
  lockState(): Promise<LockState>;
  /** @throws {VaultError} `wrongPassphrase` and others */
  unlock(secret: string): Promise<void>;
  /** Deletes everything, also while locked. @throws {VaultError} where something is left */
  wipe(): Promise<void>;
}

export interface GateRun {
  /** Asks again. */
  refresh(): Promise<void>;
  unlock(secret: string): Promise<void>;
  wipe: Wipe;
  /** The store was closed under this page. */
  letGo(): void;
}

/** @returns Whether everything is gone; the page loads itself anew then. */
export type Wipe = () => Promise<boolean>;

/** @param onOpen Called when the notes are open and were not, or were not known to be. */
export function runGate(world: GateWorld, show: (state: GateState) => void, onOpen: () => void): GateRun {
  let isOpen = false;
  const open = (lock: LockState | null) => {
    const wasOpen = isOpen;
    isOpen = true;
    show({ step: "open", lock });
    if (!wasOpen) onOpen();
  };
  const refresh = async () => {
    const lock = await world.lockState().catch(vaultFailure);
    if (lock === "otherPageOpen" || lock === "privateWindow") {
      isOpen = false;
      show({ step: "shut", failure: lock });
    } else if (typeof lock === "string") open(null);
    else if (lock.isLocked) {
      isOpen = false;
      show({ step: "locked", failure: null });
    } else open(lock);
  };
  return {
    refresh,
    letGo() {
      isOpen = false;
      show({ step: "outdated" });
    },
    async unlock(secret) {
      show({ step: "opening" });
      try {
        await world.unlock(secret);
        await refresh();
      } catch (error) {
        show({ step: "locked", failure: vaultFailure(error) });
      }
    },
    async wipe() {
      try {
        await world.wipe();
        return true;
      } catch (error) {
        vaultFailure(error);
        return false;
      }
    },
  };
}

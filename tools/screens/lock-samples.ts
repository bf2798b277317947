/** Made-up states of locking. */
import type { LockState } from "@/src/model/lock";
import type { GateState } from "@/src/ui/library/run-gate";
import type { LockingState } from "@/src/ui/library/state";
import * as sample from "./samples";

export const openVault: LockState = {
  hasPassphrase: false,
  isLocked: false,
  idleMinutes: 5,
  remindsOfCopies: true,
  offersPassphrase: true,
};

const withPassphrase: LockState = { ...openVault, hasPassphrase: true, offersPassphrase: false };

const form = { step: "passphrase", isBusy: false, failure: null } as const;

const sheet = { step: "sheet", isBusy: false, failure: null, lines: null } as const;

/** Faces of other sections that tell more where a passphrase is set. */
export const locks: Record<string, LockState> = { "kept-items-new-to-copies": withPassphrase };

/** Faces of Settings, and whether a passphrase is set there. */
export const lockings: Record<string, { locking: LockingState; lock: LockState }> = {
  settings: { locking: { step: "closed" }, lock: openVault },
  "settings-passphrase": { locking: form, lock: openVault },
  "settings-passphrase-set": { locking: { step: "set" }, lock: withPassphrase },
  "settings-passphrase-wrong": { locking: { ...form, failure: "wrongPassphrase" }, lock: withPassphrase },
  "settings-sheet-asked": { locking: sheet, lock: withPassphrase },
  "settings-sheet": { locking: { ...sheet, lines: sample.recoveryLines }, lock: withPassphrase },
};

export const gates: Record<string, GateState> = {
  locked: { step: "locked", failure: null },
  outdated: { step: "outdated" },
  shut: { step: "shut", failure: "privateWindow" },
  "locked-opening": { step: "opening" },
  "locked-wrong": { step: "locked", failure: "wrongPassphrase" },
  "locked-mistyped": { step: "locked", failure: "mistypedKey" },
};

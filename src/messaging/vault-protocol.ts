/** What our own pages may ask the background about locking. A secret goes to the background only, and is not kept. */
import type { VaultFailure } from "@/src/model/errors";
import type { IDLE_MINUTES, LockState } from "@/src/model/lock";
import type { Result } from "@/src/model/result";

type Nothing = Record<string, never>;

export interface VaultProtocol {
  "vault.state": (request: Nothing) => Result<LockState, VaultFailure>;
  /** `secret`: the passphrase, or the key of the recovery sheet. */
  "vault.unlock": (request: { secret: string }) => Result<null, VaultFailure>;
  "vault.lock": (request: Nothing) => Result<null, VaultFailure>;
  /** Puts off the moment at which the vault locks itself. */
  "vault.noteUse": (request: Nothing) => Result<null, VaultFailure>;
  /** `current`: as `secret`; `null` while there is no passphrase. */
  "vault.setPassphrase": (request: { current: string | null; passphrase: string }) => Result<null, VaultFailure>;
  /** For the printed sheet. */
  "vault.recoveryKey": (request: { passphrase: string }) => Result<string, VaultFailure>;
  "vault.setIdle": (request: { minutes: (typeof IDLE_MINUTES)[number] }) => Result<null, VaultFailure>;
  /** The offer to set a passphrase is not made again. */
  "vault.putOfferAway": (request: Nothing) => Result<null, VaultFailure>;
  /** The reminder of copies is not shown for some days. */
  "vault.putReminderAway": (request: Nothing) => Result<null, VaultFailure>;
  /** Deletes everything, also while locked; what is left is as after installing. */
  "vault.wipe": (request: Nothing) => Result<null, VaultFailure>;
}

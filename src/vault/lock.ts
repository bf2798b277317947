/** Unlocking and locking, for the background; and what may be known of the vault while it is locked. */
import type { UtcInstant } from "@/src/model/instant";
import { DEFAULT_IDLE_MINUTES, type LockState, REMINDER_DAYS } from "@/src/model/lock";
import { KeyRing } from "./data-keys";
import { ensureMeta } from "./meta";
import type { OpenVault } from "./open";
import { identityFor, setPassphrase } from "./passphrase";
import { settle } from "./pending";
import type { Db } from "./schema";
import { forgetKeys, identityInUse, keepIdentity } from "./session-keys";

const DAY_MS = 86_400_000;

/** Held while what is in memory changes, so that noting a use does not bring back what was locked meanwhile. */
const SESSION_LOCK = "notes-vault-session";

export async function lockState(db: Db): Promise<LockState> {
  const meta = await ensureMeta(db);
  const hasPassphrase = meta.identity.kind === "passphrase";
  return {
    hasPassphrase,
    isLocked: hasPassphrase && (await identityInUse(meta)) === null,
    idleMinutes: meta.idleMinutes ?? DEFAULT_IDLE_MINUTES,
    offersPassphrase: !hasPassphrase && meta.offerPutAway !== true,
    remindsOfCopies: Math.abs(Date.now() - (meta.reminderAwayMs ?? 0)) > REMINDER_DAYS * DAY_MS,
  };
}

/**
 * @param secret The passphrase, or the key of the recovery sheet.
 * @throws {VaultError} `wrongPassphrase`, `mistypedKey`, `wrongKey`, `damaged`
 */
export async function unlock(vault: OpenVault, secret: string, now: UtcInstant): Promise<void> {
  const identity = await identityFor(vault.db, await ensureMeta(vault.db), secret);
  // First, so that no page reads a list without them. What cannot be settled now goes on waiting, and is shown as that.
  const settling = settle(vault, now, new KeyRing(vault.db, identity));
  await settling.catch((cause) => console.warn("not settled:", cause));
  await navigator.locks.request(SESSION_LOCK, () => keepIdentity(identity));
}

/** Locks at once. Nothing to do where no passphrase is set: the store itself is open then. */
export async function lock(): Promise<void> {
  await navigator.locks.request(SESSION_LOCK, forgetKeys);
}

/** Puts off the moment at which the vault locks itself. */
export async function noteUse(vault: OpenVault): Promise<void> {
  const meta = await ensureMeta(vault.db);
  await navigator.locks.request(SESSION_LOCK, async () => {
    const identity = await identityInUse(meta);
    if (meta.identity.kind === "passphrase" && identity !== null) await keepIdentity(identity);
  });
}

/** Sets the first passphrase or another one; the vault is open afterwards. @throws {VaultError} as `setPassphrase` */
export async function changePassphrase(vault: OpenVault, current: string | null, passphrase: string): Promise<void> {
  const identity = await setPassphrase(vault.db, current, passphrase);
  await navigator.locks.request(SESSION_LOCK, () => keepIdentity(identity));
}

/** What is printed on the recovery sheet. The passphrase is asked for once more. @throws {VaultError} `wrongPassphrase` */
export async function recoveryKey(vault: OpenVault, passphrase: string): Promise<string> {
  return identityFor(vault.db, await ensureMeta(vault.db), passphrase);
}

/** The background's part in locking: answers our pages, and locks when nobody used the notes for a while. */
import type { Handlers } from "@/src/messaging/serve";
import type { VaultProtocol } from "@/src/messaging/vault-protocol";
import { VaultError, type VaultFailure } from "@/src/model/errors";
import { fail, ok, type Result } from "@/src/model/result";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { forgetNumbers } from "@/src/platform/session-store";
import type { CaptureAct } from "@/src/vault/ledger";
import { changePassphrase, lock, lockState, noteUse, recoveryKey, unlock } from "@/src/vault/lock";
import { setInMeta } from "@/src/vault/meta";
import type { OpenVault } from "@/src/vault/open";
import { recover } from "./recover";

export const IDLE_ALARM = "idle-lock";

/** Locks, and forgets the numbers that finished captures told. */
export async function lockNow(): Promise<void> {
  await lock();
  await forgetNumbers();
}

async function waitForIdle({ db }: OpenVault): Promise<void> {
  const { hasPassphrase, isLocked, idleMinutes } = await lockState(db);
  if (hasPassphrase && !isLocked) browser.alarms.create(IDLE_ALARM, { delayInMinutes: idleMinutes });
}

/** A failure of the vault is an answer; anything else is a bug and surfaces. */
export async function answer<Value>(work: () => Promise<Value>): Promise<Result<Value, VaultFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof VaultError) return fail(error.code);
    throw error;
  }
}

/** @param wipeAll Deletes everything and begins anew. */
export function vaultHandlers(
  opened: () => Promise<OpenVault>,
  wipeAll: () => Promise<void>,
  act: () => CaptureAct,
): Pick<Handlers, keyof VaultProtocol> {
  /** Does it, and begins the time without use anew. */
  const use = (work: (vault: OpenVault) => Promise<void>) =>
    answer(async () => {
      const vault = await opened();
      await work(vault);
      await waitForIdle(vault);
      return null;
    });
  return {
    "vault.state": () => answer(async () => lockState((await opened()).db)),
    "vault.unlock": ({ secret }) =>
      use(async (vault) => {
        await unlock(vault, secret, deviceClock.now());
        await recover(vault, act);
      }),
    "vault.lock": () => answer(async () => lockNow().then(() => null)),
    "vault.noteUse": () => use(noteUse),
    "vault.setPassphrase": ({ current, passphrase }) => use((vault) => changePassphrase(vault, current, passphrase)),
    "vault.recoveryKey": ({ passphrase }) => answer(async () => recoveryKey(await opened(), passphrase)),
    "vault.setIdle": ({ minutes }) => use(({ db }) => setInMeta(db, { idleMinutes: minutes })),
    "vault.wipe": () => answer(async () => wipeAll().then(() => null)),
    "vault.putOfferAway": () => use(({ db }) => setInMeta(db, { offerPutAway: true })),
    "vault.putReminderAway": () => use(({ db }) => setInMeta(db, { reminderAwayMs: Date.now() })),
  };
}

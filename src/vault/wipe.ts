/**
 * Deletes everything: keys first, then the databases, then what else the extension stores, and gives optional permissions back. Needs no passphrase. What was
 * begun is finished at the next start. What may stay in the browser's files is said in docs/formats/vault.md.
 */
import { deleteDB, openDB } from "idb";
import { VaultError } from "@/src/model/errors";
import { beginClearing, endClearing, isClearing } from "@/src/platform/clearing";
import { giveBackPermissions } from "@/src/platform/permissions";
import { removeSealed } from "@/src/platform/save-sealed";
import { clearMemory } from "@/src/platform/session-store";
import { KEYS_LOCK } from "./meta";
import { deleteOpenIdentity } from "./open-identity";

/**
 * The caller lets go of its own vault first; other pages of ours let go when the database is deleted.
 * @throws {VaultError} `cannotOpen` when something is left; the next start goes on
 */
export async function wipe(databaseName = "notes"): Promise<void> {
  await beginClearing();
  await finishWipe(databaseName);
}

/** Goes on with what was begun; nothing to do where nothing was. @throws {VaultError} `cannotOpen` */
export async function finishWipe(databaseName = "notes"): Promise<void> {
  await navigator.locks.request(KEYS_LOCK, async () => {
    if (!(await isClearing())) return;
    try {
      await clearAll(databaseName);
    } catch (cause) {
      throw new VaultError("cannotOpen", { cause });
    }
  });
}

/** The identity goes before what it opens: a page that makes a new vault meanwhile then makes a new identity, too. */
async function clearAll(name: string): Promise<void> {
  await clearMemory();
  await removeSealed();
  await deleteOpenIdentity(name);
  // An empty neighbour that is deleted after it makes Chromium merge its files: see open-identity.ts.
  (await openDB(`${name}-beside`, 1)).close();
  await deleteDB(name);
  await deleteDB(`${name}-beside`);
  await giveBackPermissions();
  await endClearing();
}

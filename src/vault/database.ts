/** Opens the database, and brings a store of an earlier release to today's shape. Format: docs/formats/vault.md */
import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import { VaultError } from "@/src/model/errors";
import { isPrivateContext } from "@/src/platform/private-window";
import { type Db, SCHEMA_VERSION, type VaultDb } from "./schema";

/** How long a page of an older release is waited for that does not let go of the store. */
const BLOCKED_MS = 3000;
/** An opening that is kept waiting so. The browser keeps every other one waiting behind it, and does not say why. */
let blockedOpening: Promise<unknown> | null = null;

/**
 * @param onGone Called when the store was closed under us: another page of ours wants a newer schema or deletes everything,
 * or the browser lost it. Nothing can be read or written through this connection any more.
 * @throws {VaultError} `newerVersion` when a later release wrote this store; `otherPageOpen` when a page of an earlier release
 * keeps it open; `privateWindow`; `cannotOpen` otherwise.
 */
export async function openDatabase(name = "notes", onGone: () => void = () => {}): Promise<Db> {
  if (isPrivateContext()) throw new VaultError("privateWindow");
  if (blockedOpening) await unlessBlocked(blockedOpening);
  const { promise: blocked, resolve: noteBlocked } = Promise.withResolvers<void>();
  const opening = openOrSay(name, noteBlocked, onGone);
  await Promise.race([opening, blocked.then(() => unlessBlocked(opening))]);
  return opening;
}

async function openOrSay(name: string, onBlocked: () => void, onGone: () => void): Promise<Db> {
  try {
    return await openDB<VaultDb>(name, SCHEMA_VERSION, {
      upgrade: (db, from, _to, tx) => upgrade(db, from, tx),
      blocked: onBlocked,
      // Let go at once, so that the other page is not blocked.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onGone();
      },
      terminated: onGone,
    });
  } catch (cause) {
    const isNewer = cause instanceof DOMException && cause.name === "VersionError";
    throw new VaultError(isNewer ? "newerVersion" : "cannotOpen", { cause });
  }
}

/** @throws {VaultError} `otherPageOpen` where it takes too long; what is opened later is let go */
async function unlessBlocked(opening: Promise<unknown>): Promise<void> {
  blockedOpening = opening;
  const { promise: tooLong, resolve } = Promise.withResolvers<"tooLong">();
  const timer = setTimeout(() => resolve("tooLong"), BLOCKED_MS);
  const ended = opening
    .catch(() => {})
    .finally(() => {
      blockedOpening = null;
    });
  if ((await Promise.race([ended, tooLong])) !== "tooLong") return clearTimeout(timer);
  opening.then(
    (late) => (late as Db).close(),
    () => {},
  );
  throw new VaultError("otherPageOpen");
}

type Upgrade = IDBPTransaction<VaultDb, StoreNames<VaultDb>[], "versionchange">;

/**
 * Step by step from the version that is there. Nothing sealed is touched: that needs the identity, and an upgrade does
 * not wait for decryption. A case of schema 1 gets its list when it is next written to (cases.ts).
 */
function upgrade(db: IDBPDatabase<VaultDb>, from: number, tx: Upgrade): void {
  if (from < 1) {
    db.createObjectStore("meta");
    db.createObjectStore("dataKeys", { keyPath: "id" });
    db.createObjectStore("cases", { keyPath: "id" });
    db.createObjectStore("exhibits", { keyPath: "id" });
    db.createObjectStore("chunks", { keyPath: ["exhibit", "file", "chunk"] });
    db.createObjectStore("custody", { keyPath: ["case", "seq"] });
    db.createObjectStore("drafts", { keyPath: "id" });
  }
  if (from < 2) {
    db.createObjectStore("lists", { keyPath: ["case", "part"] });
    db.createObjectStore("pending", { keyPath: "place", autoIncrement: true }).createIndex("id", "id");
    db.createObjectStore("device");
  }
  if (from < 3) db.createObjectStore("notes", { keyPath: ["case", "id"] });
  if (from > 0) void noteVersion(tx);
}

async function noteVersion(tx: Upgrade): Promise<void> {
  const meta = await tx.objectStore("meta").get("vault");
  if (meta) await tx.objectStore("meta").put({ ...meta, version: SCHEMA_VERSION }, "vault");
}

/**
 * The key this device signs the ends of logs with: ECDSA P-256, made once. No page of ours can take its private half
 * out; whoever can read the disk can. It says that two packages came from one device, not whose device that is.
 */
import { commit } from "./commit";
import type { Db, DeviceKeyRow } from "./schema";

const ECDSA = { name: "ECDSA", namedCurve: "P-256" } as const;

/** Two pages may ask at once: whoever commits first decides. */
export async function ensureDeviceKey(db: Db): Promise<void> {
  if ((await db.getKey("device", "signing")) !== undefined) return;
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ECDSA, false, ["sign", "verify"]);
  const row: DeviceKeyRow = { privateKey, publicKey: new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)) };
  const tx = db.transaction("device", "readwrite", { durability: "strict" });
  const store = async () => {
    if ((await tx.store.getKey("signing")) === undefined) await tx.store.put(row, "signing");
  };
  await commit(tx, [store]);
}

export interface DeviceSignature {
  /** r and s, 32 bytes each (IEEE P1363). */
  signature: Uint8Array<ArrayBuffer>;
  /** SubjectPublicKeyInfo, DER. */
  publicKey: Uint8Array<ArrayBuffer>;
}

/** Signs with ECDSA over SHA-256. `null` where this vault has no key yet. */
export async function signOnDevice(db: Db, bytes: Uint8Array<ArrayBuffer>): Promise<DeviceSignature | null> {
  const row = await db.get("device", "signing");
  if (!row) return null;
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, row.privateKey, bytes);
  return { signature: new Uint8Array(signature), publicKey: row.publicKey };
}

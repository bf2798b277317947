/** Remarks as they lie beside a sealed record, encrypted under the exhibit's own key, so that they go when it goes. */
import type { ExhibitId } from "@/src/model/exhibit";
import type { KeptRemarks } from "@/src/model/remarks";
import { type Binding, decryptJson, encryptJson } from "./cipher";
import type { ExhibitRow, Sealed } from "./schema";

const bind = (id: ExhibitId): Binding => ({ kind: "remarks", id, version: 1 });

/** `null` where nothing was written. @throws {VaultError} `damaged` */
export async function readRemarks(key: CryptoKey, { id, remarks }: ExhibitRow): Promise<KeptRemarks | null> {
  return remarks === undefined ? null : decryptJson<KeptRemarks>(key, bind(id), remarks);
}

export function sealRemarks(key: CryptoKey, id: ExhibitId, kept: KeptRemarks): Promise<Sealed> {
  return encryptJson(key, bind(id), kept);
}

/** Corrections as they lie beside a sealed record, encrypted under the exhibit's own key. */
import type { Correction } from "@/src/model/correction";
import type { ExhibitId } from "@/src/model/exhibit";
import { type Binding, decryptJson, encryptJson } from "./cipher";
import type { ExhibitRow, Sealed } from "./schema";

const bind = (id: ExhibitId): Binding => ({ kind: "corrections", id, version: 1 });

/** In the order they were made. @throws {VaultError} `damaged` */
export async function readCorrections(key: CryptoKey, { id, corrections }: ExhibitRow): Promise<Correction[]> {
  return corrections === undefined ? [] : decryptJson<Correction[]>(key, bind(id), corrections);
}

export function sealCorrections(key: CryptoKey, id: ExhibitId, all: readonly Correction[]): Promise<Sealed> {
  return encryptJson(key, bind(id), all);
}

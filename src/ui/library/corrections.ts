/** Corrections of one item: reads them, adds one, and says how it went. */
import type { CorrectableFact, Correction } from "@/src/model/correction";
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { vaultFailure } from "./failures";
import type { LibraryWorld } from "./world";

/** @returns Why it was not stored, or `null` where it was. `value` is `null` to take a correction back. */
export type Correct = (fact: CorrectableFact, value: string | null) => Promise<VaultFailure | null>;

/** What was said last, for a live region. */
export type CorrectionSaid = "kept" | "takenBack" | null;

export async function correct(
  world: LibraryWorld,
  { id }: Pick<ExhibitRecord, "id">,
  fact: CorrectableFact,
  value: string | null,
): Promise<{ ok: true; corrections: Correction[] } | { ok: false; failure: VaultFailure }> {
  try {
    return { ok: true, corrections: await world.correct({ item: id, fact, value }) };
  } catch (error) {
    return { ok: false, failure: vaultFailure(error) };
  }
}

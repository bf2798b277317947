/** What the user corrected, as it goes into a bundle: those corrections that the bundle's own log names. */
import { canonicalJson } from "@/src/model/canonical-json";
import {
  type CorrectableFact,
  type Correction,
  isCorrectionEntry,
  type LeftOutCorrection,
  OWN_WORDS,
  standing,
} from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { hasGaps } from "@/src/model/damage";
import { sha256 } from "@/src/model/digest";
import type { ExhibitId } from "@/src/model/exhibit";
import type { VaultReader } from "@/src/vault/read";

export type Corrections = ReadonlyMap<ExhibitId, readonly Correction[]>;

/**
 * One made while the bundle is being written is left out: the log in the bundle ends before it. Where that log lacks entries, all
 * go in: the one that names it may be gone.
 */
export async function correctionsOf(
  reader: VaultReader,
  exhibits: readonly ExhibitId[],
  log: readonly CustodyEntry[],
): Promise<Corrections> {
  const named = new Set(log.filter(isCorrectionEntry).map(({ digest }) => digest));
  const isNamed = async (one: Correction) => named.has(await digestOf(one));
  const lacks = hasGaps(log);
  const kept = new Map<ExhibitId, Correction[]>();
  for (const id of exhibits) {
    const corrections: Correction[] = [];
    for (const one of await reader.corrections(id)) if (lacks || (await isNamed(one))) corrections.push(one);
    if (corrections.length > 0) kept.set(id, corrections);
  }
  return kept;
}

const digestOf = async (one: Correction) => `sha256:${await sha256(canonicalJson(one))}` as const;

/** What the papers may say of them where what the person wrote is left out. */
export function withoutOwnWords(corrections: Corrections): Corrections {
  const rest = [...corrections].map(([id, each]) => [id, each.filter(({ fact }) => fact !== OWN_WORDS)] as const);
  return new Map(rest.filter(([, each]) => each.length > 0));
}

/** The bytes of an exhibit's `corrections.json`. Its checker has to find every digest that the log names, also of what is left out. */
export async function correctionsText(corrections: readonly Correction[], withWords: boolean): Promise<string> {
  const told = (one: Correction) => (withWords || one.fact !== OWN_WORDS ? one : leftOut(one));
  return canonicalJson(await Promise.all(corrections.map(told)));
}

async function leftOut(one: Correction): Promise<LeftOutCorrection> {
  return { item: one.item, fact: OWN_WORDS, leftOut: "words", digest: await digestOf(one) };
}

/** What stands beside one fact, or `null`. */
export function correctedValue(
  corrections: Corrections,
  id: ExhibitId,
  fact: CorrectableFact,
): { value: string; utc: string } | null {
  const found = standing(corrections.get(id) ?? []).get(fact);
  return found === undefined || found.value === null ? null : { value: found.value, utc: found.utc };
}

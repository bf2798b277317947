/** Whether an entry of the data files is known well enough to be offered without a word of doubt. */
import type { FlowConfidence, SourceTier } from "./schema-parts";

const OFFICIAL: ReadonlySet<SourceTier> = new Set(["official-page", "official-archive", "official-code"]);

interface HowKnown {
  /** The day a person last looked it up. */
  checked?: string | undefined;
  confidence: FlowConfidence;
  sourceTier: SourceTier;
}

/** A person has looked it up, or an official document was read that says so. */
export function isWellKnown({ checked, confidence, sourceTier }: HowKnown): boolean {
  return checked !== undefined || (OFFICIAL.has(sourceTier) && confidence === "verified-in-stored-source");
}

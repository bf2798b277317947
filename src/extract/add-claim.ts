/** How a source puts what it read into its claims: cleaned first, and never twice. */
import { MAX_MEDIA_COUNT } from "@/src/model/page-facts";
import type { Claims, TextFact } from "./claims";
import { cleanFact } from "./clean";

/** Adds a claim when `raw` is a usable value for the fact and the source has not spoken about it yet. */
export function addClaim(claims: Claims, fact: TextFact, raw: unknown, source: string): void {
  if (claims[fact] !== undefined) return;
  const value = cleanFact(fact, raw);
  if (value !== null) claims[fact] = { value, source };
}

/** A time goes to `postedAt`, a mere calendar date to `postedAtDate`; anything else says nothing. */
export function addTime(claims: Claims, raw: unknown, source: string): void {
  addClaim(claims, "postedAt", raw, source);
  if (claims.postedAt === undefined) addClaim(claims, "postedAtDate", raw, source);
}

/** Adds a count of pictures and videos; 0 says nothing, because pages leave media out of their metadata. */
export function addMediaCount(claims: Claims, count: number, source: string): void {
  if (claims.mediaCount === undefined && Number.isInteger(count) && count > 0)
    claims.mediaCount = { value: Math.min(count, MAX_MEDIA_COUNT), source };
}

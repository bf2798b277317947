/**
 * Weighs what several sources say. Where sources that are trusted alike contradict each other the fact is `null`: a
 * wrong name or time in evidence does more harm than a missing one.
 */
import { type Claim, type Claims, TEXT_FACTS, type TextFact } from "./claims";
import { isSameHandle } from "./handles";
import { isSameMoment, readMoment } from "./moments";

/** Lower ranks are trusted more. */
export interface Ranked {
  rank: number;
  claims: Claims;
}

/** Facts on which all sources must agree, whatever their rank. */
const AGREED_BY_ALL: ReadonlySet<TextFact> = new Set(["handle", "postedAt"]);
/** Facts that may truly be worded in several ways: the most trusted source is taken. */
const FIRST_COUNTS: ReadonlySet<TextFact> = new Set(["permalink", "title", "language", "text"]);

/** @param sources The most trusted first. */
export function combine(sources: readonly Ranked[]): Claims {
  const combined: Claims = {};
  for (const fact of TEXT_FACTS) {
    const said = sources.flatMap(({ rank, claims }) => {
      const claim = claims[fact];
      return claim === undefined ? [] : [{ rank, claim }];
    });
    const first = said[0];
    if (first === undefined) continue;
    const heard = AGREED_BY_ALL.has(fact) ? said : said.filter(({ rank }) => rank === first.rank);
    combined[fact] =
      FIRST_COUNTS.has(fact) || heard.every(({ claim }) => agree(fact, first.claim, claim)) ? first.claim : null;
  }
  const media = sources.map(({ claims }) => claims.mediaCount).find((claim) => claim !== undefined);
  if (media !== undefined) combined.mediaCount = media;
  return settleAuthor(settleDate(combined));
}

/** What several descriptions of the same post agree on. */
export function agreed(descriptions: readonly Claims[]): Claims {
  return combine(descriptions.map((claims) => ({ rank: 1, claims })));
}

function agree(fact: TextFact, one: Claim<string> | null, other: Claim<string> | null): boolean {
  if (one === null || other === null) return one === other;
  if (fact === "handle" || fact === "repostedBy") return isSameHandle(one.value, other.value);
  if (fact === "postedAt") return isSameMoment(one.value, other.value);
  if (fact === "profileUrl") return withoutScheme(one.value) === withoutScheme(other.value);
  return one.value === other.value;
}

/** Beside a full time a date adds nothing; a date more than a day away contradicts it. */
function settleDate(claims: Claims): Claims {
  const { postedAt, postedAtDate } = claims;
  if (postedAt === null) return { ...claims, postedAtDate: null };
  if (!postedAt || !postedAtDate) return claims;
  const moment = readMoment(postedAt.value);
  const apart = moment?.kind === "time" ? Math.abs(moment.epochMs - Date.parse(postedAtDate.value)) : Number.NaN;
  const fits = apart <= 2 * 24 * 3_600_000; // any zone's day
  return { ...claims, postedAt: fits ? postedAt : null, postedAtDate: null };
}

/** Sources that contradict each other about the account do not tell whose name this is either. */
function settleAuthor(claims: Claims): Claims {
  if (claims.handle === null) return { ...claims, displayName: null, profileUrl: null };
  return claims;
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

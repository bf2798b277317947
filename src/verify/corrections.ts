/**
 * What the user corrected, against the custody log: each correction is named there by its digest, in the order they
 * were made. So one that was changed, added, left out or moved shows. Of where the original is, only the digest may be there: where
 * the log says of that digest that it is about this, and of the bundle that what its maker wrote was left out.
 */
import * as v from "valibot";
import { canonicalJson } from "@/src/model/canonical-json";
import {
  CORRECTABLE,
  type Correction,
  isCorrectionEntry,
  type LeftOutCorrection,
  OWN_WORDS,
} from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import { type BagFile, readText } from "./bag-source";
import { isWithoutWords } from "./export-entry";
import type { Finding } from "./finding";
import { maybe, utc, zone } from "./shapes";

const Whole = v.strictObject({
  id: v.string(),
  item: v.string(),
  fact: v.picklist(CORRECTABLE),
  pageValue: maybe,
  value: maybe,
  utc,
  tz: zone,
});
const LeftOut = v.strictObject({
  item: v.string(),
  fact: v.literal(OWN_WORDS),
  leftOut: v.literal("words"),
  digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
});
const Corrections = v.array(v.union([Whole, LeftOut]));
type Told = v.InferOutput<typeof Corrections>[number];

export function isLeftOut(one: Correction | LeftOutCorrection): one is LeftOutCorrection {
  return "leftOut" in one;
}

/** @param file The exhibit's `corrections.json`, where there is one. @param log `null` where it does not hold together. */
export async function correctionFindings(
  id: string,
  path: string,
  file: BagFile | undefined,
  log: readonly CustodyEntry[] | null,
): Promise<Finding[]> {
  const entries = log?.filter((entry) => isCorrectionEntry(entry) && entry.item === id);
  const named = entries?.map(({ digest }) => digest);
  if (file === undefined) return named === undefined || named.length === 0 ? [] : [{ code: "fileMissing", path }];
  const corrections = parse(await readText(file));
  if (corrections === null) return [{ code: "recordUnreadable", path }];
  const digests = await Promise.all(corrections.map(digestOf));
  const isOwn = corrections.every(({ item }) => item === id);
  const isAsLogged = named === undefined || named.join() === digests.join();
  const mayLack = log === null || isWithoutWords(log);
  const isAgreed = corrections.every(
    (one, place) => !("leftOut" in one) || (mayLack && (entries === undefined || isOwnWords(entries[place]))),
  );
  return isOwn && isAsLogged && isAgreed ? [] : [{ code: "recordDisagrees", path }];
}

async function digestOf(one: Told): Promise<string> {
  return "leftOut" in one ? one.digest : `sha256:${await sha256(canonicalJson(one))}`;
}

const isOwnWords = (entry: CustodyEntry | undefined): boolean => entry?.detail.fact === OWN_WORDS;

function parse(text: string | null): v.InferOutput<typeof Corrections> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text && v.is(Corrections, value) ? value : null;
  } catch {
    return null; // no JSON, or JSON without a canonical form
  }
}

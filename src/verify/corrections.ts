/**
 * What the user corrected, against the custody log: each correction is named there by its digest, in the order they
 * were made. So one that was changed, added, left out or moved shows.
 */
import * as v from "valibot";
import { canonicalJson } from "@/src/model/canonical-json";
import { CORRECTABLE, isCorrectionEntry } from "@/src/model/correction";
import type { CustodyEntry } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import { type BagFile, readText } from "./bag-source";
import type { Finding } from "./finding";
import { maybe, utc, zone } from "./shapes";

const Corrections = v.array(
  v.strictObject({
    id: v.string(),
    item: v.string(),
    fact: v.picklist(CORRECTABLE),
    pageValue: maybe,
    value: maybe,
    utc,
    tz: zone,
  }),
);

/** @param file The exhibit's `corrections.json`, where there is one. @param log `null` where it does not hold together. */
export async function correctionFindings(
  id: string,
  path: string,
  file: BagFile | undefined,
  log: readonly CustodyEntry[] | null,
): Promise<Finding[]> {
  const named = log?.filter((entry) => isCorrectionEntry(entry) && entry.item === id).map(({ digest }) => digest);
  if (file === undefined) return named === undefined || named.length === 0 ? [] : [{ code: "fileMissing", path }];
  const corrections = parse(await readText(file));
  if (corrections === null) return [{ code: "recordUnreadable", path }];
  const digests = await Promise.all(corrections.map(async (one) => `sha256:${await sha256(canonicalJson(one))}`));
  const isOwn = corrections.every(({ item }) => item === id);
  const isAsLogged = named === undefined || named.join() === digests.join();
  return isOwn && isAsLogged ? [] : [{ code: "recordDisagrees", path }];
}

function parse(text: string | null): v.InferOutput<typeof Corrections> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text && v.is(Corrections, value) ? value : null;
  } catch {
    return null; // no JSON, or JSON without a canonical form
  }
}

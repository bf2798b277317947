/** What the data files about platforms, organisations and notices have in common: addresses, sources, how well it is known. */
import * as v from "valibot";

/** Words, never empty. */
export const Text = v.pipe(v.string(), v.trim(), v.minLength(1));
/** A day, `YYYY-MM-DD`. */
export const IsoDate = v.pipe(v.string(), v.isoDate());
/** Lower-case words joined by `-`. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not an id"));
/** A whole address that can be opened as it stands. */
export const HttpsUrl = v.pipe(
  v.string(),
  v.url(),
  v.startsWith("https://", "not an https address"),
  v.check((url) => !/[{}\s]/.test(url), "a template is not an address"),
  v.check((url) => URL.parse(url)?.username === "", "an address with a user name"),
);
/** The kind of document a fact was read in, from best to worst. */
export const Tier = v.picklist([
  "official-page",
  "official-archive",
  "official-code",
  "press",
  "third-party",
  "background",
]);

/**
 * `verified-in-stored-source`: read in an archived copy of a public page or file, named in `sources`; the link itself
 * was not opened. `background`: widely known, read nowhere. `uncertain`: no page found, or the sources disagree.
 */
export const Confidence = v.picklist(["verified-in-stored-source", "background", "uncertain"]);

/** Where a fact was read. */
export const Source = v.pipe(
  v.strictObject({
    url: v.optional(HttpsUrl),
    /** Name of the file, where `url` is an archive of many. */
    document: v.optional(Text),
    /** "stored": an archived copy was read. "background": nothing was read. */
    seen: v.picklist(["stored", "background"]),
    tier: Tier,
    /** When the source was made, or last seen to change: a day, or only a month or a year. */
    date: v.optional(v.union([IsoDate, v.pipe(v.string(), v.regex(/^\d{4}(-\d{2})?$/))])),
    note: v.optional(Text),
  }),
  v.check((source) => source.seen === "background" || Boolean(source.url ?? source.note), "a source nobody could find"),
);

export type FlowConfidence = v.InferOutput<typeof Confidence>;
export type SourceTier = v.InferOutput<typeof Tier>;

export function areUnique(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

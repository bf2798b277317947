/**
 * Finds picture data in words: `data:` and `blob:` addresses however they are written, and long runs of base64. What is
 * found is taken out; words around it stay. Rather a harmless word too much is taken than a picture too little.
 * Pure.
 */

/** Stands where picture data was. */
export const REMOVED = "[picture data removed]";

/** What a browser reads over inside an address. */
const GAP = "[\\t\\n\\r]*";
const spelled = (word: string) => [...word].join(GAP);
/** A slash, also as scripts write it. */
const SLASH = "(?:\\\\*\\/|\\\\+u002f|\\\\+x2f|%2f)";
const COLON = "(?:\\\\*:|\\\\+u003a|\\\\+x3a|%3a)";
const DATA_ADDRESS = `(?<![\\w-])${spelled("data")}${GAP}${COLON}${GAP}(?:[\\w.+*-]+${SLASH}[\\w.+*-]+|[;,]|%2c|%3b)`;
const BLOB_ADDRESS = `(?<![\\w-])${spelled("blob")}${GAP}${COLON}${GAP}(?=[\\w/])`;
const ADDRESS = new RegExp(`(?:${DATA_ADDRESS}|${BLOB_ADDRESS})[^"'\`<>\\s)\\\\]*`, "giu");
/** As long as the smallest picture files in base64; words, addresses and digests are shorter or have other characters. */
const BASE64 = /(?:[\w+/-]|\\\/|%2[bf]|%3d){96,}={0,2}/gi;

export function hasPictureData(text: string): boolean {
  return withoutPictureDataIn(text) !== text;
}

/** @returns The text with its picture data replaced by `REMOVED`. */
export function withoutPictureDataIn(text: string): string {
  return text.replace(ADDRESS, REMOVED).replace(BASE64, (run) => (isAddressPath(run) ? run : REMOVED));
}

/** The same for every text inside a JSON value. */
export function withoutPictureData<Value>(value: Value): Value {
  if (typeof value === "string") return withoutPictureDataIn(value) as Value;
  if (Array.isArray(value)) return value.map(withoutPictureData) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutPictureData(inner)])) as Value;
}

/** Many short words between slashes are a path; base64 has a slash in 64 characters on average. */
function isAddressPath(run: string): boolean {
  return !run.includes("//") && run.split(/[/_-]/).every((word) => word.length < 24);
}

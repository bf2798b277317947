import canonicalize from "canonicalize";

/**
 * JSON in the canonical form of RFC 8785: one byte sequence for one value, so that its digest means something.
 * @throws {TypeError} when the value has no JSON form (a function, `undefined`, a cycle, a lone surrogate).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("value has no canonical JSON form");
  return text;
}

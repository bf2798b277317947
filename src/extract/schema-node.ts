/**
 * Things described with the schema.org vocabulary, whichever way they were written on the page. Their content is
 * foreign: any property may hold any type of value, or be missing.
 */

export type SchemaNode = { readonly [property: string]: unknown };

/** More values than this under one property are not read. */
const MAX_VALUES = 50;
const MAX_LINKS = 5;

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The values of a property as a list; only what the node itself holds, never what it inherits. */
export function valuesOf(node: SchemaNode, property: string): unknown[] {
  if (!Object.hasOwn(node, property)) return [];
  const value = node[property];
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value];
}

/** The property's texts; numbers count as texts, everything else is left out. */
export function textsOf(node: SchemaNode, ...properties: string[]): string[] {
  return properties
    .flatMap((property) => valuesOf(node, property))
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map(String);
}

/** Type names without their vocabulary: `https://schema.org/Article` and `schema:Article` are "Article". */
export function typesOf(node: SchemaNode): string[] {
  return textsOf(node, "@type").map((type) => type.slice(0, 200).replace(/^.*[/#:]/, ""));
}

/** Addresses under a property: texts, or what a nested node names as its own. */
export function linksOf(node: SchemaNode, property: string): string[] {
  return valuesOf(node, property)
    .slice(0, MAX_LINKS)
    .flatMap((value) => {
      if (typeof value === "string") return [value];
      return isNode(value) ? [...textsOf(value, "@id"), ...textsOf(value, "url")].slice(0, 1) : [];
    });
}

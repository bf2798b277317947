/**
 * JSON-LD blocks (`script[type="application/ld+json"]`). Only descriptions of the page itself are looked at: the top
 * of a block, `@graph` and `mainEntity`; what stands deeper (comments, parts, related posts) describes something else.
 */
import type { Claims } from "./claims";
import { combine } from "./combine";
import { all, type Page } from "./page";
import { isNode, type SchemaNode, valuesOf } from "./schema-node";
import { isPost, isProfilePage, readPosts, readProfiles } from "./schema-post";

const MAX_BLOCKS = 30;
const MAX_TOTAL_LENGTH = 1_000_000;
const MAX_POSTS = 200;
const MAX_NODES = 2000;
const MAX_DEPTH = 6;

export function readJsonLd(page: Page): Claims {
  const found: Found = { posts: [], profiles: [], seen: new Set(), byId: new Map() };
  for (const block of readBlocks(page)) collect(block, 0, found);
  if (found.posts.length > MAX_POSTS) return {}; // a listing
  const posts = found.posts.map((node) => withAuthors(node, found.byId));
  return combine([
    { rank: 1, claims: readPosts(posts, page, "jsonld") },
    { rank: 2, claims: readProfiles(found.profiles, page, "jsonld") },
  ]);
}

interface Found {
  posts: SchemaNode[];
  profiles: SchemaNode[];
  seen: Set<SchemaNode>;
  byId: Map<string, SchemaNode>;
}

function readBlocks(page: Page): unknown[] {
  let left = MAX_TOTAL_LENGTH;
  const blocks: unknown[] = [];
  for (const script of all(page.root, 'script[type*="ld+json" i]', MAX_BLOCKS)) {
    const text = script.textContent ?? "";
    left -= text.length;
    if (left < 0) break;
    try {
      blocks.push(JSON.parse(text));
    } catch {
      // Not JSON: this block says nothing, the others still count.
    }
  }
  return blocks;
}

function collect(value: unknown, depth: number, found: Found): void {
  if (depth > MAX_DEPTH || found.seen.size >= MAX_NODES) return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, MAX_NODES)) collect(one, depth + 1, found);
    return;
  }
  if (!isNode(value) || found.seen.has(value)) return;
  found.seen.add(value);
  const id = Object.hasOwn(value, "@id") ? value["@id"] : undefined;
  if (typeof id === "string" && Object.keys(value).length > 1) found.byId.set(id, value);
  if (isPost(value)) found.posts.push(value);
  else if (isProfilePage(value)) found.profiles.push(value);
  for (const property of ["@graph", "mainEntity"])
    if (Object.hasOwn(value, property)) collect(value[property], depth + 1, found);
}

/** Puts the described person where the post only refers to one by `@id`. */
function withAuthors(post: SchemaNode, byId: ReadonlyMap<string, SchemaNode>): SchemaNode {
  const resolve = (author: unknown) => {
    const id = isNode(author) && Object.keys(author).length === 1 ? author["@id"] : undefined;
    return (typeof id === "string" && byId.get(id)) || author;
  };
  return { ...post, author: valuesOf(post, "author").map(resolve) };
}

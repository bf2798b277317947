/**
 * Which post is meant: the one that the address names, else the one that was pointed at, else the one that opens the
 * topic, else the one nearest the middle of the screen, else the only one. Otherwise it is not clear.
 */
import type { NamedPost, PostBlock } from "./site-reader";

/** Elements outside the page's own words that tell which post is meant. */
export interface Pointers {
  /** The element that the user right-clicked. */
  target?: Element | null | undefined;
  /** The element in the middle of the screen, where it is clear that its post is the one looked at. */
  middle?: Element | null | undefined;
}

export type Choice =
  /** `block` is `null` when the post that the address names is not drawn on the page. */
  | { why: "address"; block: PostBlock | null }
  | { why: "pointed" | "middle" | "only"; block: PostBlock }
  | { why: "unclear" }
  | { why: "nothing" };

export function choosePost(blocks: readonly PostBlock[], named: NamedPost | null, pointers: Pointers): Choice {
  const byAddress: Choice | null =
    named === null ? null : { why: "address", block: blocks.find(({ key }) => key === named.key) ?? null };
  if (byAddress !== null && !named?.isTopic) return byAddress;
  const target = innermost(blocks, pointers.target);
  if (target !== null) return { why: "pointed", block: target };
  if (byAddress !== null) return byAddress;
  const middle = innermost(blocks, pointers.middle);
  if (middle !== null) return { why: "middle", block: middle };
  const [only, ...others] = blocks;
  if (only === undefined) return { why: "nothing" };
  return others.length === 0 ? { why: "only", block: only } : { why: "unclear" };
}

/** A comment may stand inside the post it answers: the last block in document order that holds the element. */
export function innermost(blocks: readonly PostBlock[], element: Element | null | undefined): PostBlock | null {
  if (!element) return null;
  return blocks.findLast((block) => block.element.contains(element)) ?? null;
}

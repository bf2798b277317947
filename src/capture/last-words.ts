/** What is asked of a page when its picture is taken. */
import type { Unloaded } from "@/src/messaging/page-side";
import type { MissingWhy, PageAction } from "@/src/model/exhibit";
import type { PageLink } from "./page-link";

const NONE: Unloaded = { count: 0, addresses: [] };

/**
 * A page that was left cannot say what was done to it; it is gone with all of it.
 * @param begun What is known to have been done.
 */
export async function lastWords(
  link: PageLink,
  incomplete: readonly MissingWhy[],
  begun: PageAction[],
): Promise<{ unloaded: Unloaded; actions: PageAction[] }> {
  const isGone = incomplete.includes("pageLeft") || incomplete.includes("notAnswering");
  if (isGone) return { unloaded: NONE, actions: begun };
  return { unloaded: await link.ask("unloaded", {}), actions: await link.ask("release", {}) };
}

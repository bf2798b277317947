/** What is asked of a page when its picture is taken. */
import type { Unloaded } from "@/src/messaging/page-side";
import type { MissingWhy } from "@/src/model/missing";
import type { PageAction } from "@/src/model/page-acts";
import { whyIncomplete } from "./incomplete";
import type { PageLink } from "./page-link";

/** `unloaded`: the pictures that had not loaded; `null` where the page was gone before it could be asked. */
export interface LastWords {
  unloaded: Unloaded | null;
  actions: PageAction[];
}

/**
 * A page that was left cannot say what was done to it; it is gone with all of it. What was photographed of it is as good
 * as before.
 * @param begun What is known to have been done.
 */
export async function lastWords(
  link: PageLink,
  incomplete: readonly MissingWhy[],
  begun: PageAction[],
): Promise<LastWords> {
  const gone: LastWords = { unloaded: null, actions: begun };
  if (incomplete.includes("pageLeft") || incomplete.includes("notAnswering")) return gone;
  try {
    // The page side answers in the order in which it is asked.
    const [unloaded, actions] = await Promise.all([link.ask("unloaded", {}), link.ask("release", {})]);
    return { unloaded, actions };
  } catch (error) {
    if (whyIncomplete(error, true) === null) throw error;
    return gone;
  }
}

/** All guides, in the order in which they are listed. */
import type { Guide } from "./guide";
import { KEEP_SAFE } from "./keep-safe";
import { STANDING_BY } from "./standing-by";
import { WHAT_TO_DO } from "./what-to-do";

export const GUIDES: readonly Guide[] = [...WHAT_TO_DO, ...KEEP_SAFE, ...STANDING_BY];

/** The addresses within the page of “Get help”, of its list of guides, and of one of them. */
export const HELP_HREF = "#/help";
export const GUIDES_HREF = `${HELP_HREF}/guides`;
export const guideHref = (id: string): string => `${GUIDES_HREF}/${id}`;

/** Where nothing but an address is kept, because someone is, or may be, under 18. */
export const UNDER18_HREF = `${HELP_HREF}/under-18`;

/** What of the guides an address names. */
export type GuidePlace = Guide | "list" | "under18" | null;

/** An unknown one leads to the list. */
export function guideAt(hash: string): GuidePlace {
  if (hash === UNDER18_HREF) return "under18";
  if (!hash.startsWith(GUIDES_HREF)) return null;
  return GUIDES.find(({ id }) => hash === guideHref(id)) ?? "list";
}

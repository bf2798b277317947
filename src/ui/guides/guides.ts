/** All guides, in the order in which they are listed. */
import type { Guide } from "./guide";
import { KEEP_SAFE } from "./keep-safe";
import { STANDING_BY } from "./standing-by";
import { WHAT_TO_DO } from "./what-to-do";

export const GUIDES: readonly Guide[] = [...WHAT_TO_DO, ...KEEP_SAFE, ...STANDING_BY];

/** The address of the list of guides within the page, and of one of them. */
export const GUIDES_HREF = "#/guides";
export const guideHref = (id: string): string => `${GUIDES_HREF}/${id}`;

/** What “Get help” shows: what was asked for, and the moment that opening hours are told for. */

import type { HelpWanted } from "@/src/report/organisations";
import type { GuidePlace } from "@/src/ui/guides/guides";

export interface HelpState {
  guide: GuidePlace;
  wanted: HelpWanted;
  /** Milliseconds since 1970. */
  now: number;
}

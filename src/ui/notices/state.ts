/** “Write a notice”: what is kept that it can be about. What the user writes stays in the form and is not stored. */
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { LetterItem } from "@/src/report/letter";

export type NoticeState =
  | { step: "reading" }
  | { step: "failed"; failure: VaultFailure }
  | {
      step: "read";
      /** Newest first. */
      items: ExhibitSummary[];
      /** Those that the notice is about, as far as they could be read. */
      chosen: ReadonlyMap<ExhibitId, LetterItem>;
      /** The place that was chosen in “Get help”; `null` for none. */
      place: string | null;
    };

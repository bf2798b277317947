/** Every face of the user's notes on an item. */
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { ExhibitLink } from "@/src/model/remarks";
import type { RemarksForm } from "./form-values";

export interface RemarksState {
  form: RemarksForm;
  /** What this item is to others, as it is kept. */
  links: readonly ExhibitLink[];
  /** Whether something stands in the form that is not kept. */
  isChanged: boolean;
  isBusy: boolean;
  failure: VaultFailure | null;
  /** What was done last, to be read out. */
  said: "kept" | "unchanged" | null;
  /** Other items that can be linked; `null` as long as they were not needed. */
  items: readonly ExhibitSummary[] | null;
  /** Why they could not be read. */
  itemsFailure: VaultFailure | null;
}

/** Every face of the page about cases. */
import type { CaseLine } from "@/src/model/case-line";
import type { VaultFailure } from "@/src/model/errors";
import type { CaseId } from "@/src/model/exhibit";
import type { CaseNote } from "@/src/model/note";

export const CASES_HREF = "#/cases";

export type CasesState =
  | { step: "reading" }
  | { step: "failed"; failure: VaultFailure }
  | {
      step: "read";
      cases: readonly CaseLine[];
      /** How many items each holds; a case without any is not in it. */
      counts: ReadonlyMap<CaseId, number>;
      form: CaseForm | null;
      /** What was done just now. */
      said: CaseSaid | null;
      /** Why the last act was not done. */
      failure: VaultFailure | null;
    };

export type CaseSaid = "begun" | "changed" | "chosen";

export interface CaseForm {
  /** `null`: a new case. */
  of: CaseId | null;
  about: CaseNote;
  isBusy: boolean;
}

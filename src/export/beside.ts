/** What stands in a bundle beside the records, and what its summaries therefore say. */
import type { Account } from "@/src/model/account";
import type { PicturesRule } from "@/src/model/hand-over";
import type { Corrections } from "./corrections";
import type { DerivedCopies } from "./derived-files";

export interface Beside extends DerivedCopies {
  corrections: Corrections;
  account: Account;
  pictures: PicturesRule;
}

/** What stands in a bundle beside the records, and what its summaries therefore say. */
import type { Account } from "@/src/model/account";
import type { PicturesInside } from "@/src/model/hand-over";
import type { Corrections } from "./corrections";
import type { MarkedCopies } from "./marked-file";

export interface Beside {
  marked: MarkedCopies;
  corrections: Corrections;
  account: Account;
  pictures: PicturesInside;
}

/** What the popup needs from outside; its entrypoint gives it, and a test can be one. */
import type { PageView } from "@/src/messaging/protocol";
import type { CaseNow } from "@/src/model/case-line";
import type { CaptureFailure, VaultFailure } from "@/src/model/errors";
import type { Job } from "@/src/model/job";
import type { LookFound } from "@/src/model/look";
import type { AddressNote, ReportKind } from "@/src/model/note";
import type { Result } from "@/src/model/result";
import type { Wish } from "@/src/model/scope";
import type { BesideWorld } from "./run-beside";

/** The tab that the popup is about, and what can be done with it. */
export interface PopupWorld extends BesideWorld {
  /** The tab's address as far as the browser tells it to us. */
  tabUrl: string | null;
  isPrivateWindow: boolean;
  inspect(): Promise<Result<PageView, CaptureFailure>>;
  /** @param index Place in the list of posts; `null`: none of them. */
  choosePost(index: number | null): Promise<Result<PageView, CaptureFailure>>;
  /** @param look What the page is proof of, where it is saved as that. */
  startCapture(wish: Wish, look?: LookFound): Promise<Result<null, CaptureFailure>>;
  stopCapture(): Promise<unknown>;
  readJob(): Promise<Job | null>;
  watchJob(onJob: (job: Job) => void): () => void;
  clearJob(): Promise<void>;
  /** The saving of some page was cut off by a restart. Told once. */
  wasCutOff(): Promise<boolean>;
  /** No passphrase is set, and the offer was not put away. */
  offersPassphrase(): Promise<boolean>;
  putOfferAway(): Promise<unknown>;
  /** The case that this would go into; `null` while the notes are locked. */
  caseNow(): Promise<CaseNow | null>;
  /** The page for the first time was neither answered nor skipped. */
  isFirst(): Promise<boolean>;
  putFirstAway(): Promise<unknown>;
  keepAddress(address: AddressNote): Promise<Result<unknown, VaultFailure>>;
  /** What the user said a report of this page is about. */
  readReportKind(url: string): Promise<ReportKind | null>;
  writeReportKind(url: string, kind: ReportKind): Promise<void>;
}

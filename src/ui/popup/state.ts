/** Every face of the popup. Each holds only what that face shows. */
import type { PageView } from "@/src/messaging/protocol";
import type { CaseNow } from "@/src/model/case-line";
import type { CaptureFailure, VaultFailure } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { JobState, LookKept, WhyAgain, WhyPaused } from "@/src/model/job";
import type { MissingPart } from "@/src/model/missing";
import type { ReportKind } from "@/src/model/note";
import type { Candidate } from "@/src/model/thread";
import type { ReportOffer } from "@/src/ui/parts/report-offer";

export type Chosen = number | "none";

export type PopupState =
  | { step: "looking" }
  /** `posts`: what can be chosen from; `chosen`: the place of the user's choice, "none" of them, or `null` before. */
  | {
      step: "ready";
      page: PageView;
      posts: Candidate[];
      chosen: Chosen | null;
      report: ReportOffer | null;
      isPrivateWindow: boolean;
      /** The case it would go into; `null` while the notes are locked: then nothing is told of it. */
      now: CaseNow | null;
      /** The page for the first time was not read yet. */
      isFirst: boolean;
      /** Of the address alone. */
      addressOnly: Keeping;
      /** The user said that someone in it is, or may be, under 18: the page itself is not offered to be saved. */
      isUnder18?: boolean;
      wasCutOff?: boolean;
    }
  | { step: "cannotSave"; failure: CaptureFailure; report: ReportOffer | null; wasCutOff?: boolean }
  /** `tilesTotal` is 0 until the page was measured. */
  | { step: "saving"; tilesDone: number; tilesTotal: number; again?: WhyAgain }
  | { step: "paused"; tilesDone: number; tilesTotal: number; why: WhyPaused; again?: WhyAgain }
  | { step: "sealing" }
  | {
      step: "saved";
      exhibit: number | null;
      missing: MissingPart[];
      report: ReportOffer | null;
      offersPassphrase: boolean;
      wentElsewhere?: true;
      /** Kept for someone else, who can have it handed over. */
      isForOthers?: true;
      look?: LookKept;
    }
  | { step: "failed"; failure: CaptureFailure; report: ReportOffer | null }
  /** What a report is about, and what its form asks for. */
  | ({ step: "reporting"; kind: ReportKind } & AboutPage)
  /** Someone in it is, or may be, under 18: nothing but the address is kept. */
  | ({ step: "under18" } & AboutPage);

interface AboutPage {
  offer: ReportOffer | null;
  shown: ShownOnPage;
  /** The copy of the page that was kept just now; `null` for none. */
  kept: ExhibitId | null;
  /** Of its address alone. */
  keeping: Keeping;
}

/** What a report names: the address from the tab, and what the page says. */
export interface ShownOnPage {
  address: string;
  platform: string;
  handle: string | null;
  posted: string | null;
}

/** Where the keeping of something is. */
export type Keeping = "asked" | "going on" | "kept" | { failure: VaultFailure };

/** The face that shows where a capture stands. */
export function faceOf(job: Exclude<JobState, { step: "whichOne" }>, report: ReportOffer | null): PopupState {
  switch (job.step) {
    case "preparing":
      return { ...job, step: "saving", tilesDone: 0, tilesTotal: 0 };
    case "capturing":
      return { ...job, step: "saving" };
    case "paused":
    case "sealing":
      return job;
    case "saved":
      return {
        step: "saved",
        exhibit: job.exhibit,
        missing: job.missing,
        report,
        offersPassphrase: false,
        ...(job.wentElsewhere && { wentElsewhere: true }),
        ...(job.look && { look: job.look }),
      };
    case "failed":
      return { step: "failed", failure: job.failure, report };
  }
}

/** Every face of the popup. Each holds only what that face shows. */
import type { PageView } from "@/src/messaging/protocol";
import type { CaptureFailure } from "@/src/model/errors";
import type { MissingPart } from "@/src/model/exhibit";
import type { JobState, WhyAgain, WhyPaused } from "@/src/model/job";
import type { ReportOffer } from "@/src/ui/parts/report-offer";

export type PopupState =
  | { step: "looking" }
  | { step: "ready"; page: PageView; report: ReportOffer | null; isPrivateWindow: boolean }
  | { step: "cannotSave"; failure: CaptureFailure; report: ReportOffer | null }
  /** `tilesTotal` is 0 until the page was measured. */
  | { step: "saving"; tilesDone: number; tilesTotal: number; again?: WhyAgain }
  | { step: "paused"; tilesDone: number; tilesTotal: number; why: WhyPaused; again?: WhyAgain }
  | { step: "sealing" }
  | { step: "saved"; exhibit: number; missing: MissingPart[]; report: ReportOffer | null }
  | { step: "failed"; failure: CaptureFailure; report: ReportOffer | null };

/** The face that shows where a capture stands. */
export function faceOf(job: JobState, report: ReportOffer | null): PopupState {
  switch (job.step) {
    case "preparing":
      return { ...job, step: "saving", tilesDone: 0, tilesTotal: 0 };
    case "capturing":
      return { ...job, step: "saving" };
    case "paused":
    case "sealing":
      return job;
    case "saved":
      return { step: "saved", exhibit: job.exhibit, missing: job.missing, report };
    case "failed":
      return { step: "failed", failure: job.failure, report };
  }
}

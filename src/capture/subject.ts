/** Which page a tab shows: told when it is looked at, and compared for as long as it is captured. */
import type { PageGeometry } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import { isSameSubject, type Subject } from "@/src/model/job";

export function subjectOf({ documentToken, entriesSeen }: PageGeometry): Subject {
  return { documentToken, entriesSeen };
}

/** @throws {CaptureError} `pageChanged` */
export function requireSamePage(wanted: Subject, now: Subject): void {
  if (!isSameSubject(wanted, now)) throw new CaptureError("pageChanged");
}

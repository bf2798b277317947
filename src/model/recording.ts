/** What a recording lacks, from how it ended and how long it was to be. */

import type { ExhibitId } from "./exhibit";
import type { Recording } from "./from-elsewhere";
import type { UtcInstant } from "./instant";
import type { MissingPart } from "./missing";

/** Starting and stopping takes a moment: so much less than was to be recorded counts as all of it. */
const SLACK_SECONDS = 2;

export function missingOf({ seconds, ofSeconds, endedBy }: Omit<Recording, "file">): MissingPart[] {
  const isShort = ofSeconds !== null && seconds < ofSeconds - SLACK_SECONDS;
  const isBroken = endedBy === "cutOff" || endedBy === "full";
  if (!isShort && !isBroken) return [];
  const why = endedBy === "cutOff" ? "cutOff" : "endedEarly";
  const how = ofSeconds === null ? {} : { shown: Math.floor(seconds), total: ofSeconds };
  return [{ what: "whole-recording", why, ...how }];
}

/** A recording that was cut off and became an item, as the user is told of it once. */
export interface CutOffRecording {
  id: ExhibitId;
  exhibit: number;
  /** When the last of it was stored, as far as is known; with the zone of where it was made. */
  endUtc: UtcInstant;
  tz: string;
  seconds: number;
}

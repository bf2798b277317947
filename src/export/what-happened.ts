import type { PaperWords } from "./paper-words";
import type { TimelineRow } from "./timeline";

/** What a row of the timeline tells, in one sentence: the person's own words, or what was done and their words about it. */
export function whatHappened({ say }: PaperWords, { kind, what }: Pick<TimelineRow, "kind" | "what">): string {
  if (kind === "reported") return say("binder_timelineReported", [what ?? ""]);
  if (kind === "answered") return say("binder_timelineAnswered", [what ?? ""]);
  if (kind === "event") return what ?? "";
  const act = say(kind === "posted" ? "binder_timelinePosted" : "binder_timelineSaved");
  return what === null ? act : `${act}: ${what}`;
}

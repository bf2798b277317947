/** What goes from one look at a page into the record: the page's claims, and by name what it does not give. */
import type { PageVideos } from "@/src/messaging/page-side";
import type { PageDraft, ShownAccount, ShownTime } from "@/src/model/exhibit";
import type { MissingPart } from "@/src/model/missing";
import type { PageFacts } from "@/src/model/page-facts";
import type { PageReading } from "@/src/model/thread";

type Said = Pick<PageDraft, "poster" | "forwarder" | "postedAt" | "facts" | "post" | "thread">;

export function saidByPage({ facts, thread, candidates: _, ...post }: PageReading): Said {
  const isThread = thread.shown > 1 || thread.declared !== null;
  return {
    poster: shownPoster(facts),
    forwarder: shownForwarder(facts, post.forwarder),
    postedAt: shownTime(facts),
    facts,
    post,
    ...(isThread && { thread }),
  };
}

/** Where several posts were there and none was told, what they show is not what is missing. */
export function missingFacts({ facts, candidates, chosenBy, thread }: PageReading): MissingPart[] {
  const why = candidates.length > 0 && chosenBy === null ? "notTold" : "notOnPage";
  const missing: MissingPart[] = [];
  if (facts.handle === null) missing.push({ what: "handle", why });
  if (shownTime(facts) === null) missing.push({ what: "posted-time", why });
  const { declared } = thread;
  if (declared !== null && declared.shown < declared.total)
    missing.push({ what: "posts", why: "notShowing", ...declared });
  return missing;
}

/** @param videos `null` where the page was gone before it could be asked. */
export function missingVideos(videos: PageVideos | null): MissingPart[] {
  if (videos === null || videos.count === 0) return [];
  const { count: total, lengths } = videos;
  return [{ what: "videos", why: "onlySeen", total, ...(lengths.length > 0 && { lengths }) }];
}

function shownPoster({ handle, displayName, profileUrl }: PageFacts): ShownAccount | null {
  const text = handle ?? displayName;
  return text === null ? null : { text, profileUrl, how: "detected", confirmed: false };
}

function shownForwarder({ repostedBy }: PageFacts, account: PageReading["forwarder"]): ShownAccount | null {
  if (repostedBy === null) return null;
  return { text: repostedBy, profileUrl: account?.profileUrl ?? null, how: "detected", confirmed: false };
}

function shownTime(facts: PageFacts): ShownTime | null {
  const machine = facts.postedAt ?? facts.postedAtDate;
  const source = facts.sources["postedAt"] ?? facts.sources["postedAtDate"] ?? facts.sources["postedAtText"];
  if (machine === null && facts.postedAtText === null) return null;
  return { visible: facts.postedAtText, machine, source: source ?? "" };
}

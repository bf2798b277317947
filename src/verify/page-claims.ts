/** The shape of what a record says that its page says: accounts, the facts of the post, and the posts beside it. */
import * as v from "valibot";
import { FACT_LIMITS, MAX_MEDIA_COUNT } from "@/src/model/page-facts";
import { CHOSEN_BY, THREAD_LIMITS } from "@/src/model/thread";
import { list, maybe, natural, pageTime, text } from "./shapes";

/** See `ShownAccount`. */
export const shownAccount = v.looseObject({
  text,
  profileUrl: maybe,
  how: v.picklist(["detected", "typed", "corrected"]),
  confirmed: v.boolean(),
});
const account = v.looseObject({ handle: maybe, displayName: maybe, profileUrl: maybe, stableId: maybe });

/** See `PageFacts`. */
export const facts = v.looseObject({
  pageUrl: text,
  permalink: maybe,
  title: maybe,
  language: maybe,
  platform: text,
  handle: maybe,
  displayName: maybe,
  profileUrl: maybe,
  postedAt: v.nullable(pageTime),
  postedAtDate: maybe,
  postedAtText: maybe,
  repostedBy: maybe,
  text: maybe,
  mediaCount: v.pipe(natural, v.maxValue(MAX_MEDIA_COUNT)),
  sources: v.record(text, text),
});

/** Worked out from the page's words, "9999 years ago" among them. */
const anyTime = v.pipe(text, v.maxLength(FACT_LIMITS.postedAt));

/** See `RecordedPost`. */
export const post = v.looseObject({
  chosenBy: v.nullable(v.picklist(CHOSEN_BY)),
  author: v.looseObject({ stableId: maybe }),
  forwarder: v.nullable(account),
  quoted: v.nullable(account),
  derived: v.nullable(v.looseObject({ isDerived: v.literal(true), text, from: anyTime, to: anyTime })),
  doubts: list(v.looseObject({ fact: text, value: text, source: text })),
});

const listedPost = v.looseObject({
  ...account.entries,
  permalink: maybe,
  postedAt: v.nullable(pageTime),
  postedAtDate: maybe,
  postedAtText: maybe,
  text: maybe,
  isMeant: v.boolean(),
});
/** See `ThreadFacts`. */
export const thread = v.looseObject({
  posts: v.pipe(v.array(listedPost), v.maxLength(THREAD_LIMITS.posts)),
  shown: natural,
  declared: v.nullable(v.looseObject({ shown: natural, total: natural })),
});

/** The shape and limits of what one look at a page may give. What does not fit is refused whole. */
import * as v from "valibot";
import { PAGE_TIME } from "@/src/model/instant";
import { FACT_LIMITS, MAX_MEDIA_COUNT, type PageFacts } from "@/src/model/page-facts";
import { CHOSEN_BY, type PageReading, THREAD_LIMITS } from "@/src/model/thread";

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const maybe = (limit: number) => v.nullable(text(limit));
const count = (limit: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limit));
/** The extractor writes it in this form only. */
const pageTime = v.nullable(v.pipe(text(FACT_LIMITS.postedAt), v.regex(PAGE_TIME)));
const MAX_SOURCES = 60;
const MAX_COUNT = 100_000_000;

const facts: v.GenericSchema<unknown, PageFacts> = v.strictObject({
  pageUrl: text(FACT_LIMITS.pageUrl),
  permalink: v.nullable(text(FACT_LIMITS.permalink)),
  title: v.nullable(text(FACT_LIMITS.title)),
  language: v.nullable(text(FACT_LIMITS.language)),
  platform: text(FACT_LIMITS.platform),
  handle: v.nullable(text(FACT_LIMITS.handle)),
  displayName: v.nullable(text(FACT_LIMITS.displayName)),
  profileUrl: v.nullable(text(FACT_LIMITS.profileUrl)),
  postedAt: pageTime,
  postedAtDate: v.nullable(text(FACT_LIMITS.postedAtDate)),
  postedAtText: v.nullable(text(FACT_LIMITS.postedAtText)),
  repostedBy: v.nullable(text(FACT_LIMITS.repostedBy)),
  text: v.nullable(text(FACT_LIMITS.text)),
  mediaCount: count(MAX_MEDIA_COUNT),
  sources: v.pipe(v.record(text(60), text(FACT_LIMITS.source)), v.maxEntries(MAX_SOURCES)),
});

const account = v.strictObject({
  handle: maybe(FACT_LIMITS.handle),
  displayName: maybe(FACT_LIMITS.displayName),
  profileUrl: maybe(FACT_LIMITS.profileUrl),
  stableId: maybe(THREAD_LIMITS.stableId),
});

const derived = v.strictObject({
  isDerived: v.literal(true),
  text: text(FACT_LIMITS.postedAtText),
  from: text(FACT_LIMITS.postedAt),
  to: text(FACT_LIMITS.postedAt),
});

const candidate = v.strictObject({
  index: count(MAX_COUNT),
  handle: maybe(FACT_LIMITS.handle),
  displayName: maybe(FACT_LIMITS.displayName),
  permalink: maybe(FACT_LIMITS.permalink),
  postedAtText: maybe(FACT_LIMITS.postedAtText),
  text: maybe(THREAD_LIMITS.candidateText),
});

const listedPost = v.strictObject({
  ...account.entries,
  profileUrl: maybe(THREAD_LIMITS.address),
  permalink: maybe(THREAD_LIMITS.address),
  postedAt: pageTime,
  postedAtDate: maybe(FACT_LIMITS.postedAtDate),
  postedAtText: maybe(FACT_LIMITS.postedAtText),
  text: maybe(THREAD_LIMITS.text),
  isMeant: v.boolean(),
});

const thread = v.strictObject({
  posts: v.pipe(
    v.array(listedPost),
    v.maxLength(THREAD_LIMITS.posts),
    v.check((posts) => posts.reduce((sum, post) => sum + (post.text?.length ?? 0), 0) <= THREAD_LIMITS.totalText),
  ),
  shown: count(MAX_COUNT),
  declared: v.nullable(v.strictObject({ shown: count(MAX_COUNT), total: count(MAX_COUNT) })),
});

const doubt = v.strictObject({
  fact: text(60),
  value: text(FACT_LIMITS.permalink),
  source: text(FACT_LIMITS.source),
});

export const pageReading: v.GenericSchema<unknown, PageReading> = v.strictObject({
  facts,
  chosenBy: v.nullable(v.picklist(CHOSEN_BY)),
  author: v.strictObject({ stableId: maybe(THREAD_LIMITS.stableId) }),
  forwarder: v.nullable(account),
  quoted: v.nullable(account),
  derived: v.nullable(derived),
  candidates: v.pipe(v.array(candidate), v.maxLength(THREAD_LIMITS.candidates)),
  doubts: v.pipe(v.array(doubt), v.maxLength(THREAD_LIMITS.doubts)),
  thread,
});

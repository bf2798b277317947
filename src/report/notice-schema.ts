/**
 * Shape and rules of `notices.json`: what a notice under each law has to say, to whom it goes and how long they have, and
 * of `letters/`: the sentences it is made of. Tests hold the files to these schemas. What a law says is as it was read
 * in the sources that each entry names; nothing here is legal advice.
 */
import * as v from "valibot";
import { PERSONAL_KINDS } from "./personal/finding";
import { areUnique, Confidence, Id, IsoDate, Source, Text, Tier } from "./schema-parts";

const Element = v.strictObject({
  key: Id,
  text: Text,
  required: v.boolean(),
  /** What of the letter says it. Absent: no letter can. */
  mapsTo: v.optional(
    v.picklist([
      "signature",
      "urls",
      "statement",
      "contact",
      "description",
      "relation",
      "country",
      "category",
      "evidence-summary",
      "identity-document",
      "channel",
    ]),
  ),
});

const Notice = v.pipe(
  v.strictObject({
    id: Id,
    name: Text,
    /** ISO 3166 code, "EU", or "INT" for anywhere. */
    jurisdiction: v.pipe(v.string(), v.regex(/^([A-Z]{2}|[A-Z]{2}-[A-Z]{2}|INT)$/)),
    type: v.picklist(["platform-notice", "regulator-request", "court-order", "support-request", "letter", "caution"]),
    citation: Text,
    status: Text,
    whoMayUse: v.optional(Text),
    addressedTo: v.optional(Text),
    onBehalf: v.optional(Text),
    /** Languages that are read where it goes, BCP 47. */
    reads: v.array(Text),
    /** Personal data that its elements ask for. Any other is not needed. */
    takes: v.array(v.picklist(PERSONAL_KINDS)),
    /** The receiver gives name and contact to the person who put the content up. */
    passesNameOn: v.optional(v.literal(true)),
    /** Where it goes, in `organisations.json`, if always to the same. */
    office: v.optional(Id),
    /** Only of a caution: the rule, what follows from it, and where to go. */
    rule: v.optional(Text),
    productRules: v.optional(v.array(Text)),
    instead: v.optional(v.array(v.strictObject({ who: Text, route: Text }))),
    hotlinesSay: v.optional(v.array(v.strictObject({ says: Text, source: Source }))),
    elements: v.array(Element),
    deadline: v.strictObject({
      text: Text,
      /** Only where the law or the regulator gives a number. */
      hours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      /** From when the hours run. */
      starts: v.optional(Text),
    }),
    afterwards: v.optional(Text),
    escalation: v.optional(Text),
    caution: v.optional(Text),
    /** The day a person last read the law. Absent: nobody has. */
    checked: v.optional(IsoDate),
    confidence: Confidence,
    sourceTier: Tier,
    sources: v.pipe(v.array(Source), v.minLength(1, "a notice without a source")),
  }),
  v.check(({ elements }) => areUnique(elements.map(({ key }) => key)), "two elements with one key"),
  v.check(({ type, elements }) => (type === "caution") === (elements.length === 0), "a letter without elements"),
  v.check(({ deadline }) => (deadline.hours === undefined) === (deadline.starts === undefined), "hours from nowhere"),
);

export const NoticesSchema = v.strictObject({
  schema: v.literal("tidemark-notices/1"),
  compiled: IsoDate,
  notices: v.pipe(
    v.array(Notice),
    v.check((all) => areUnique(all.map(({ id }) => id)), "two notices with one id"),
  ),
});

/** What is worded in a notice, in another language. */
const Words = v.strictObject({
  name: Text,
  status: Text,
  whoMayUse: v.optional(Text),
  addressedTo: v.optional(Text),
  elements: v.record(Id, Text),
  deadline: Text,
  afterwards: v.optional(Text),
  escalation: v.optional(Text),
  caution: v.optional(Text),
  rule: v.optional(Text),
  productRules: v.optional(v.array(Text)),
  /** For whom each route is, in the order of `instead`. */
  instead: v.optional(v.array(Text)),
});
/** A file of `notices/`. */
export const NoticeWordsSchema = v.record(Id, Words);

const Letter = v.strictObject({
  subject: Text,
  opening: Text,
  /** By the key of the element, in the order of the letter. Words in braces are filled in. */
  parts: v.record(Id, Text),
  closing: Text,
});

/** Who writes. "self": the person shown, or the owner of the copyright. "acting": someone with authority. */
const ByRelation = v.strictObject({ self: Text, acting: Text });

/** A file of `letters/`: the letters in one language. */
export const LettersSchema = v.strictObject({
  /** Somebody who grew up with the language has read it. */
  isReviewed: v.boolean(),
  words: v.strictObject({
    /** What stands, in square brackets, where something is not filled in yet. */
    blanks: v.strictObject({
      items: Text,
      email: Text,
      nameAndEmail: Text,
      all: Text,
      signature: Text,
      country: Text,
      description: Text,
      relation: Text,
    }),
    relation: ByRelation,
    owner: ByRelation,
    /** What introduces a fact of an item; with the gap that the language wants. */
    account: v.string(),
    posted: v.string(),
    kept: v.string(),
  }),
  /** By the id of the notice. */
  letters: v.record(Id, Letter),
});

export type Notices = v.InferOutput<typeof NoticesSchema>;
export type Notice = v.InferOutput<typeof Notice>;
export type NoticeElement = v.InferOutput<typeof Element>;
export type NoticeWords = v.InferOutput<typeof Words>;
export type Letters = v.InferOutput<typeof LettersSchema>;

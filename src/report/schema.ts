/**
 * Shape and rules of `directory.json`: where each platform takes reports, and how well each address is known.
 * A test holds the file to this schema. The schema says that an entry is well formed, not that a link still works.
 */
import * as v from "valibot";
import { areUnique, Confidence, HttpsUrl, Id, IsoDate, Source, Text, Tier } from "./schema-parts";

/** An address with a part in braces that has to be filled in before it means anything, e.g. `{domain}`. */
const Template = v.pipe(v.string(), v.regex(/\{[a-z]+\}/, "nothing to fill in"));

const Prefill = v.strictObject({
  params: v.pipe(v.array(Text), v.minLength(1)),
  /** What the parameters fill in, in words. */
  carries: Text,
  example: v.optional(v.pipe(v.string(), v.startsWith("https://"))),
  /** The one of them that takes the address that is reported. Absent where no source shows one that still works. */
  address: v.optional(Text),
  /** Where the parameters were seen. */
  evidence: Text,
});

const Flow = v.pipe(
  v.strictObject({
    id: Id,
    /** `copyright` routes can pass the reporter's name to the uploader, so they are never offered first. */
    kind: v.picklist([
      "ncii",
      "threat",
      "impersonation",
      "underage",
      "general",
      "search-removal",
      "email",
      "copyright",
    ]),
    label: Text,
    url: v.optional(HttpsUrl),
    /** The page at `url` explains how to report; a form, if there is one, lies behind it. Read off its label and address. */
    isGuide: v.optional(v.literal(true)),
    urlTemplate: v.optional(v.pipe(Template, v.startsWith("https://"))),
    email: v.optional(v.pipe(v.string(), v.email())),
    emailTemplate: v.optional(v.pipe(Template, v.includes("@"))),
    /** What to do by hand, in order. */
    steps: v.optional(v.pipe(v.array(Text), v.minLength(1))),
    /** The report is made in the platform's own menus; `url` then explains how, or is the platform's help. */
    inApp: v.optional(v.literal(true)),
    /** `null` when no source says. */
    needsAccount: v.nullable(v.boolean()),
    /** Whether someone else may report for the person shown. */
    onBehalf: v.picklist(["yes", "authorised-representative", "no", "unknown"]),
    /** What to have ready, as short names. */
    asks: v.array(Text),
    /** True: a source lists what is asked. False: inferred from the law or from similar forms. */
    asksSeen: v.boolean(),
    /** Parameters a source shows the form to take. Only the one for the address is filled in. */
    prefill: v.nullable(Prefill),
    /** Only for people in these countries (ISO 3166-1 alpha-2) or in the EU. Absent: everywhere. */
    regions: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), v.minLength(1))),
    /** As stated by the platform, or by the law that is named in it. */
    deadline: v.optional(Text),
    caution: v.optional(Text),
    /** The day a person last opened the page and saw that it is for this. Absent: nobody has. */
    checked: v.optional(IsoDate),
    confidence: Confidence,
    sourceTier: Tier,
    sources: v.pipe(v.array(Source), v.minLength(1, "a flow without a source")),
  }),
  v.check((flow) => Boolean(flow.url ?? flow.urlTemplate ?? flow.email ?? flow.emailTemplate ?? flow.steps), "no way"),
  v.check((flow) => flow.isGuide === undefined || flow.url !== undefined, "a guide without an address"),
  v.check(
    (flow) => flow.sources.some((source) => source.tier === flow.sourceTier),
    "sourceTier is the tier of none of its sources",
  ),
);

const PlatformEntry = v.pipe(
  v.strictObject({
    /** Same id as in `src/model/platforms.json`, which has name and hosts. */
    id: Id,
    confidence: Confidence,
    /** The first flow for an adult about an intimate image, wherever the person is. */
    bestNciiFlow: Id,
    caution: v.optional(Text),
    flows: v.pipe(v.array(Flow), v.minLength(1)),
  }),
  v.check(({ flows, bestNciiFlow }) => flows.some((flow) => flow.id === bestNciiFlow), "bestNciiFlow names no flow"),
  v.check(
    ({ flows, bestNciiFlow }) => !flows.some((flow) => flow.id === bestNciiFlow && flow.regions !== undefined),
    "bestNciiFlow is only for some regions",
  ),
  v.check(
    ({ flows, bestNciiFlow }) => !flows.some((flow) => flow.id === bestNciiFlow && flow.kind === "copyright"),
    "bestNciiFlow is a copyright route",
  ),
);

export const DirectorySchema = v.strictObject({
  schema: v.literal("tidemark-directory/1"),
  /** The day the file was put together. */
  compiled: IsoDate,
  platforms: v.pipe(
    v.array(PlatformEntry),
    v.check((platforms) => areUnique(platforms.map((platform) => platform.id)), "two platforms with one id"),
    v.check(
      (platforms) => areUnique(platforms.flatMap((platform) => platform.flows.map((flow) => flow.id))),
      "two flows with one id",
    ),
  ),
});

export type Directory = v.InferOutput<typeof DirectorySchema>;
export type DirectoryPlatform = v.InferOutput<typeof PlatformEntry>;
export type DirectoryFlow = v.InferOutput<typeof Flow>;

/**
 * Shape and rules of `organisations.json`: who helps, where, when, and how well each is known. A test holds the file to
 * this schema. It says that an entry is well formed, not that somebody still answers there.
 */
import * as v from "valibot";
import { areUnique, Confidence, HttpsUrl, Id, IsoDate, Source, Text, Tier } from "./schema-parts";

/** What an organisation does. The interface has a word for each. */
const SERVICES = [
  "counselling",
  "crisis-support",
  "emotional-support",
  "helpline",
  "counselling-courses",
  "counselling-referral",
  "support-referral",
  "referral",
  "domestic-abuse",
  "dating-abuse",
  "shelter",
  "medical",
  "takedown-help",
  "takedown-power",
  "takedown-letter-tool",
  "platform-reporting-help",
  "escalation-to-platforms",
  "hash-matching",
  "report-illegal-content",
  "regulator-complaint",
  "doxxing-complaint",
  "privacy-commissioner-complaint-help",
  "incident-report",
  "legal",
  "legal-referral",
  "legal-information",
  "mediation",
  "police",
  "police-accompaniment",
  "police-referral",
  "offender-identification",
  "advice",
  "self-help-guides",
  "directory",
  "evidence-vault-app",
  "training",
  "advocacy",
  "runs-rainlily",
] as const;

/** `HH:MM`; 24:00 is the end of a day. */
const Clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "not a time of day"));

const Span = v.pipe(
  v.strictObject({
    /** 1 is Monday, 7 is Sunday. */
    days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1)),
    from: Clock,
    to: Clock,
  }),
  v.check(({ from, to }) => from < to, "ends before it begins"),
);

const Hours = v.strictObject({
  /** Word for word as the source has it. */
  said: Text,
  /** IANA zone in which the times are meant. */
  zone: v.pipe(
    v.string(),
    v.check((zone) => Intl.supportedValuesOf("timeZone").includes(zone), "not a time zone"),
  ),
  weekly: v.union([v.literal("always"), v.pipe(v.array(Span), v.minLength(1))]),
  /** Where the times are not of everything it does. */
  of: v.optional(v.literal("phone")),
  /** What the weekly times leave out. */
  more: v.optional(Text),
});

const FIELDS = ["url", "reportUrl", "phone", "text", "email", "hours", "emergency", "languages", "services"] as const;

const Organisation = v.strictObject({
  id: Id,
  name: Text,
  /** In its own language. */
  localName: v.optional(Text),
  /** ISO 3166-1 alpha-2; "419" is Latin America (UN M49), "INT" anywhere. */
  country: v.pipe(v.string(), v.regex(/^([A-Z]{2}|419|INT)$/)),
  /** BCP 47. */
  languages: v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/))),
  /** More languages than are named. */
  andOthers: v.optional(v.literal(true)),
  services: v.pipe(v.array(v.picklist(SERVICES)), v.minLength(1)),
  serves: v.strictObject({
    /** "before18": adults only about images from before they were 18. */
    adults: v.union([v.boolean(), v.picklist(["before18", "young"])]),
    /** `null` where no source says. */
    under18: v.nullable(v.union([v.boolean(), v.literal("from13")])),
    genders: v.picklist(["all", "women-first", "women", "unknown"]),
  }),
  url: v.optional(HttpsUrl),
  reportUrl: v.optional(HttpsUrl),
  phone: v.optional(Text),
  phoneAlternative: v.optional(Text),
  /** Number for text messages. */
  text: v.optional(Text),
  /** Name of a chat on its site. */
  chat: v.optional(Text),
  email: v.optional(v.pipe(v.string(), v.email())),
  hours: v.optional(Hours),
  /** Emergency number of its country. */
  emergency: v.optional(Text),
  notes: v.optional(Text),
  /** The day a person last called or opened it. Absent: nobody has. */
  checked: v.optional(IsoDate),
  confidence: Confidence,
  sourceTier: Tier,
  /** Fields that stand in no source, although the rest does. */
  fromBackground: v.optional(v.array(v.picklist(FIELDS))),
  sources: v.pipe(v.array(Source), v.minLength(1, "an organisation without a source")),
});

export const OrganisationsSchema = v.strictObject({
  schema: v.literal("tidemark-organisations/1"),
  /** The day the file was put together. */
  compiled: IsoDate,
  organisations: v.pipe(
    v.array(Organisation),
    v.check((all) => areUnique(all.map(({ id }) => id)), "two organisations with one id"),
  ),
});

/** A file of `organisations/`, the same organisations in another language: only what is worded. */
export const OrganisationWordsSchema = v.record(
  Id,
  v.strictObject({ name: v.optional(Text), notes: v.optional(Text), hours: v.optional(Text) }),
);

export type Organisations = v.InferOutput<typeof OrganisationsSchema>;
export type Organisation = v.InferOutput<typeof Organisation>;
export type OpeningHours = v.InferOutput<typeof Hours>;
export type Service = (typeof SERVICES)[number];
export type OrganisationWordsFile = Readonly<v.InferOutput<typeof OrganisationWordsSchema>>;

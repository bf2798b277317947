/**
 * The shape of a whole record, for one that comes in from a copy: all that our pages read without looking twice. What is
 * not named here is text of the page, and is shown as text.
 */
import * as v from "valibot";
import { type ExhibitRecord, PICTURES, RECORD_SCHEMA } from "@/src/model/exhibit";
import { emptyFacts } from "@/src/model/page-facts";

const text = v.string();
const maybe = v.nullable(text);
const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const uuid = v.pipe(text, v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const account = v.nullable(v.looseObject({ text, profileUrl: maybe }));
const factNames = Object.keys(emptyFacts("", "web"));

const File = v.looseObject({
  path: text,
  role: v.picklist(["original", "derived"]),
  bytes: natural,
  mime: text,
  sha256: text,
  sha512: text,
  complete: v.boolean(),
});

const WholeRecord = v.looseObject({
  schema: v.literal(RECORD_SCHEMA),
  id: uuid,
  caseId: uuid,
  kind: v.literal("post"),
  exhibit: v.pipe(natural, v.minValue(1)),
  url: v.looseObject({ browser: text, canonical: maybe, frames: v.array(text) }),
  page: v.looseObject({ title: maybe, lang: maybe }),
  poster: account,
  forwarder: account,
  postedAt: v.nullable(v.looseObject({ visible: maybe, machine: maybe, source: text })),
  facts: v.pipe(
    v.record(text, v.unknown()),
    v.check((facts) => factNames.every((name) => Object.hasOwn(facts, name))),
  ),
  captured: v.looseObject({ startUtc: text, endUtc: text, offsetMin: v.number(), tz: text, monotonicMs: v.number() }),
  by: v.looseObject({ role: text }),
  env: v.looseObject({ browser: text, os: text, extVersion: text, viewport: v.looseObject({}), lang: v.array(text) }),
  actions: v.array(v.looseObject({ act: text })),
  pictures: v.picklist(PICTURES),
  picture: v.looseObject({ method: text, file: text, widthPx: natural, heightPx: natural, tiles: natural }),
  files: v.array(File),
  seams: v.array(v.looseObject({ file: text })),
  missing: v.array(v.looseObject({ what: text, why: text })),
});

/** @returns `null` for what is no record. */
export function wholeRecord(value: unknown): ExhibitRecord | null {
  return v.is(WholeRecord, value) ? (value as unknown as ExhibitRecord) : null;
}

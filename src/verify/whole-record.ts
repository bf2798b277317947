/**
 * The shape of a whole record, for one that comes from outside: every field that a program of ours reads, with its lists
 * closed and its lengths bounded. What is not named here is read by nothing; it stays, because the log names the digest of all of it.
 */
import * as v from "valibot";
import { namesFault } from "@/src/manifest/exhibit-names";
import { type ExhibitRecord, MAX_EXHIBIT, RECORD_SCHEMA } from "@/src/model/exhibit";
import { shownFile } from "@/src/model/exhibit-kind";
import { ENDED_BY, FILE_CLAIMS, FILE_FORMS, IMPORT_LIMITS, RECORDED_SURFACES } from "@/src/model/from-elsewhere";
import { MISSING_PARTS, MISSING_WHYS } from "@/src/model/missing";
import { INTERRUPTIONS, PAGE_ACTS } from "@/src/model/page-acts";
import { PICTURES, REDRAW_REASONS } from "@/src/model/picture";
import { SCOPES } from "@/src/model/scope";
import { facts, post, shownAccount, thread } from "./page-claims";
import { finite, hex, list, maybe, natural, offset, px, sizePx, text, utc, uuid, zone } from "./shapes";

const file = v.looseObject({
  path: text,
  role: v.picklist(["original", "derived"]),
  op: v.optional(text),
  from: v.optional(list(text)),
  bytes: natural,
  mime: text,
  sha256: hex(64),
  sha512: hex(128),
  complete: v.boolean(),
});

const seam = v.looseObject({
  file: text,
  xPx: px,
  yPx: px,
  widthPx: px,
  heightPx: px,
  fromXPx: v.optional(px),
  fromYPx: v.optional(px),
  how: v.optional(v.picklist(["pixels", "offset", "unsure"])),
});

const missing = v.looseObject({
  what: v.picklist(MISSING_PARTS),
  why: v.picklist(MISSING_WHYS),
  screens: v.optional(v.looseObject({ taken: finite, of: finite })),
  addresses: v.optional(list(text)),
  shown: v.optional(natural),
  total: v.optional(natural),
  lengths: v.optional(list(natural)),
});

const picture = v.looseObject({
  method: v.picklist(["photograph", "re-drawn"]),
  reason: v.optional(v.picklist(REDRAW_REASONS)),
  file: text,
  widthPx: sizePx,
  heightPx: sizePx,
  tiles: natural,
  complete: v.boolean(),
});

const wholePage = v.looseObject({
  file: text,
  parts: natural,
  leftOut: v.looseObject({ frames: list(text), withPrivate: natural, other: natural }),
});

const captured = v.looseObject({
  startUtc: utc,
  endUtc: utc,
  offsetMin: offset,
  tz: zone,
  monotonicMs: finite,
  clockWarn: v.optional(text),
});

/** No screen, and no browser, magnifies a hundred times. */
const scale = v.pipe(finite, v.minValue(0), v.maxValue(100));

const env = v.looseObject({
  browser: text,
  os: text,
  extVersion: text,
  extBuildHash: text,
  userAgent: text,
  viewport: v.looseObject({ widthCss: px, heightCss: px }),
  dpr: scale,
  zoom: scale,
  lang: list(text),
  privateWindow: v.boolean(),
});

const program = v.looseObject({ browser: text, os: text, extVersion: text, extBuildHash: text, userAgent: text });

const imported = v.looseObject({
  file: text,
  form: v.picklist(FILE_FORMS),
  name: v.pipe(text, v.maxLength(IMPORT_LIMITS.name)),
  modifiedUtc: v.nullable(utc),
  how: v.picklist(["chosen", "dropped"]),
  says: v.pipe(
    v.array(v.looseObject({ name: v.picklist(FILE_CLAIMS), value: text, source: text })),
    v.maxLength(FILE_CLAIMS.length),
  ),
  text: maybe,
});

/** Seconds; a year has 31,536,000. */
const length = v.pipe(finite, v.minValue(0), v.maxValue(100_000_000));

const recording = v.looseObject({
  file: text,
  form: v.literal("video"),
  surface: v.nullable(v.picklist(RECORDED_SURFACES)),
  withSound: v.boolean(),
  seconds: length,
  ofSeconds: v.nullable(length),
  endedBy: v.picklist(ENDED_BY),
});

/** In every record. */
const base = {
  schema: v.literal(RECORD_SCHEMA),
  id: uuid,
  caseId: uuid,
  exhibit: v.pipe(natural, v.minValue(1), v.maxValue(MAX_EXHIBIT)),
  captured,
  by: v.looseObject({ role: v.picklist(["survivor", "friend", "bystander", "unstated"]) }),
  files: list(file),
  missing: list(missing),
};

/** Of the types that a schema gives, brands and the closed form of a record's own kind are missing. */
const WholeRecord = v.variant("kind", [
  v.looseObject({
    ...base,
    kind: v.literal("post"),
    url: v.looseObject({ browser: text, canonical: maybe, frames: list(text) }),
    page: v.looseObject({ title: maybe, lang: maybe }),
    poster: v.nullable(shownAccount),
    forwarder: v.nullable(shownAccount),
    postedAt: v.nullable(v.looseObject({ visible: maybe, machine: maybe, source: text })),
    facts,
    post: v.optional(post),
    thread: v.optional(thread),
    env,
    actions: list(v.looseObject({ act: v.picklist(PAGE_ACTS), detail: v.optional(text) })),
    interruptions: v.optional(list(v.looseObject({ what: v.picklist(INTERRUPTIONS), utc }))),
    pictures: v.picklist(PICTURES),
    scope: v.optional(v.picklist(SCOPES)),
    picture,
    wholePage: v.optional(wholePage),
    seams: list(seam),
  }),
  v.looseObject({ ...base, kind: v.literal("import"), env: program, imported }),
  v.looseObject({ ...base, kind: v.literal("recording"), env: program, recording }),
]);

/** @returns `null` for what is no record. */
export function wholeRecord(value: unknown): ExhibitRecord | null {
  if (!v.is(WholeRecord, value)) return null;
  const record = value as unknown as ExhibitRecord;
  const paths = record.files.map(({ path }) => path);
  return namesFault(paths) === null && paths.includes(shownFile(record)) ? record : null;
}

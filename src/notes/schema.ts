/** Shape and length of what the user writes: checked when it is to be stored, and when it comes out of a copy or a package. */
import * as v from "valibot";
import { MAX_COVER_PX, MAX_COVERS } from "@/src/model/covers";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import { isUtcInstant, type UtcInstant } from "@/src/model/instant";
import { LINKS } from "@/src/model/links";
import {
  ADDRESS_ONLY,
  AGREED,
  CASE_ROLES,
  EVENT_KINDS,
  FOUND,
  type NoteBodies,
  type NoteId,
  type NoteKind,
  OUTCOMES,
  REPORT_KINDS,
  REPORT_ROUTES,
} from "@/src/model/note";
import { MAX_ADDRESS, MAX_LINE, MAX_LISTED, MAX_WORDS } from "@/src/model/note-limits";
import type { Remarks } from "@/src/model/remarks";

export const line = v.pipe(v.string(), v.maxLength(MAX_LINE));
export const words = v.pipe(v.string(), v.maxLength(MAX_WORDS));
const lines = v.pipe(v.array(v.pipe(line, v.minLength(1))), v.maxLength(MAX_LISTED));
const uuid = v.pipe(v.string(), v.uuid());
export const exhibitId = v.pipe(
  uuid,
  v.transform((id) => id as ExhibitId),
);
export const caseId = v.pipe(
  uuid,
  v.transform((id) => id as CaseId),
);
export const noteId = v.pipe(
  uuid,
  v.transform((id) => id as NoteId),
);
const exhibits = v.pipe(v.array(exhibitId), v.maxLength(MAX_LISTED));

export const utc = v.pipe(
  v.string(),
  v.check(isUtcInstant),
  v.transform((text) => text as UtcInstant),
);
/** IANA name; what the browser does not know as one is still a name. */
const zone = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

const time = v.variant("kind", [
  v.strictObject({ kind: v.literal("exact"), utc, zone }),
  v.strictObject({ kind: v.literal("about"), utc, zone, words: line }),
  v.pipe(
    v.strictObject({ kind: v.literal("range"), utc, untilUtc: utc, zone }),
    v.check((range) => range.utc <= range.untilUtc),
  ),
  v.strictObject({ kind: v.literal("unknown"), words: line }),
]);

const event = v.strictObject({
  way: v.picklist(EVENT_KINDS),
  time,
  what: words,
  did: words,
  effect: words,
  witnesses: lines,
  exhibits,
});

const look = v.strictObject({ utc, found: v.picklist(FOUND), exhibit: v.nullable(exhibitId) });

const report = v.strictObject({
  kind: v.picklist(REPORT_KINDS),
  destination: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/))),
  to: line,
  route: v.picklist(REPORT_ROUTES),
  address: v.pipe(v.string(), v.maxLength(MAX_ADDRESS)),
  exhibits,
  sentUtc: utc,
  tz: zone,
  by: line,
  reference: line,
  due: v.nullable(v.strictObject({ utc, source: line })),
  answer: v.nullable(v.strictObject({ utc, words })),
  outcome: v.nullable(v.picklist(OUTCOMES)),
  looks: v.pipe(v.array(look), v.maxLength(MAX_LISTED)),
  words,
});

const address = v.strictObject({
  address: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ADDRESS)),
  platform: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/)),
  handle: v.nullable(line),
  posted: v.nullable(line),
  why: v.picklist(ADDRESS_ONLY),
});

const aboutCase = v.strictObject({
  name: line,
  role: v.picklist([...CASE_ROLES, "unstated"]),
  agreed: v.nullable(v.picklist(AGREED)),
});

export const BODIES = { event, report, address, case: aboutCase } satisfies {
  [Kind in NoteKind]: v.GenericSchema<unknown, NoteBodies[Kind]>;
};

const replaces = v.nullable(v.strictObject({ id: noteId, revision: uuid }));

/** What our pages ask to have written. */
export const noteDraft = v.variant("kind", [
  v.strictObject({ kind: v.literal("event"), caseId, body: event, replaces }),
  v.strictObject({ kind: v.literal("report"), caseId, body: report, replaces }),
  v.strictObject({ kind: v.literal("address"), caseId, body: address, replaces }),
  v.strictObject({ kind: v.literal("case"), caseId, body: aboutCase, replaces }),
]);

const stored = { id: noteId, caseId, writtenUtc: utc, changedUtc: utc, tz: zone, revision: uuid };

/** A note as it is stored, for what comes from elsewhere. */
export const keptNote = v.variant("kind", [
  v.strictObject({ ...stored, kind: v.literal("event"), body: event }),
  v.strictObject({ ...stored, kind: v.literal("report"), body: report }),
  v.strictObject({ ...stored, kind: v.literal("address"), body: address }),
  v.strictObject({ ...stored, kind: v.literal("case"), body: aboutCase }),
]);

const coverPx = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_COVER_PX));
const coverSidePx = v.pipe(coverPx, v.minValue(1));
const coverBox = v.strictObject({ xPx: coverPx, yPx: coverPx, widthPx: coverSidePx, heightPx: coverSidePx });

export const remarks = v.strictObject({
  description: line,
  significance: words,
  effect: words,
  people: lines,
  place: line,
  tags: lines,
  links: v.pipe(v.array(v.strictObject({ rel: v.picklist(LINKS), item: exhibitId })), v.maxLength(MAX_LISTED)),
  covers: v.exactOptional(v.pipe(v.array(coverBox), v.maxLength(MAX_COVERS))),
}) satisfies v.GenericSchema<unknown, Remarks>;

/** Remarks as they are stored, for what comes from elsewhere. */
export const keptRemarks = v.strictObject({ remarks, utc, tz: zone, revision: uuid });

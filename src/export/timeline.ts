/** What happened and when: the person's own account, what pages say of posting, and when each item was saved. */
import type { Account, AccountEntry, AccountReport, AccountTime, ExhibitWords } from "@/src/model/account";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { claimsOf } from "@/src/model/exhibit-kind";
import { PAGE_TIME, type UtcInstant, utcInstant } from "@/src/model/instant";

/** "day": only the calendar day is known. */
export type Certainty = "exact" | "about" | "range" | "day" | "unknown";

export interface TimelineRow {
  /** "event", and "reported" and "answered": of the account. "posted": a page's claim. "saved": by this device's clock. */
  kind: "event" | "reported" | "answered" | "posted" | "saved";
  certainty: Certainty;
  /** `null` where only a day, or nothing, is known. */
  utc: UtcInstant | null;
  untilUtc: UtcInstant | null;
  /** `YYYY-MM-DD` */
  day: string | null;
  zone: string | null;
  /** The time as the person put it. */
  words: string | null;
  /**
   * For a report and its answer: whom it went to, and the words of the answer. For what was posted or saved: the person's
   * one line about it.
   */
  what: string | null;
  did: string | null;
  effect: string | null;
  witnesses: readonly string[];
  exhibits: readonly number[];
}

const EMPTY: Omit<TimelineRow, "kind" | "certainty"> = {
  utc: null,
  untilUtc: null,
  day: null,
  zone: null,
  words: null,
  what: null,
  did: null,
  effect: null,
  witnesses: [],
  exhibits: [],
};

/** Earliest first; what has no time stands at the end, in the order it was given. */
export async function timelineOf(records: AsyncIterable<ExhibitRecord>, account: Account): Promise<TimelineRow[]> {
  const rows = [...account.entries.map(eventRow), ...account.reports.flatMap(reportRows)];
  for await (const record of records) rows.push(...recordRows(record, account.about.get(record.exhibit)));
  return rows.sort((one, other) => compare(sortKey(one), sortKey(other)));
}

/** What the person says of an item stands where it was saved; its one line also where it was posted. */
function recordRows(record: ExhibitRecord, words: ExhibitWords | undefined): TimelineRow[] {
  const { exhibit, captured } = record;
  const { postedAt = null, postedAtDate = null } = claimsOf(record);
  const what = words?.description || null;
  const saved: TimelineRow = {
    ...EMPTY,
    what,
    effect: words?.effect || null,
    kind: "saved",
    certainty: "exact",
    utc: captured.endUtc,
    zone: captured.tz,
    exhibits: [exhibit],
  };
  const postedMs = postedAt !== null && PAGE_TIME.test(postedAt) ? Date.parse(postedAt) : Number.NaN;
  const posted = { ...EMPTY, what, kind: "posted", exhibits: [exhibit] } as const;
  if (!Number.isNaN(postedMs)) {
    return [{ ...posted, certainty: "exact", utc: utcInstant(postedMs), zone: captured.tz }, saved];
  }
  return postedAtDate === null ? [saved] : [{ ...posted, certainty: "day", day: postedAtDate }, saved];
}

function eventRow({ time, ...entry }: AccountEntry): TimelineRow {
  return { ...EMPTY, kind: "event", certainty: time.kind, ...timeFields(time), ...entry };
}

function reportRows({ to, sentUtc, tz, answer, exhibits }: AccountReport): TimelineRow[] {
  const row = { ...EMPTY, certainty: "exact", zone: tz, exhibits } as const;
  const sent: TimelineRow = { ...row, kind: "reported", utc: sentUtc, what: to };
  if (answer === null) return [sent];
  return [sent, { ...row, kind: "answered", utc: answer.utc, what: [to, answer.words].filter(Boolean).join(": ") }];
}

function timeFields(time: AccountTime): Partial<TimelineRow> {
  if (time.kind === "unknown") return { words: time.words };
  const { utc, zone } = time;
  if (time.kind === "range") return { utc, zone, untilUtc: time.untilUtc };
  return time.kind === "about" ? { utc, zone, words: time.words } : { utc, zone };
}

/** ISO texts sort as their times do; a day stands before every moment in it. */
const sortKey = ({ utc, day }: TimelineRow): string => utc ?? day ?? "\uFFFF";

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What stands in the form of an event, and the event it makes. */
import { localOf, momentOf } from "@/src/account/zoned-time";
import type { AccountTime } from "@/src/model/account";
import type { ExhibitId } from "@/src/model/exhibit";
import type { EventKind, EventNote } from "@/src/model/note";

export type TimeKind = AccountTime["kind"];

/** Times as the fields give them: `YYYY-MM-DDTHH:MM`, or empty. */
export interface EventForm {
  way: EventKind;
  timeKind: TimeKind;
  from: string;
  until: string;
  zone: string;
  timeWords: string;
  what: string;
  did: string;
  effect: string;
  /** One on each line. */
  witnesses: string;
  exhibits: readonly ExhibitId[];
}

/** What keeps it from being kept. */
export type EventProblem = "noWords" | "noTime" | "noUntil" | "untilBefore";

export function emptyForm(zone: string): EventForm {
  return {
    way: "post",
    timeKind: "exact",
    from: "",
    until: "",
    zone,
    timeWords: "",
    what: "",
    did: "",
    effect: "",
    witnesses: "",
    exhibits: [],
  };
}

/** @param zone For an event without one. */
export function formOf({ time, witnesses, ...body }: EventNote, zone: string): EventForm {
  const { way, what, did, effect, exhibits } = body;
  const form = { ...emptyForm(zone), way, what, did, effect, exhibits, timeKind: time.kind };
  form.witnesses = witnesses.join("\n");
  if (time.kind === "unknown") return { ...form, timeWords: time.words };
  form.zone = time.zone;
  form.from = localOf(time.utc, time.zone) ?? "";
  if (time.kind === "range") form.until = localOf(time.untilUtc, time.zone) ?? "";
  if (time.kind === "about") form.timeWords = time.words;
  return form;
}

export function eventOf(form: EventForm): { body: EventNote } | { problem: EventProblem } {
  const { way, what, did, effect } = form;
  if (what.trim() === "") return { problem: "noWords" };
  const time = timeOf(form);
  if (typeof time === "string") return { problem: time };
  const witnesses = form.witnesses.split("\n").map((line) => line.trim());
  return {
    body: { way, time, what, did, effect, witnesses: witnesses.filter(Boolean), exhibits: [...form.exhibits] },
  };
}

function timeOf({ timeKind: kind, from, until, zone, timeWords: words }: EventForm): AccountTime | EventProblem {
  if (kind === "unknown") return { kind, words };
  const utc = momentOf(from, zone);
  if (utc === null) return "noTime";
  if (kind === "exact") return { kind, utc, zone };
  if (kind === "about") return { kind, utc, zone, words };
  const untilUtc = momentOf(until, zone);
  if (untilUtc === null) return "noUntil";
  return untilUtc < utc ? "untilBefore" : { kind, utc, untilUtc, zone };
}

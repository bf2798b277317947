/** What stands in the form of a report, and the report it makes. */
import { localOf, momentOf } from "@/src/account/zoned-time";
import type { ExhibitId } from "@/src/model/exhibit";
import { type UtcInstant, utcInstant } from "@/src/model/instant";
import type { Outcome, ReportKind, ReportNote, ReportRoute } from "@/src/model/note";
import { formFor } from "@/src/report/match";

/** Times as the fields give them: `YYYY-MM-DDTHH:MM`, or empty. */
export interface ReportForm {
  kind: ReportKind;
  to: string;
  /** Id in the directory, as long as what stands in `to` is its name. */
  destination: string | null;
  route: ReportRoute;
  address: string;
  sent: string;
  zone: string;
  reference: string;
  by: string;
  due: DueChoice;
  /** A day `YYYY-MM-DD`, and what says so; only for "day". */
  dueDay: string;
  dueSource: string;
  outcome: Outcome | "waiting";
  answer: string;
  exhibits: readonly ExhibitId[];
}

/** "48h": the US law that gives platforms 48 hours from a valid request. */
export type DueChoice = "none" | "48h" | "day";
export const TAKE_IT_DOWN = "TAKE IT DOWN Act (US), 48 hours";
const HOURS_48_MS = 48 * 3_600_000;

export type ReportProblem = "noPlace" | "noTime" | "noDay";

export function emptyReport(now: UtcInstant, zone: string): ReportForm {
  return {
    kind: "intimate-picture",
    to: "",
    destination: null,
    route: "form",
    address: "",
    sent: localOf(now, zone) ?? "",
    zone,
    reference: "",
    by: "",
    due: "none",
    dueDay: "",
    dueSource: "",
    outcome: "waiting",
    answer: "",
    exhibits: [],
  };
}

/** What is known of a report before anything is written of it. */
export interface ReportBegun extends Pick<ReportForm, "address" | "kind"> {
  exhibits?: readonly ExhibitId[];
}

/** With the form of the site, where the directory has one. */
export function beginReport(begun: ReportBegun, now: UtcInstant, zone: string): ReportForm {
  const form = formFor(begun.address, begun.kind);
  const place = form && { to: form.platformName, destination: form.platform };
  return { ...emptyReport(now, zone), ...begun, ...place };
}

export function reportFormOf(note: ReportNote): ReportForm {
  const { kind, to, destination, route, address, tz: zone, reference, by, due, outcome, answer, exhibits } = note;
  const choice: DueChoice = due === null ? "none" : due.source === TAKE_IT_DOWN ? "48h" : "day";
  return {
    ...{ kind, to, destination, route, address, zone, reference, by, exhibits, due: choice },
    sent: localOf(note.sentUtc, zone) ?? "",
    dueDay: choice === "day" ? (localOf(due!.utc, zone)?.slice(0, 10) ?? "") : "",
    dueSource: choice === "day" ? due!.source : "",
    outcome: outcome ?? "waiting",
    answer: answer?.words ?? "",
  };
}

/** @param before What stood there: what the form does not show is kept. @param now When an answer was written down. */
export function reportOf(
  form: ReportForm,
  before: ReportNote | null,
  now: UtcInstant,
): { body: ReportNote } | { problem: ReportProblem } {
  const { kind, to, destination, route, address, zone: tz, reference, by, outcome, exhibits } = form;
  if (to.trim() === "") return { problem: "noPlace" };
  const sentUtc = momentOf(form.sent, tz);
  if (sentUtc === null) return { problem: "noTime" };
  const due = dueOf(form, sentUtc);
  if (due === "noDay") return { problem: due };
  return {
    body: {
      ...{ kind, to, destination, route, address, sentUtc, tz, reference, by, due, exhibits: [...exhibits] },
      answer: answerOf(form, before, now),
      outcome: outcome === "waiting" ? null : outcome,
      looks: before?.looks ?? [],
      words: before?.words ?? "",
    },
  };
}

function answerOf({ answer, outcome }: ReportForm, before: ReportNote | null, now: UtcInstant): ReportNote["answer"] {
  if (outcome === "waiting" && answer.trim() === "") return null;
  return { utc: before?.answer?.utc ?? now, words: answer };
}

function dueOf({ due, dueDay, dueSource, zone }: ReportForm, sentUtc: UtcInstant): ReportNote["due"] | "noDay" {
  if (due === "none") return null;
  if (due === "48h") return { utc: utcInstant(Date.parse(sentUtc) + HOURS_48_MS), source: TAKE_IT_DOWN };
  const utc = momentOf(`${dueDay}T23:59`, zone);
  return utc === null ? "noDay" : { utc, source: dueSource };
}

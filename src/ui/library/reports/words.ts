/** Reports in words: what they are about, how they were sent, how they ended. */
import { type PlainKey, t } from "@/src/i18n/t";
import type { Outcome, ReportKind, ReportRoute } from "@/src/model/note";
import type { DueChoice } from "./form-values";

const KINDS: Readonly<Record<ReportKind, PlainKey>> = {
  "intimate-picture": "reportKind_picture",
  threat: "reportKind_threat",
  impersonation: "reportKind_impersonation",
  "under-18": "reportKind_under18",
  "other-abuse": "reportKind_other",
};
const ROUTES: Readonly<Record<ReportRoute, PlainKey>> = {
  form: "reportRoute_form",
  email: "reportRoute_email",
  notice: "reportRoute_notice",
  phone: "reportRoute_phone",
  "in-person": "reportRoute_in_person",
  other: "reportRoute_other",
};
const OUTCOMES: Readonly<Record<Outcome | "waiting", PlainKey>> = {
  waiting: "reportOutcome_waiting",
  removed: "reportOutcome_removed",
  partly: "reportOutcome_partly",
  refused: "reportOutcome_refused",
  "no-answer": "reportOutcome_no_answer",
};
const DUES: Readonly<Record<DueChoice, PlainKey>> = {
  none: "reportDue_none",
  "48h": "reportDue_48h",
  day: "reportDue_day",
};
/** What can come next; nothing where it is gone. */
const NEXT: Readonly<Partial<Record<Outcome | "waiting", PlainKey>>> = {
  partly: "reportNext_partly",
  refused: "reportNext_refused",
  "no-answer": "reportNext_no_answer",
};

export const kindWords = (kind: ReportKind): string => t(KINDS[kind]);
export const routeWords = (route: ReportRoute): string => t(ROUTES[route]);
export const dueWords = (due: DueChoice): string => t(DUES[due]);
export const outcomeWords = (outcome: Outcome | "waiting"): string => t(OUTCOMES[outcome]);

/** @param isOverdue No answer came by the day it was due. */
export function nextWords(outcome: Outcome | null, isOverdue: boolean): string | null {
  const key = isOverdue ? "reportNext_no_answer" : NEXT[outcome ?? "waiting"];
  return key === undefined ? null : t(key);
}

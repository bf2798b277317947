/** Made-up events of an account, as screens and pictures show them. */
import type { EventEntry } from "@/src/account/order";
import type { AccountTime } from "@/src/model/account";
import type { CaseId } from "@/src/model/exhibit";
import { utcInstant } from "@/src/model/instant";
import type { EventNote, NoteId } from "@/src/model/note";
import { type EventForm, emptyForm } from "@/src/ui/library/account/form-values";
import type { AccountState } from "@/src/ui/library/account/state";
import { items } from "./samples";

const ZONE = "Asia/Hong_Kong";
const at = (day: number, hour: number) => utcInstant(Date.UTC(2026, 8, day, hour - 8, 5));
const exact = (day: number, hour: number): AccountTime => ({ kind: "exact", utc: at(day, hour), zone: ZONE });

function event(n: number, body: Partial<EventNote> & Pick<EventNote, "way" | "time" | "what">): EventEntry {
  const written = utcInstant(Date.UTC(2026, 10, 21, 1, n));
  return {
    id: `5c2a0f6e-0000-4000-8000-00000000000${n}` as NoteId,
    caseId: "6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10" as CaseId,
    kind: "event",
    body: { did: "", effect: "", witnesses: [], exhibits: [], ...body },
    writtenUtc: written,
    changedUtc: written,
    tz: ZONE,
    revision: `7d1b0f6e-0000-4000-8000-00000000000${n}`,
  };
}

export const events: EventEntry[] = [
  event(1, {
    way: "message",
    time: exact(2, 21),
    what: "A message asked me to take down my drawing of the river path.",
  }),
  event(2, {
    way: "threat",
    time: exact(20, 19),
    what: "A second message said that my drawing would be put up under another name if I did not pay.",
    did: "I did not answer, and kept the conversation.",
    effect: "I slept badly and stayed away from the club.",
    exhibits: [items[0]!.id],
  }),
  event(3, {
    way: "phone-call",
    time: { kind: "about", utc: at(21, 13), zone: ZONE, words: "after lunch, before the class" },
    what: "A call from a hidden number. The caller repeated what the message said.",
    witnesses: ["Sam from the drawing club", "Kim"],
  }),
  event(4, {
    way: "post",
    time: { kind: "range", utc: at(22, 8), untilUtc: at(29, 20), zone: ZONE },
    what: "The drawing was on the page of the account, under another name.",
    exhibits: [items[0]!.id],
  }),
  event(5, { way: "platform", time: exact(30, 10), what: "I reported the page." }),
  event(6, {
    way: "in-person",
    time: { kind: "unknown", words: "some time in the spring" },
    what: "Someone asked me about the drawing in the library.",
  }),
];

export const eventForm: EventForm = {
  ...emptyForm(ZONE),
  way: "phone-call",
  timeKind: "about",
  from: "2026-09-21T13:05",
  timeWords: "after lunch, before the class",
  what: "A call from a hidden number. The caller repeated what the message said.",
  witnesses: "Sam from the drawing club\nKim",
};

const accountRead = { step: "read", events, damaged: 0, items, writing: null, said: null } as const;

export const accounts: Record<string, AccountState> = {
  account: accountRead,
  "account-empty": { ...accountRead, events: [] },
  "account-writing": {
    ...accountRead,
    writing: { entry: null, problem: null, form: eventForm, isBusy: false, failure: null },
  },
  "account-not-kept": {
    ...accountRead,
    events: [],
    writing: { entry: null, problem: null, form: { ...eventForm, timeKind: "range" }, isBusy: false, failure: "full" },
  },
};

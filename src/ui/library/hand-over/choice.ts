/** What is chosen before a package is made. */
import type { Language } from "@/src/i18n/languages";
import type { Role } from "@/src/model/custody";
import type { CaseId, ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import {
  GIVING_BACK,
  HAND_OVER_DEFAULTS,
  isKeptForOthers,
  type PicturesInside,
  RECEIVERS,
  type Receiver,
} from "@/src/model/hand-over";

export interface HandOverChoice {
  receiver: Receiver;
  /** Of what is written for them. */
  language: Language;
  caseId: CaseId;
  /** `null`: every item of the case. */
  picked: ReadonlySet<ExhibitId> | null;
  pictures: PicturesInside;
  withMarked: boolean;
  withWords: boolean;
  seal: Seal;
}

/** "words": a passphrase that is made when the package is. `keys`: public age keys, as they were typed. */
export type Seal = { by: "nothing" } | { by: "words" } | { by: "keys"; keys: string };

/** A case and how many of its items can be handed over. `name` is the user's; `null` where they gave none. */
export interface CaseToChoose {
  id: CaseId;
  name: string | null;
  /** In which role the user keeps it. */
  role: Role;
  items: number;
}

/** What stands first: the whole case, for the first receiver. */
export function firstChoice(caseId: CaseId, language: Language): HandOverChoice {
  const [receiver] = RECEIVERS;
  return {
    receiver,
    language,
    caseId,
    picked: null,
    seal: { by: "nothing" },
    ...HAND_OVER_DEFAULTS[receiver],
  };
}

/**
 * Another receiver brings its own choices of what goes in; which items, in which language and who can open it stay. Only what is
 * given back to the person it is about goes in whole, and so not unlocked.
 */
export function forReceiver(choice: HandOverChoice, receiver: Receiver, role: Role): HandOverChoice {
  if (receiver !== "friend" || !isKeptForOthers(role)) return { ...choice, receiver, ...HAND_OVER_DEFAULTS[receiver] };
  const seal: Seal = choice.seal.by === "nothing" ? { by: "words" } : choice.seal;
  return { ...choice, receiver, ...GIVING_BACK, seal };
}

/** All of another case. What goes in is chosen anew only where it is kept for someone else, and the case before was not, or the reverse. */
export function forCase(choice: HandOverChoice, cases: readonly CaseToChoose[], caseId: CaseId): HandOverChoice {
  const [before, after] = [roleIn(cases, choice.caseId), roleIn(cases, caseId)];
  const next = { ...choice, caseId, picked: null };
  return isKeptForOthers(before) === isKeptForOthers(after) ? next : forReceiver(next, choice.receiver, after);
}

export function roleIn(cases: readonly CaseToChoose[], caseId: CaseId): Role {
  return cases.find(({ id }) => id === caseId)?.role ?? "unstated";
}

/** In the order of their numbers. */
export function itemsOfCase(items: readonly ExhibitSummary[], caseId: CaseId): ExhibitSummary[] {
  return items.filter((item) => item.caseId === caseId).sort((one, other) => one.exhibit - other.exhibit);
}

/** The chosen items, in the order of their numbers. */
export function chosenItems(items: readonly ExhibitSummary[], { caseId, picked }: HandOverChoice): ExhibitSummary[] {
  return itemsOfCase(items, caseId).filter(({ id }) => picked === null || picked.has(id));
}

/**
 * Who helps, by place, language and kind of help. Only the place that the user chose counts: nothing here guesses one.
 * It reads packaged data; it cannot know whether a number still answers, so each entry says how it is known.
 */
import type { Organisation, Organisations, Service } from "./organisation-schema";
import { WORDS } from "./organisation-words";
import organisations from "./organisations.json";
import { nearestLanguage, WORDED_LANGUAGES } from "./words-language";

// The compiler reads a JSON file's texts as plain strings. tests/unit/report/organisations.test.ts holds the file to the type.
const { compiled, organisations: ALL } = organisations as unknown as Organisations;

/** The day the list was put together, `YYYY-MM-DD`. */
export const ORGANISATIONS_DATE: string = compiled;

const ANYWHERE = "INT";
const LATIN_AMERICA = "419";
const IN_LATIN_AMERICA: readonly string[] = ["BR", "MX"];

/** Every place that the list has somebody for: ISO 3166-1 alpha-2, or "419" for Latin America. */
export const PLACES: readonly string[] = [...new Set(ALL.map(({ country }) => country))].filter(
  (country) => country !== ANYWHERE,
);

/** Every language that somebody in the list is known to speak, BCP 47. */
export const LANGUAGES: readonly string[] = [...new Set(ALL.flatMap(({ languages }) => languages))].sort();

/** What a person may be looking for. */
export const HELP_KINDS = ["talk", "remove", "law", "police", "medical", "read"] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

const KIND_OF: Readonly<Record<Service, HelpKind>> = {
  counselling: "talk",
  "crisis-support": "talk",
  "emotional-support": "talk",
  helpline: "talk",
  "counselling-courses": "talk",
  "counselling-referral": "talk",
  "support-referral": "talk",
  referral: "talk",
  "domestic-abuse": "talk",
  "dating-abuse": "talk",
  shelter: "talk",
  medical: "medical",
  "takedown-help": "remove",
  "takedown-power": "remove",
  "takedown-letter-tool": "remove",
  "platform-reporting-help": "remove",
  "escalation-to-platforms": "remove",
  "hash-matching": "remove",
  "report-illegal-content": "remove",
  "regulator-complaint": "law",
  "doxxing-complaint": "law",
  "privacy-commissioner-complaint-help": "law",
  "incident-report": "law",
  legal: "law",
  "legal-referral": "law",
  "legal-information": "law",
  mediation: "law",
  police: "police",
  "police-accompaniment": "police",
  "police-referral": "police",
  "offender-identification": "law",
  advice: "read",
  "self-help-guides": "read",
  directory: "read",
  "evidence-vault-app": "read",
  training: "read",
  advocacy: "read",
  "runs-rainlily": "read",
};

export interface HelpWanted {
  /** One of PLACES, or `null`: none chosen, or another place. */
  place: string | null;
  /** One of LANGUAGES, or `null` for any. */
  language: string | null;
  kind: HelpKind | null;
}

export interface HelpFound {
  /** Those of the place before those for anywhere. */
  fitting: Organisation[];
  /** The same, but for none of them is it known that they speak the language. */
  otherLanguages: Organisation[];
}

export function helpFor({ place, language, kind }: HelpWanted): HelpFound {
  const ofKind = forPlace(place).filter(
    ({ services }) => kind === null || services.some((one) => KIND_OF[one] === kind),
  );
  const speaks = (one: Organisation) => language === null || mightSpeak(one, language);
  return { fitting: ofKind.filter(speaks), otherLanguages: ofKind.filter((one) => !speaks(one)) };
}

function forPlace(place: string | null): Organisation[] {
  const around = place !== null && IN_LATIN_AMERICA.includes(place) ? [place, LATIN_AMERICA] : [place];
  return [
    ...around.flatMap((where) => ALL.filter(({ country }) => country === where)),
    ...ALL.filter(({ country }) => country === ANYWHERE),
  ];
}

/** "zh" takes in every form of Chinese. */
function mightSpeak({ languages, andOthers }: Organisation, language: string): boolean {
  const primary = (tag: string) => tag.split("-")[0];
  return andOthers === true || languages.some((one) => primary(one) === primary(language));
}

/** The emergency number of a place; `null` where the list has none. Never that of another place. */
export function emergencyNumber(place: string | null): string | null {
  const own = ALL.find(({ country, emergency }) => country === place && emergency !== undefined);
  return own?.emergency ?? null;
}

export function organisationById(id: string): Organisation | null {
  return ALL.find((one) => one.id === id) ?? null;
}

/** What is worded about an organisation. */
export interface OrganisationWords {
  name: string;
  notes: string | null;
  hoursMore: string | null;
}

/** @param language BCP 47 tag of the language shown. Where nothing is worded in it, English. */
export function wordsOf(one: Organisation, language: string): OrganisationWords {
  const worded = nearestLanguage(language, WORDED_LANGUAGES);
  const own = worded === null ? undefined : WORDS[worded][one.id];
  return {
    name: own?.name ?? one.name,
    notes: own?.notes ?? one.notes ?? null,
    hoursMore: own?.hours ?? one.hours?.more ?? null,
  };
}

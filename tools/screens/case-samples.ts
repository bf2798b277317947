/** Made-up cases for the faces. */
import type { CaseLine, CaseNow } from "@/src/model/case-line";
import type { CaseId } from "@/src/model/exhibit";
import type { NoteId } from "@/src/model/note";
import type { CasesState } from "@/src/ui/library/cases/state";
import type { FirstState } from "@/src/ui/library/first/run-first";
import { CASE } from "./samples";

const other = "5b1c1d0e-8a53-4b1f-9c7e-2f6f5a0d7c11" as CaseId;
const received = "5b1c1d0e-8a53-4b1f-9c7e-2f6f5a0d7c12" as CaseId;
const note = { id: "5b1c1d0e-8a53-4b1f-9c7e-2f6f5a0d7c13" as NoteId, revision: "5b1c1d0e-8a53-4b1f-9c7e-2f6f5a0d7c14" };

export const caseLines: readonly CaseLine[] = [
  {
    id: CASE,
    about: { name: "The garden plan", role: "friend", agreed: "unknown" },
    note,
    isReceived: false,
    isCurrent: true,
  },
  { id: other, about: { name: "", role: "unstated", agreed: null }, note: null, isReceived: false, isCurrent: false },
  {
    id: received,
    about: { name: "For Sam", role: "survivor", agreed: null },
    note,
    isReceived: true,
    isCurrent: false,
  },
];

const read = {
  step: "read",
  cases: caseLines,
  counts: new Map([[CASE, 12]]),
  form: null,
  said: null,
  failure: null,
} as const;

export const casesFaces: Record<string, CasesState> = {
  cases: read,
  "cases-begin": {
    ...read,
    form: { of: null, about: { name: "", role: "friend", agreed: null }, isBusy: false },
  },
  "cases-change": { ...read, form: { of: CASE, about: caseLines[0]!.about, isBusy: false }, failure: "full" },
};

export const firsts: Record<string, FirstState> = {
  start: { isDue: true, step: "role", failure: null },
  "start-agreed": { isDue: true, step: "agreed", failure: null },
  "start-answered": { isDue: false, step: "answered", failure: null },
};

export const forSomeone: CaseNow = { about: caseLines[0]!.about, isOneOfSeveral: true };
export const cameAcross: CaseNow = {
  about: { name: "", role: "bystander", agreed: null },
  isOneOfSeveral: false,
};

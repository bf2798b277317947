import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CaseLine } from "@/src/model/case-line";
import type { CaseId } from "@/src/model/exhibit";
import type { CaseNote } from "@/src/model/note";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import { Title } from "@/src/ui/library/Title";
import { Button } from "@/src/ui/parts/Button";
import { CaseName } from "./CaseName";
import { EditCase } from "./EditCase";
import { RoleAdvice } from "./RoleAdvice";
import type { CasesState } from "./state";

export interface CasesCalls {
  onEditCase: (of: CaseId | null) => void;
  onTypeCase: (about: CaseNote) => void;
  onPutCaseAway: () => void;
  onKeepCase: () => void;
  onChooseCase: (id: CaseId) => void;
  /** Goes to the list, with the items of this case only. */
  onShowCase: (id: CaseId) => void;
}

/** All cases: which takes what is saved, and what each is called and for whom it is kept. */
export function CasesPage({ cases, calls }: { cases: CasesState; calls: CasesCalls }) {
  return (
    <div class="stack">
      <Title>{t("sectionCases")}</Title>
      <p class="secondary">{t("casesNote")}</p>
      {cases.step === "reading" && <p class="secondary">{t("reading")}</p>}
      {cases.step === "failed" && <ReadFailure failure={cases.failure} />}
      {cases.step === "read" && <Read state={cases} calls={calls} />}
    </div>
  );
}

type ReadState = Extract<CasesState, { step: "read" }>;

function Read({ state, calls }: { state: ReadState; calls: CasesCalls }) {
  const { cases, counts, form, said, failure } = state;
  return (
    <>
      <div role="status">{said !== null && <p>{t(`caseSaid_${said}`)}</p>}</div>
      <div role="alert">{failure !== null && <ReadFailure failure={failure} />}</div>
      <ul class="stack">
        {cases.map((line) => (
          <li key={line.id} class="card stack-tight">
            {form !== null && form.of === line.id ? (
              <EditCase form={form} calls={calls} />
            ) : (
              <OneCase line={line} count={counts.get(line.id) ?? 0} calls={calls} />
            )}
          </li>
        ))}
      </ul>
      {form !== null && form.of === null ? (
        <section class="card stack-tight" aria-label={t("caseBegin")}>
          <EditCase form={form} calls={calls} />
        </section>
      ) : (
        <Button onPress={() => calls.onEditCase(null)}>{t("caseBegin")}</Button>
      )}
    </>
  );
}

function OneCase({ line, count, calls }: { line: CaseLine; count: number; calls: CasesCalls }) {
  const { id, about, isReceived, isCurrent } = line;
  return (
    <>
      <h2>
        <CaseName about={about} />
      </h2>
      <p class="secondary">
        {t(`role_${about.role}`)} · {t("caseItems", [formatNumber(count)])}
      </p>
      {isCurrent && <p>{t("casesCurrent")}</p>}
      {isReceived && <p>{t("casesReceived")}</p>}
      {!isReceived && <RoleAdvice about={about} />}
      <div class="button-line">
        {!isCurrent && !isReceived && <Button onPress={() => calls.onChooseCase(id)}>{t("caseUse")}</Button>}
        {count > 0 && <Button onPress={() => calls.onShowCase(id)}>{t("caseShow")}</Button>}
        {!isReceived && <Button onPress={() => calls.onEditCase(id)}>{t("caseChange")}</Button>}
      </div>
    </>
  );
}

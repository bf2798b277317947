import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { ExhibitId } from "@/src/model/exhibit";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { type RemarksForm, type RemarksProblem, remarksOf } from "./form-values";
import { LinkedItems } from "./LinkedItems";
import { RemarksFields } from "./RemarksFields";
import type { RemarksState } from "./state";

export interface RemarksCalls {
  onTypeRemarks: (form: RemarksForm) => void;
  /** The items that can be linked are needed. */
  onListItems: () => void;
  onKeepRemarks: () => void;
}

interface RemarksCardProps {
  id: ExhibitId;
  /** `null` where they cannot be read. */
  remarks: RemarksState | null;
  calls: RemarksCalls;
}

/** What the user says about an item. It stands beside what was kept and changes nothing of it. */
export function RemarksCard({ id, remarks, calls }: RemarksCardProps) {
  return (
    <section class="card stack remarks" aria-labelledby="remarks-title">
      <div class="stack-tight">
        <h2 id="remarks-title">{t("remarksTitle")}</h2>
        <p class="note">{t("remarksNote")}</p>
      </div>
      {remarks === null ? (
        <Notice kind="attention">
          <p>{t("remarksNotRead")}</p>
        </Notice>
      ) : (
        <>
          <LinkedItems id={id} links={remarks.links} items={remarks.items} />
          <Form remarks={remarks} calls={calls} />
        </>
      )}
    </section>
  );
}

function Form({ remarks, calls }: { remarks: RemarksState; calls: RemarksCalls }) {
  const { form, isBusy } = remarks;
  const [problem, setProblem] = useState<RemarksProblem | null>(null);
  const type = (some: Partial<RemarksForm>) => calls.onTypeRemarks({ ...form, ...some });
  const keep = () => {
    const made = remarksOf(form);
    setProblem("problem" in made ? made.problem : null);
    if ("remarks" in made) calls.onKeepRemarks();
  };
  return (
    <form
      class="stack"
      aria-labelledby="remarks-title"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        keep();
      }}
    >
      <RemarksFields remarks={remarks} onType={type} onListItems={calls.onListItems} />
      <p role="alert" class="correction-problem">
        {problemWords(problem, remarks)}
      </p>
      <div class="button-line">
        <Button isAsked={isBusy} onPress={keep}>
          {t("remarksKeep")}
        </Button>
        <Said remarks={remarks} />
      </div>
    </form>
  );
}

function problemWords(problem: RemarksProblem | null, { failure }: RemarksState): string {
  if (problem !== null) return t(`remarksProblem_${problem}`);
  return failure === null ? "" : `${t("remarksNotKept")} ${t(`vault_${failure}`)}`;
}

/** What is not kept yet is not read out at every key. */
function Said({ remarks: { said, isChanged, isBusy } }: { remarks: RemarksState }) {
  return (
    <div class="remarks-said note">
      <p role="status">{said === null ? "" : t(said === "kept" ? "remarksKept" : "remarksUnchanged")}</p>
      {isChanged && !isBusy && <p>{t("remarksNotYet")}</p>}
    </div>
  );
}

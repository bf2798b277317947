import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Labelled } from "@/src/ui/parts/Labelled";
import { Problem } from "@/src/ui/parts/Problem";
import type { LeavingState, RowsState } from "./run-leaving";

export interface LeavingCalls {
  onLeaveTo: (typed: string) => void;
  onAllowRows: () => void;
  onEndRows: () => void;
  onRemoveRows: () => void;
}

/** What leaving does and does not do, the page it goes to, and our rows in the history. */
export function LeavingSetting({ leaving, calls }: { leaving: LeavingState | null; calls: LeavingCalls }) {
  return (
    <section class="card stack-tight">
      <h2>{t("leavingTitle")}</h2>
      <p>{t("leavingClears")}</p>
      <p>{t("leavingKeys")}</p>
      <p>{t("leavingDoesNot")}</p>
      {leaving !== null && <LeaveTo key={leaving.to} leaving={leaving} onLeaveTo={calls.onLeaveTo} />}
      {leaving?.rows && <Rows rows={leaving.rows} calls={calls} />}
    </section>
  );
}

function LeaveTo({ leaving, onLeaveTo }: { leaving: LeavingState } & Pick<LeavingCalls, "onLeaveTo">) {
  const [typed, setTyped] = useState(leaving.to);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onLeaveTo(typed);
  };
  return (
    <form class="stack-tight" onSubmit={submit} noValidate>
      <Labelled label={t("leaveTo")} note={t("leaveToNote")}>
        {(ids) => (
          <input
            {...ids}
            class="input"
            type="url"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        )}
      </Labelled>
      <Problem says={leaving.said === "notAnAddress" ? t("leaveToWrong") : null} />
      <p role="status">{leaving.said === "kept" && t("leaveToKept")}</p>
      <div class="button-line">
        <button type="submit" class="button">
          {t("leaveToKeep")}
        </button>
        {!leaving.isUsual && <Button onPress={() => onLeaveTo("")}>{t("leaveToUsual")}</Button>}
      </div>
    </form>
  );
}

function Rows({ rows, calls }: { rows: RowsState; calls: LeavingCalls }) {
  return (
    <div class="stack-tight">
      <h3>{t("rowsTitle")}</h3>
      <p>{t("rowsWhy")}</p>
      <p id="rows-asks" class="note">
        {t("rowsAsks")}
      </p>
      <div class="button-line">
        {rows.step === "on" ? (
          <>
            <Button onPress={calls.onRemoveRows}>{t("rowsNow")}</Button>
            <Button onPress={calls.onEndRows}>{t("rowsEnd")}</Button>
          </>
        ) : (
          <Button onPress={calls.onAllowRows} isAsked={rows.step === "asking"} describedBy="rows-asks">
            {t("rowsAllow")}
          </Button>
        )}
      </div>
      <p role="status">{rowsSaid(rows)}</p>
      <p class="note">{t("rowsStay")}</p>
    </div>
  );
}

function rowsSaid(rows: RowsState): string {
  if (rows.step !== "on") return t(`rows_${rows.step}`);
  return rows.removed === null ? t("rows_on") : t("rowsRemoved", [formatNumber(rows.removed)]);
}

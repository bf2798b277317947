import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { keepsLeast } from "@/src/model/case-line";
import type { Scope } from "@/src/model/scope";
import { CaseName } from "@/src/ui/library/cases/CaseName";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { CameAcross } from "./CameAcross";
import { Found } from "./Found";
import { NextSteps } from "./NextSteps";
import type { PopupCalls } from "./Popup";
import { SaveButtons } from "./SaveButtons";
import { ScopeChoice, usualScope } from "./ScopeChoice";
import type { PopupState } from "./state";
import { WhichOne } from "./WhichOne";

type ReadyState = Extract<PopupState, { step: "ready" }>;

/** What was found on the page, and the one thing to do. Enter does it. */
export function Ready({ state, calls }: { state: ReadyState; calls: PopupCalls }) {
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  const { inner } = state.page;
  const [scope, setScope] = useState<Scope>(() => usualScope(inner));
  const about = state.now?.about;
  const isBystander = about?.role === "bystander";
  const ways = (
    <SaveButtons
      comesFirst={isBystander ? "nothing" : about && keepsLeast(about) ? "covered" : "as shown"}
      mainRef={main}
      onSave={(pictures) => calls.onSave({ pictures, scope })}
    >
      <ScopeChoice chosen={scope} inner={inner} onChoose={setScope} />
    </SaveButtons>
  );
  return (
    <>
      {state.isFirst && <First onRead={calls.onReadFirst} />}
      <Found page={state.page} />
      <WhichOne posts={state.posts} chosen={state.chosen} page={state.page} onChoose={calls.onChoose} />
      {state.isUnder18 && <SaidUnder18 calls={calls} />}
      {!state.isUnder18 && !isBystander && ways}
      {!state.isUnder18 && isBystander && (
        <CameAcross state={state} calls={calls} mainRef={main}>
          {ways}
        </CameAcross>
      )}
      <GoesInto state={state} />
      {state.isPrivateWindow && (
        <Notice kind="info">
          <p>{t("privateWindow")}</p>
        </Notice>
      )}
      <NextSteps report={isBystander && !state.isUnder18 ? null : state.report} calls={calls} />
    </>
  );
}

/** The page itself is not offered: what was said of it can be changed where it was said. */
function SaidUnder18({ calls }: { calls: PopupCalls }) {
  return (
    <Notice kind="info">
      <p>{t("under18Said")}</p>
      <div class="button-line">
        <Button onPress={calls.onUnder18}>{t("under18Keep")}</Button>
        <Button onPress={calls.onReporting}>{t("under18Change")}</Button>
      </div>
    </Notice>
  );
}

/** Said until the page was read or skipped; it stops nobody. */
function First({ onRead }: { onRead: () => void }) {
  return (
    <p class="note">
      {t("firstLine")}{" "}
      <button type="button" class="link" onClick={onRead}>
        {t("firstRead")}
      </button>
    </p>
  );
}

/** Which of several cases takes it. */
function GoesInto({ state: { now } }: { state: ReadyState }) {
  if (now === null || !now.isOneOfSeveral) return null;
  return (
    <p class="note">
      {t("popupCase")} <CaseName about={now.about} />
    </p>
  );
}

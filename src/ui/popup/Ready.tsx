import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import { Found } from "./Found";
import { NextSteps } from "./NextSteps";
import type { PopupCalls } from "./Popup";
import { ScopeChoice, usualScope } from "./ScopeChoice";
import type { PopupState } from "./state";
import { WhichOne } from "./WhichOne";

type ReadyState = Extract<PopupState, { step: "ready" }>;

/** What was found on the page, and the one thing to do. Enter saves. */
export function Ready({ state, calls }: { state: ReadyState; calls: PopupCalls }) {
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  const { inner } = state.page;
  const [scope, setScope] = useState(() => usualScope(inner));
  return (
    <>
      <Found page={state.page} />
      <WhichOne posts={state.posts} chosen={state.chosen} page={state.page} onChoose={calls.onChoose} />
      <div class="popup-main-action">
        <Button kind="main" buttonRef={main} onPress={() => calls.onSave({ pictures: "as shown", scope })}>
          {t("savePage")}
        </Button>
        <ScopeChoice chosen={scope} inner={inner} onChoose={setScope} />
        <SaveCovered onPress={() => calls.onSave({ pictures: "covered", scope })} />
      </div>
      {state.isPrivateWindow && (
        <Notice kind="info">
          <p>{t("privateWindow")}</p>
        </Notice>
      )}
      <NextSteps report={state.report} calls={calls} />
    </>
  );
}

/** For who does not want to see or keep the pictures. */
function SaveCovered({ onPress }: { onPress: () => void }) {
  const noteId = useOwnId();
  return (
    <div class="popup-second-action">
      <Button describedBy={noteId} onPress={onPress}>
        {t("saveCovered")}
      </Button>
      <p id={noteId} class="visually-hidden">
        {t("saveCoveredNote")}
      </p>
    </div>
  );
}

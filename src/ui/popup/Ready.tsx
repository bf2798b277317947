import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { PageView } from "@/src/messaging/protocol";
import { platformName } from "@/src/model/platform";
import { Address } from "@/src/ui/parts/Address";
import { Button } from "@/src/ui/parts/Button";
import { Claim } from "@/src/ui/parts/Claim";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Notice } from "@/src/ui/parts/Notice";
import { PostedTime } from "@/src/ui/parts/PostedTime";
import { NextSteps } from "./NextSteps";
import type { PopupCalls } from "./Popup";
import { ScopeChoice, usualScope } from "./ScopeChoice";
import type { PopupState } from "./state";

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
      <NextSteps report={state.report} onReport={calls.onReport} onOpenNotes={calls.onOpenNotes} />
    </>
  );
}

/** For who does not want to see or keep the pictures. */
function SaveCovered({ onPress }: { onPress: () => void }) {
  const noteId = useId();
  return (
    <div class="popup-second-action">
      <Button describedBy={noteId} onPress={onPress}>
        {t("saveCovered")}
      </Button>
      <p id={noteId} class="row-note">
        {t("saveCoveredNote")}
      </p>
    </div>
  );
}

function Found({ page: { url, facts } }: { page: PageView }) {
  return (
    <Facts>
      <Fact name={t("factPlatform")}>{platformName(facts.platform) ?? t("platformWeb")}</Fact>
      <Fact name={t("factHandle")}>
        <Claim text={facts.handle} />
      </Fact>
      <Fact name={t("factPosted")}>
        <PostedTime facts={facts} />
      </Fact>
      <Fact name={t("factAddress")}>
        <Address url={url} />
      </Fact>
    </Facts>
  );
}

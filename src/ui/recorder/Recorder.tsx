import { useState } from "preact/hooks";
import { formatBytes } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { exhibitLabel } from "@/src/model/exhibit";
import { lengthText } from "@/src/model/length";
import { BackLink } from "@/src/ui/parts/BackLink";
import { Button } from "@/src/ui/parts/Button";
import { Headline } from "@/src/ui/parts/Headline";
import { LineField } from "@/src/ui/parts/LineField";
import { MissingNotice } from "@/src/ui/parts/MissingNotice";
import { Notice } from "@/src/ui/parts/Notice";
import { TopBar } from "@/src/ui/parts/TopBar";
import type { RecorderFailure, RecorderRun, RecorderState } from "./run-recorder";

export interface RecorderCalls {
  onStart: RecorderRun["start"];
  onStop: () => void;
  onAgain: () => void;
  onLeave: () => void;
}

interface RecorderProps {
  state: RecorderState;
  calls: RecorderCalls;
  /** The way back to what is kept; an item stands behind its hash. */
  notesHref: string;
}

/** Records a tab, a window or the screen that the user shares, and keeps it. */
export function Recorder({ state, calls, notesHref }: RecorderProps) {
  return (
    <div class="library verify">
      <div class="library-top">
        <TopBar nameLevel="p" onLeave={calls.onLeave} />
      </div>
      <main class="work stack">
        <BackLink href={notesHref}>{t("openMyNotes")}</BackLink>
        <h1 tabIndex={-1}>{t("recorderTitle")}</h1>
        <Headline face={state.step} level={2}>
          {headline(state)}
        </Headline>
        <Step state={state} calls={calls} notesHref={notesHref} />
      </main>
    </div>
  );
}

function Step({ state, calls, notesHref }: RecorderProps) {
  switch (state.step) {
    case "ready":
      return <Ready state={state} calls={calls} />;
    case "asking":
    case "keeping":
      return null;
    case "recording":
      return (
        <div class="stack-tight">
          <p role="timer">{elapsed(state)}</p>
          <p class="secondary">{t("recorderBytes", [formatBytes(state.bytes)])}</p>
          <p>{t("recorderStay")}</p>
          <p>
            <Button kind="main" onPress={calls.onStop}>
              {t("recorderStop")}
            </Button>
          </p>
        </div>
      );
    case "kept":
      return (
        <div class="stack-tight">
          <MissingNotice missing={state.recording.missing} />
          <p>
            <a href={`${notesHref}#/item/${state.recording.id}`}>{t("recorderOpen")}</a>
          </p>
          <p>
            <Button onPress={calls.onAgain}>{t("recorderAgain")}</Button>
          </p>
        </div>
      );
  }
}

function Ready({ state, calls }: { state: Extract<RecorderState, { step: "ready" }>; calls: RecorderCalls }) {
  const [length, setLength] = useState("");
  const [withSound, setSound] = useState(true);
  return (
    <>
      <div role="alert">
        {state.failure !== null && (
          <Notice kind="attention">
            <p>{failureWords(state.failure)}</p>
          </Notice>
        )}
        {state.isLengthWrong && (
          <Notice kind="attention">
            <p>{t("recorderLengthWrong")}</p>
          </Notice>
        )}
      </div>
      <p>{t("recorderIntro")}</p>
      <p>{t("recorderStored")}</p>
      <Notice kind="info">
        <p>{t("recorderUnder18")}</p>
        <p>{t("recorderOthers")}</p>
      </Notice>
      <LineField
        label={t("recorderLength")}
        note={t("recorderLengthNote")}
        value={length}
        max={9}
        isWide={false}
        onType={setLength}
      />
      <label class="choice">
        <input type="checkbox" checked={withSound} onChange={({ currentTarget }) => setSound(currentTarget.checked)} />
        <span>{t("recorderSound")}</span>
      </label>
      <p>
        <Button kind="main" onPress={() => void calls.onStart(length, withSound)}>
          {t("recorderStart")}
        </Button>
      </p>
    </>
  );
}

function elapsed({ seconds, ofSeconds }: Extract<RecorderState, { step: "recording" }>): string {
  const of = ofSeconds === null ? "" : ` ${t("lengthOf", [lengthText(ofSeconds)])}`;
  return t("recorderElapsed", [lengthText(seconds)]) + of;
}

function failureWords(failure: RecorderFailure): string {
  switch (failure) {
    case "notShared":
    case "notOffered":
    case "nothingRecorded":
      return t(`recorder_${failure}`);
    default:
      return t(`vault_${failure}`);
  }
}

function headline(state: RecorderState): string {
  switch (state.step) {
    case "ready":
      return "";
    case "asking":
      return t("recorderAsking");
    case "recording":
      return t("recorderRunning");
    case "keeping":
      return t("recorderKeeping");
    case "kept": {
      const { exhibit } = state.recording;
      return exhibit === null ? t("recorderKeptLocked") : t("savedAs", [exhibitLabel(exhibit)]);
    }
  }
}

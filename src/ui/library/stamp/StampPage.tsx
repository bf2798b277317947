import { type PlainKey, t } from "@/src/i18n/t";
import type { StampFailure } from "@/src/model/stamp";
import { Title } from "@/src/ui/library/Title";
import { Button } from "@/src/ui/parts/Button";
import { Claim } from "@/src/ui/parts/Claim";
import { Headline } from "@/src/ui/parts/Headline";
import { Problem } from "@/src/ui/parts/Problem";
import { StampSays } from "@/src/ui/parts/StampSays";
import { StopButton } from "@/src/ui/parts/StopButton";
import { AskAuthority } from "./AskAuthority";
import { ByHand } from "./ByHand";
import type { ReplyFiles, StampState } from "./run-stamp";

export interface StampCalls {
  onStampFile: (file: File) => void;
  onAskStamp: (authority: string) => void;
  onSaveRequest: () => void;
  onAddReply: (files: ReplyFiles) => void;
  onStopStamp: () => void;
  onAnotherStamp: () => void;
}

/** Adds a time stamp to a package that was made before. Nothing is sent before a button here is pressed. */
export function StampPage({ stamp, calls }: { stamp: StampState; calls: StampCalls }) {
  return (
    <div class="stack">
      <Title>{t("sectionStamp")}</Title>
      <p>{t("stampIntro")}</p>
      <Headline face={stamp.step} level={2}>
        {headline(stamp)}
      </Headline>
      <Step stamp={stamp} calls={calls} />
    </div>
  );
}

function Step({ stamp, calls }: { stamp: StampState; calls: StampCalls }) {
  switch (stamp.step) {
    case "choosing":
      return (
        <>
          <Problem says={stamp.failure && failureWords(stamp.failure)} />
          <PackageField onFile={calls.onStampFile} />
        </>
      );
    case "opening":
      return null;
    case "ready":
      return (
        <>
          <Problem says={stamp.failure && failureWords(stamp.failure)} />
          <p class="secondary">
            <Claim text={stamp.package.fileName} />
          </p>
          {stamp.package.isStamped && <p>{t("stampReplaces")}</p>}
          <AskAuthority authorities={stamp.authorities} onAsk={calls.onAskStamp} />
          <ByHand
            isRequestSaved={stamp.package.isRequestSaved}
            onSaveRequest={calls.onSaveRequest}
            onAddReply={calls.onAddReply}
          />
          <Button onPress={calls.onAnotherStamp}>{t("stampAnother")}</Button>
        </>
      );
    case "asking":
      return <StopButton onStop={calls.onStopStamp} />;
    case "made":
      return (
        <>
          <p>{t("stampSavedAs", [stamp.made.fileName])}</p>
          <StampSays stamp={stamp.made.stamp} />
          <Button onPress={calls.onAnotherStamp}>{t("stampAnother")}</Button>
        </>
      );
  }
}

function PackageField({ onFile }: { onFile: (file: File) => void }) {
  const take = (file: File | undefined) => file && onFile(file);
  return (
    <label class="labelled">
      <span>{t("stampPackageFile")}</span>
      <input
        class="input"
        type="file"
        accept=".zip,application/zip"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
    </label>
  );
}

function failureWords(failure: StampFailure): string[] {
  const what = t(`stampFailure_${failure}` satisfies PlainKey);
  return failure === "notAPackage" ? [what] : [what, t("stampNothingLost")];
}

function headline(stamp: StampState): string {
  switch (stamp.step) {
    case "choosing":
      return t("stampChoose");
    case "opening":
      return t("reading");
    case "ready":
      return stamp.package.isBusy ? t("reading") : t("stampHow");
    case "asking":
      return t("stampAsking", [stamp.name]);
    case "made":
      return t("stampMade");
  }
}

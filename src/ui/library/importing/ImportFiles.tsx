import { formatBytes, formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { exhibitLabel } from "@/src/model/exhibit";
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES } from "@/src/model/from-elsewhere";
import { HREF, itemHref } from "@/src/ui/library/routes";
import { Title } from "@/src/ui/library/Title";
import { BackLink } from "@/src/ui/parts/BackLink";
import { Button } from "@/src/ui/parts/Button";
import { Headline } from "@/src/ui/parts/Headline";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { ChooseFiles } from "./ChooseFiles";
import type { ImportOutcome, ImportRun, ImportState } from "./run-import";

export interface ImportCalls {
  onImport: ImportRun["take"];
  onStopImport: () => void;
  onImportMore: () => void;
}

/** Brings in files that were made elsewhere: what can come in, what must not, and what became of each. */
export function ImportFiles({ state, calls }: { state: ImportState; calls: ImportCalls }) {
  return (
    <div class="stack">
      <BackLink href={HREF.kept}>{t("sectionKept")}</BackLink>
      <Title>{t("importTitle")}</Title>
      <Headline face={state.step} level={2}>
        {headline(state)}
      </Headline>
      <Step state={state} calls={calls} />
    </div>
  );
}

function Step({ state, calls }: { state: ImportState; calls: ImportCalls }) {
  switch (state.step) {
    case "waiting":
      return <Waiting onImport={calls.onImport} />;
    case "importing":
      return (
        <div class="making stack-tight">
          <ProgressBar label={headline(state)} done={state.bytesDone} total={state.bytesTotal} />
          <p>
            <bdi>{state.name}</bdi> · {t("verifyBytes", [formatBytes(state.bytesDone), formatBytes(state.bytesTotal)])}
          </p>
          <StopButton onStop={calls.onStopImport} />
        </div>
      );
    case "imported":
      return (
        <>
          <ul class="imported-list">
            {state.outcomes.map((outcome, at) => (
              <Outcome key={at} outcome={outcome} />
            ))}
          </ul>
          <p>{t("importKeepOriginals")}</p>
          <p>
            <Button onPress={calls.onImportMore}>{t("importMore")}</Button>
          </p>
        </>
      );
  }
}

function Waiting({ onImport }: Pick<ImportCalls, "onImport">) {
  return (
    <>
      <p>{t("importIntro")}</p>
      <Notice kind="info">
        <p>{t("importUnder18")}</p>
        <p>
          <a href={HREF.help}>{t("importUnder18Where")}</a>
        </p>
      </Notice>
      <ChooseFiles onFiles={(files, how) => void onImport(files, how)} />
      <p class="note">{t("importLimits", [formatNumber(MAX_IMPORT_FILES), formatBytes(MAX_IMPORT_BYTES)])}</p>
      <p class="note">{t("importHonest")}</p>
    </>
  );
}

function Outcome({ outcome: { name, item, failure } }: { outcome: ImportOutcome }) {
  return (
    <li>
      <bdi>{name}</bdi>
      {item !== null && (
        <>
          {" · "}
          <a href={itemHref(item.id)}>{item.exhibit === null ? t("importWaits") : exhibitLabel(item.exhibit)}</a>
        </>
      )}
      {failure !== null && <> · {failureWords(failure)}</>}
    </li>
  );
}

type Failure = NonNullable<ImportOutcome["failure"]>;

function failureWords(failure: Failure): string {
  switch (failure) {
    case "tooLarge":
    case "empty":
    case "unreadable":
    case "stopped":
    case "tooMany":
      return t(`import_${failure}`);
    default:
      return t(`vault_${failure}`);
  }
}

function headline(state: ImportState): string {
  if (state.step === "waiting") return "";
  if (state.step === "importing") return t("importing", [formatNumber(state.place), formatNumber(state.files)]);
  const came = state.outcomes.filter(({ item }) => item !== null).length;
  return t("importDone", [formatNumber(came), formatNumber(state.outcomes.length)]);
}

import { formatBytes, formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CopiesKnown } from "@/src/model/copy";
import type { VaultFailure } from "@/src/model/errors";
import { packageFailureWords } from "@/src/ui/library/package-words";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import { HREF } from "@/src/ui/library/routes";
import { Title } from "@/src/ui/library/Title";
import { Notice } from "@/src/ui/parts/Notice";
import { Problem } from "@/src/ui/parts/Problem";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { type CopyFormCalls, MakeCopy, OpenCopy } from "./CopyForms";
import { type CopiesState, type CopyDoing, type CopyProgress, isGoingOn, type KnownHere } from "./run-copies";

export interface CopiesCalls extends CopyFormCalls {
  onStopCopy: () => void;
}

/** Encrypted copies of everything: how many count, making one, checking one, and putting one back. */
export function Copies({ copies: { known, doing }, calls }: { copies: CopiesState; calls: CopiesCalls }) {
  return (
    <div class="stack">
      <Title>{t("sectionCopies")}</Title>
      <p>{t("copiesIntro")}</p>
      <Known known={known} />
      <Doing doing={doing} onStop={calls.onStopCopy} />
      {!isGoingOn(doing) && <Forms known={known} calls={calls} />}
    </div>
  );
}

function Known({ known }: { known: KnownHere }) {
  if (known === null || known === "reading") return null;
  return "failure" in known ? <ReadFailure failure={known.failure} /> : <Counts known={known} />;
}

/** Then nothing of these notes can be written or read from this page. */
const SHUT: readonly VaultFailure[] = ["locked", "newerVersion", "otherPageOpen", "privateWindow"];

/** What can be done: also where it is not known what is kept, because that may be when a copy is needed most. */
function Forms({ known, calls }: { known: KnownHere; calls: CopyFormCalls }) {
  const failure = known !== null && known !== "reading" && "failure" in known ? known.failure : null;
  if (known === "reading" || (failure !== null && SHUT.includes(failure))) return null;
  const holds = failure !== null ? "unknown" : known === null ? "nothing" : "items";
  const canMake = holds === "items" || failure === "damaged"; // what is intact can still be copied
  return (
    <>
      {canMake && <MakeCopy onMake={calls.onMakeCopy} />}
      <OpenCopy holds={holds} onCheck={calls.onCheckCopy} onPutBack={calls.onPutBackCopy} />
    </>
  );
}

function Counts({ known: { places, newItems, hasNewWords } }: { known: CopiesKnown }) {
  return (
    <div class="stack-tight">
      <p>{places === 0 ? t("copiesNone") : t("copiesPlaces", [formatNumber(places)])}</p>
      {places > 0 && newItems > 0 && <p>{t("copiesNew", [formatNumber(newItems)])}</p>}
      {places > 0 && hasNewWords && <p>{t("copiesNewWords")}</p>}
      {places > 0 && newItems === 0 && !hasNewWords && <p>{t("copiesUpToDate")}</p>}
    </div>
  );
}

function Doing({ doing, onStop }: { doing: CopyDoing; onStop: () => void }) {
  return (
    <div class="stack-tight">
      <div role="status" class="stack-tight">
        {said(doing)}
      </div>
      {(doing.step === "making" || doing.step === "opening") && (
        <Going label={goingWords(doing)} progress={doing} onStop={onStop} />
      )}
      <Problem says={doing.step === "failed" ? packageFailureWords(doing.failure) : null} />
    </div>
  );
}

interface GoingProps {
  label: string;
  progress: CopyProgress;
  onStop: () => void;
}

function Going({ label, progress: { bytesDone, bytesTotal }, onStop }: GoingProps) {
  return (
    <div class="stack-tight">
      <ProgressBar label={label} done={bytesDone} total={bytesTotal} />
      {bytesTotal > 0 && (
        <p class="secondary">
          {t("copyDone", [formatBytes(Math.min(bytesDone, bytesTotal)), formatBytes(bytesTotal)])}
        </p>
      )}
      <StopButton onStop={onStop} />
    </div>
  );
}

const PART_WORDS = { unsealing: "copyUnsealing", comparing: "copyComparing", writing: "copyWriting" } as const;

function goingWords(doing: Extract<CopyDoing, { step: "making" | "opening" }>): string {
  return t(doing.step === "making" ? "copyMaking" : PART_WORDS[doing.part]);
}

function said(doing: CopyDoing) {
  switch (doing.step) {
    case "making":
    case "opening":
      return <p>{goingWords(doing)}</p>;
    case "made":
      return (
        <>
          <p>{t("copyMade", [doing.fileName])}</p>
          {doing.leftOut > 0 && <LeftOut count={doing.leftOut} />}
          {doing.damagedCases.length > 0 && <DamagedInCopy names={doing.damagedCases} />}
        </>
      );
    case "checked":
      return <p>{t("copyChecked")}</p>;
    case "putBack":
      return (
        <>
          <p>{t("copyRestored", [formatNumber(doing.items)])}</p>
          {doing.asksForStamps && (
            <p>
              {t("copyStampsAgain")} <a href={HREF.settings}>{t("sectionSettings")}</a>
            </p>
          )}
        </>
      );
    case "stopped":
      return <p>{t("copyStopped")}</p>;
    default:
      return null;
  }
}

/** By name: what the copy holds of such a case will be a damaged one, too. */
function DamagedInCopy({ names }: { names: readonly (string | null)[] }) {
  return (
    <Notice kind="attention">
      <p>{t("copyCasesDamaged")}</p>
      <ul class="bullets">
        {names.map((name) => (
          <li key={name}>{name === null ? t("caseWithoutName") : <bdi>{name}</bdi>}</li>
        ))}
      </ul>
    </Notice>
  );
}

function LeftOut({ count }: { count: number }) {
  return (
    <Notice kind="attention">
      <p>
        {t("copyLeftOut", [formatNumber(count)])} <a href={HREF.check}>{t("copyLeftOutWhich")}</a>
      </p>
    </Notice>
  );
}

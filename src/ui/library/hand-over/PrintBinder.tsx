import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { PicturesInside } from "@/src/model/hand-over";
import { PAPERS } from "@/src/model/paper";
import { packageFailureWords } from "@/src/ui/library/package-words";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import type { BinderChoice, BinderState } from "./state";

interface PrintBinderProps {
  binder: BinderState;
  /** Of the package; the binder prints no picture that is not in it. */
  pictures: PicturesInside;
  /** Whether the package is encrypted; the binder is not. */
  isSealed: boolean;
  onMake: (choice: BinderChoice) => void;
  onStop: () => void;
}

/** The package on paper: a PDF with its digest on the cover. Pictures are left out unless asked for. */
export function PrintBinder({ binder, pictures, isSealed, onMake, onStop }: PrintBinderProps) {
  return (
    <section class="stack-tight" aria-labelledby="print-title">
      <h2 id="print-title">{t("printTitle")}</h2>
      <p>{t("printNote")}</p>
      {isSealed && (
        <Notice kind="attention">
          <p>{t("printNotSealed")}</p>
        </Notice>
      )}
      {binder.step === "making" ? (
        <Making {...binder} onStop={onStop} />
      ) : (
        <Choose pictures={pictures} onMake={onMake} />
      )}
      <div role="status">{endOf(binder)}</div>
    </section>
  );
}

const PRINTED = {
  full: "printPicturesFull",
  redacted: "printPicturesRedacted",
  covered: "printPicturesCovered",
} as const;

function Choose({ pictures, onMake }: Pick<PrintBinderProps, "pictures" | "onMake">) {
  const [paper, setPaper] = useState<BinderChoice["paper"]>(PAPERS[0]);
  const [withPictures, setPictures] = useState(false);
  return (
    <>
      <Choice name={t("printPaper")}>
        {PAPERS.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="paper" checked={paper === each} onChange={() => setPaper(each)} />
            {each}
          </label>
        ))}
      </Choice>
      {pictures !== "none" && (
        <Choice name={t("printPictures")}>
          {[false, true].map((full) => (
            <label key={String(full)} class="choice">
              <input type="radio" name="pictures" checked={withPictures === full} onChange={() => setPictures(full)} />
              {t(full ? PRINTED[pictures] : "printPicturesLeftOut")}
            </label>
          ))}
        </Choice>
      )}
      {withPictures && pictures === "full" && (
        <Notice kind="attention">
          <p>{t("printPicturesNote")}</p>
        </Notice>
      )}
      <Button onPress={() => onMake({ paper, withPictures })}>{t("printMake")}</Button>
    </>
  );
}

function Choice({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <fieldset class="choices">
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

function Making({ sheetsDone, sheetsTotal, onStop }: { sheetsDone: number; sheetsTotal: number; onStop: () => void }) {
  return (
    <div class="making stack-tight">
      <ProgressBar label={t("printMaking")} done={sheetsDone} total={sheetsTotal} />
      <p>
        {sheetsTotal === 0 ? t("printMaking") : t("printSheets", [formatNumber(sheetsDone), formatNumber(sheetsTotal)])}
      </p>
      <StopButton onStop={onStop} />
    </div>
  );
}

function endOf(binder: BinderState): ComponentChildren {
  if (binder.step === "made") return <p>{t("printMade", [binder.fileName])}</p>;
  if (binder.step !== "notMade") return null;
  if (binder.failure.code === "cancelled") return <p>{t("printStopped")}</p>;
  return (
    <Notice kind="attention">
      <p>{t("printNotMade")}</p>
      <p>{packageFailureWords(binder.failure)}</p>
    </Notice>
  );
}

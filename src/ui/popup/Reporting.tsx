import { useEffect, useRef } from "preact/hooks";
import { formatDay, formatList } from "@/src/i18n/format";
import { type PlainKey, t } from "@/src/i18n/t";
import { REPORT_KINDS, type ReportKind } from "@/src/model/note";
import { Under18Places } from "@/src/ui/help/Under18Places";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import type { ReportOffer } from "@/src/ui/parts/report-offer";
import { asked } from "./asked";
import { BystanderLine } from "./BystanderLine";
import type { PopupCalls } from "./Popup";
import type { PopupState } from "./state";
import { AddressOnly } from "./Under18";

type ReportingState = Extract<PopupState, { step: "reporting" }>;

const KIND_NAMES: Readonly<Record<ReportKind, PlainKey>> = {
  "intimate-picture": "reportKind_picture",
  threat: "reportKind_threat",
  impersonation: "reportKind_impersonation",
  "under-18": "reportKind_under18",
  "other-abuse": "reportKind_other",
};
const STATEMENTS: Readonly<Record<ReportKind, PlainKey>> = {
  "intimate-picture": "reportStatement_picture",
  threat: "reportStatement_threat",
  impersonation: "reportStatement_impersonation",
  "under-18": "reportStatement_under18",
  "other-abuse": "reportStatement_other",
};

/** What it is about, the form for that, and the words it asks for, ready to copy. Nothing is filled in or sent. */
export function Reporting({ state, calls }: { state: ReportingState; calls: PopupCalls }) {
  const { kind, offer, shown, kept, keeping } = state;
  return (
    <>
      {kept === null && kind !== "under-18" && (
        <div class="stack-tight">
          <p>{t("keepFirst")}</p>
          <Button onPress={calls.onBack}>{t("keepFirstDo")}</Button>
        </div>
      )}
      <BystanderLine onMore={calls.onBystander} />
      <Kinds chosen={kind} onChoose={calls.onKind} />
      {kind === "under-18" && (
        <>
          <p>{t("under18Why")}</p>
          <AddressOnly keeping={keeping} kept={kept} calls={calls} />
          <Under18Places />
        </>
      )}
      {offer === null ? <p>{t("reportNoForm")}</p> : <Form offer={offer} onReport={calls.onReport} />}
      <h3>{t("reportAsks")}</h3>
      {offer !== null && <Asks offer={offer} />}
      <Line name={t("factAddress")} text={shown.address} onCopy={calls.onCopy} />
      {shown.handle !== null && <Line name={t("factHandle")} text={shown.handle} onCopy={calls.onCopy} />}
      {shown.posted !== null && <Line name={t("factPosted")} text={shown.posted} onCopy={calls.onCopy} />}
      <Line name={t("reportStatement")} text={t(STATEMENTS[kind])} onCopy={calls.onCopy} />
      <p class="note">{t("reportLeast")}</p>
      <Button onPress={calls.onBack}>{t("goBack")}</Button>
    </>
  );
}

function Kinds({ chosen, onChoose }: { chosen: ReportKind; onChoose: (kind: ReportKind) => void }) {
  return (
    <fieldset class="choices">
      <legend>{t("reportAbout")}</legend>
      {REPORT_KINDS.map((kind) => (
        <label key={kind} class="choice">
          <input type="radio" name="report-kind" checked={kind === chosen} onChange={() => onChoose(kind)} />
          {t(KIND_NAMES[kind])}
        </label>
      ))}
    </fieldset>
  );
}

function Form({ offer, onReport }: { offer: ReportOffer; onReport: (url: string) => void }) {
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  return (
    <div class="stack-tight">
      <Button kind="main" buttonRef={main} onPress={() => onReport(offer.url)}>
        {t(offer.isHowTo ? "openHowTo" : "openForm", [offer.platform])}
      </Button>
      <p class="row-note">
        <span>{offer.checked === null ? t("reportUnchecked") : t("reportChecked", [formatDay(offer.checked)])}</span>
      </p>
      {offer.caution !== null && (
        <details class="fold">
          <summary>{t("reportCaution")}</summary>
          <p lang="en">{offer.caution}</p>
        </details>
      )}
    </div>
  );
}

function Asks({ offer }: { offer: ReportOffer }) {
  const words = asked(offer.asks);
  if (words.length === 0) return <p class="note">{t("reportAsksUnknown")}</p>;
  return <p class="note">{t(offer.asksSeen ? "reportAsksFor" : "reportAsksForSaid", [formatList(words)])}</p>;
}

function Line({ name, text, onCopy }: { name: string; text: string; onCopy: (text: string) => Promise<void> }) {
  return (
    <section class="stack-tight" aria-label={name}>
      <h4 class="copy-name">{name}</h4>
      <CopyLine text={text} onCopy={onCopy} />
    </section>
  );
}

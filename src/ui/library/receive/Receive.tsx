import { formatBytes, formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { packageFailureWords } from "@/src/ui/library/package-words";
import { Title } from "@/src/ui/library/Title";
import { BackLink } from "@/src/ui/parts/BackLink";
import { Button } from "@/src/ui/parts/Button";
import { CopyLine } from "@/src/ui/parts/CopyLine";
import { Headline } from "@/src/ui/parts/Headline";
import { Notice } from "@/src/ui/parts/Notice";
import { ProgressBar } from "@/src/ui/parts/ProgressBar";
import { StopButton } from "@/src/ui/parts/StopButton";
import { Checked } from "@/src/ui/verify/Checked";
import { OpenPackage } from "./OpenPackage";
import type { PackageItems, ReceiveDoing, ReceiveState } from "./run-receive";

export interface ReceiveCalls {
  onOpenPackage: (file: File, secret: string) => void;
  onAddPackage: () => void;
  onOtherPackage: () => void;
  onStopReceiving: () => void;
  onCopy: (text: string) => Promise<void>;
}

interface ReceiveProps {
  receive: ReceiveState;
  calls: ReceiveCalls;
  backHref: string;
}

/** Opens a package that someone else made, shows what was found, and takes in its items when that is asked for. */
export function Receive({ receive: { key, doing }, calls, backHref }: ReceiveProps) {
  return (
    <div class="stack">
      <BackLink href={backHref}>{t("sectionHandOver")}</BackLink>
      <Title>{t("receiveTitle")}</Title>
      <p>{t("receiveIntro")}</p>
      <Headline face={doing.step} level={2}>
        {headline(doing)}
      </Headline>
      <Step doing={doing} calls={calls} />
      {key !== null && doing.step === "waiting" && <OwnKey recipient={key} onCopy={calls.onCopy} />}
    </div>
  );
}

function Step({ doing, calls }: { doing: ReceiveDoing; calls: ReceiveCalls }) {
  switch (doing.step) {
    case "waiting":
      return <OpenPackage onOpen={calls.onOpenPackage} />;
    case "opening":
    case "adding":
      return (
        <div class="making stack-tight">
          <ProgressBar label={headline(doing)} done={doing.bytesDone} total={doing.bytesTotal} />
          {doing.bytesTotal > 0 && (
            <p>{t("verifyBytes", [formatBytes(doing.bytesDone), formatBytes(doing.bytesTotal)])}</p>
          )}
          <StopButton onStop={calls.onStopReceiving} />
        </div>
      );
    case "opened":
      return (
        <>
          <Checked fileName={doing.fileName} verdict={doing.verdict} onCopy={calls.onCopy} />
          <WhatToAdd items={doing.items} onAdd={calls.onAddPackage} />
          <Another onPress={calls.onOtherPackage} />
        </>
      );
    case "added":
      return (
        <>
          <WhatStaysOut items={doing.items} />
          <p>{t("receiveKeepFile")}</p>
          <Another onPress={calls.onOtherPackage} />
        </>
      );
    case "stopped":
      return <Another onPress={calls.onOtherPackage} />;
    case "failed":
      return (
        <>
          <Notice kind="attention">
            <p>{packageFailureWords(doing.failure)}</p>
          </Notice>
          <Another onPress={calls.onOtherPackage} />
        </>
      );
  }
}

/** How much of the package is here already, and the one thing to do. */
function WhatToAdd({ items, onAdd }: { items: PackageItems | null; onAdd: () => void }) {
  if (items === null) return <p>{t("receiveNothingAdded")}</p>;
  return (
    <>
      <WhatStaysOut items={items} />
      {items.fresh > 0 && <p>{t("receiveCompareFirst")}</p>}
      {items.fresh > 0 && (
        <p>
          <Button kind="main" onPress={onAdd}>
            {t("receiveAdd", [formatNumber(items.fresh)])}
          </Button>
        </p>
      )}
    </>
  );
}

function WhatStaysOut({ items: { known, lacking } }: { items: PackageItems }) {
  return (
    <>
      {known > 0 && <p>{t("receiveKnown", [formatNumber(known)])}</p>}
      {lacking > 0 && <p>{t("receiveLacking", [formatNumber(lacking)])}</p>}
    </>
  );
}

function Another({ onPress }: { onPress: () => void }) {
  return (
    <p>
      <Button onPress={onPress}>{t("receiveAnother")}</Button>
    </p>
  );
}

function OwnKey({ recipient, onCopy }: { recipient: string; onCopy: ReceiveCalls["onCopy"] }) {
  return (
    <section class="card stack-tight" aria-labelledby="own-key-title">
      <h2 id="own-key-title">{t("receiveKeyTitle")}</h2>
      <p>{t("receiveKeyNote")}</p>
      <CopyLine text={recipient} onCopy={onCopy} />
    </section>
  );
}

function headline(doing: ReceiveDoing): string {
  switch (doing.step) {
    case "waiting":
      return "";
    case "opening":
      return t("verifyChecking");
    case "adding":
      return t("receiveAdding");
    case "added":
      return t("receiveAdded", [formatNumber(doing.items.fresh)]);
    case "stopped":
      return t("popupStopped");
    case "failed":
      return t("receiveNotOpened");
    case "opened":
      if (doing.verdict.kind === "notABundle") return t("verifyNoPackage");
      return doing.verdict.intact ? t("verifyUnchanged") : t("verifyChanged");
  }
}

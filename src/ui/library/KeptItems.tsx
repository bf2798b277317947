import { t } from "@/src/i18n/t";
import type { CaseLine } from "@/src/model/case-line";
import type { LockState } from "@/src/model/lock";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { type FirstCalls, FirstUse } from "./first/FirstUse";
import type { FirstState } from "./first/run-first";
import { FoundItems } from "./kept/FoundItems";
import { ReadFailure } from "./ReadFailure";
import { HREF, PASSPHRASE_HREF } from "./routes";
import type { KeptRun } from "./run-kept";
import type { KeptView, ListState } from "./state";
import { Title } from "./Title";

interface KeptItemsProps {
  list: ListState;
  view: KeptView;
  lock: LockState | null;
  cases: readonly CaseLine[];
  first: FirstState | null;
  calls: FirstCalls;
  onLook: KeptRun["look"];
  onPutOfferAway: () => void;
}

/** What is kept, newest first, with a search above it. */
export function KeptItems({ lock, onPutOfferAway, ...props }: KeptItemsProps) {
  const { list } = props;
  return (
    <div class="stack">
      <Title>{t("sectionKept")}</Title>
      {list.step !== "failed" && <OtherWaysIn />}
      {list.step === "read" && list.items.length > 0 && lock?.offersPassphrase && <Offer onPutAway={onPutOfferAway} />}
      <Items {...props} />
    </div>
  );
}

function OtherWaysIn() {
  return (
    <p class="button-line">
      <a class="button" href={HREF.import}>
        {t("importTitle")}
      </a>
      {/* A page of its own, which may stay open while these notes are locked. */}
      <a class="button" href="recorder.html" target="_blank" rel="noopener">
        {t("recorderTitle")}
      </a>
    </p>
  );
}

function Items({ list, view, cases, first, calls, onLook }: Omit<KeptItemsProps, "lock" | "onPutOfferAway">) {
  switch (list.step) {
    case "reading":
      return <p class="secondary">{t("reading")}</p>;
    case "failed":
      return <ReadFailure failure={list.failure} />;
    case "read":
      if (list.items.length + list.damaged.length + list.waiting === 0) return <Empty first={first} calls={calls} />;
      return <FoundItems list={list} view={view} cases={cases} onLook={onLook} />;
  }
}

function Offer({ onPutAway }: { onPutAway: () => void }) {
  return (
    <Notice kind="info">
      <p>
        {t("notLocked")} <a href={HREF.settings}>{t("notLockedMore")}</a>
      </p>
      <div class="button-line">
        <a class="button" href={PASSPHRASE_HREF}>
          {t("setPassphrase")}
        </a>
        <Button onPress={onPutAway}>{t("notNow")}</Button>
      </div>
    </Notice>
  );
}

/** Before anything is kept, also what to know first. */
function Empty({ first, calls }: Pick<KeptItemsProps, "first" | "calls">) {
  return (
    <>
      <div class="empty stack-tight">
        <p>{t("keptEmpty")}</p>
        <p class="secondary">{t("keptEmptyNext")}</p>
      </div>
      {first?.isDue && <FirstUse first={first} calls={calls} />}
    </>
  );
}

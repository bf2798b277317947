import { t } from "@/src/i18n/t";
import type { LockState } from "@/src/model/lock";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { FoundItems } from "./kept/FoundItems";
import { ReadFailure } from "./ReadFailure";
import type { KeptRun } from "./run-kept";
import { HREF, type KeptView, type ListState, PASSPHRASE_HREF } from "./state";
import { Title } from "./Title";

interface KeptItemsProps {
  list: ListState;
  view: KeptView;
  lock: LockState | null;
  onLook: KeptRun["look"];
  onPutOfferAway: () => void;
}

/** What is kept, newest first, with a search above it. */
export function KeptItems({ list, view, lock, onLook, onPutOfferAway }: KeptItemsProps) {
  return (
    <div class="stack">
      <Title>{t("sectionKept")}</Title>
      <p class="button-line">
        <a class="button" href={HREF.import}>
          {t("importTitle")}
        </a>
      </p>
      {list.step === "read" && list.items.length > 0 && lock?.offersPassphrase && <Offer onPutAway={onPutOfferAway} />}
      <Items list={list} view={view} onLook={onLook} />
    </div>
  );
}

function Items({ list, view, onLook }: Pick<KeptItemsProps, "list" | "view" | "onLook">) {
  switch (list.step) {
    case "reading":
      return <p class="secondary">{t("reading")}</p>;
    case "failed":
      return <ReadFailure failure={list.failure} />;
    case "read":
      if (list.items.length + list.damaged.length + list.waiting === 0) return <Empty />;
      return <FoundItems list={list} view={view} onLook={onLook} />;
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

function Empty() {
  return (
    <div class="empty stack-tight">
      <p>{t("keptEmpty")}</p>
      <p class="secondary">{t("keptEmptyNext")}</p>
    </div>
  );
}

import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { LockState } from "@/src/model/lock";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { DamagedRow, KeptRow } from "./KeptRow";
import { ReadFailure } from "./ReadFailure";
import { HREF, type ListState, PASSPHRASE_HREF } from "./state";
import { Title } from "./Title";

/** How many rows are added at a time; thousands at once would make the page slow. */
const STEP = 200;

/** The list of what is kept, newest first. */
interface KeptItemsProps {
  list: ListState;
  lock: LockState | null;
  onPutOfferAway: () => void;
}

export function KeptItems({ list, lock, onPutOfferAway }: KeptItemsProps) {
  return (
    <div class="stack">
      <Title>{t("sectionKept")}</Title>
      <Rows list={list} />
      {list.step === "read" && list.items.length > 0 && lock?.offersPassphrase && <Offer onPutAway={onPutOfferAway} />}
    </div>
  );
}

function Rows({ list }: { list: ListState }) {
  const [limit, setLimit] = useState(STEP);
  switch (list.step) {
    case "reading":
      return <p class="secondary">{t("reading")}</p>;
    case "failed":
      return <ReadFailure failure={list.failure} />;
    case "read":
      if (list.items.length + list.damaged.length + list.waiting === 0) return <Empty />;
      return (
        <>
          {list.waiting > 0 && (
            <Notice kind="attention">
              <p>{t("itemsWaiting", [formatNumber(list.waiting)])}</p>
            </Notice>
          )}
          <ul class="kept">
            {list.damaged.slice(0, limit).map((id) => (
              <DamagedRow key={id} />
            ))}
            {list.items.slice(0, limit).map((item) => (
              <KeptRow key={item.id} item={item} />
            ))}
          </ul>
          {list.items.length > limit && (
            <Button onPress={() => setLimit(limit + STEP)}>
              {t("showMore", [formatNumber(Math.min(STEP, list.items.length - limit))])}
            </Button>
          )}
        </>
      );
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

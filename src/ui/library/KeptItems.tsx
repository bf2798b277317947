import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { DamagedRow, KeptRow } from "./KeptRow";
import { ReadFailure } from "./ReadFailure";
import { HREF, type ListState } from "./state";
import { Title } from "./Title";

/** How many rows are added at a time; thousands at once would make the page slow. */
const STEP = 200;

/** The list of what is kept, newest first. */
export function KeptItems({ list }: { list: ListState }) {
  return (
    <div class="stack">
      <Title>{t("sectionKept")}</Title>
      <Rows list={list} />
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
      if (list.items.length + list.damaged.length === 0) return <Empty />;
      return (
        <>
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
          <Notice kind="info">
            <p>
              {t("notLocked")} <a href={HREF.settings}>{t("notLockedMore")}</a>
            </p>
          </Notice>
        </>
      );
  }
}

function Empty() {
  return (
    <div class="empty stack-tight">
      <p>{t("keptEmpty")}</p>
      <p class="secondary">{t("keptEmptyNext")}</p>
    </div>
  );
}

import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { type ExhibitId, type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { Where } from "./KeptRow";
import type { PackageOptions } from "./run-hand-over";

interface ChooseItemsProps {
  items: ExhibitSummary[];
  /** How many items cannot be read, and so cannot be chosen. */
  damaged: number;
  onMake: (ids: ReadonlySet<ExhibitId>, options: PackageOptions) => void;
}

/** Which items go into the package, and what else does. All of them, unless some are chosen. */
export function ChooseItems({ items, damaged, onMake }: ChooseItemsProps) {
  const [isAll, setAll] = useState(true);
  const [withMarked, setMarked] = useState(true);
  const [picked, setPicked] = useState<ReadonlySet<ExhibitId>>(new Set());
  if (items.length === 0) return <p class="secondary">{t("keptEmptyNext")}</p>;
  const chosen = isAll ? new Set(items.map(({ id }) => id)) : picked;
  return (
    <>
      <fieldset class="choices">
        <legend class="visually-hidden">{t("chooseItems")}</legend>
        <label class="choice">
          <input type="radio" name="which" checked={isAll} onChange={() => setAll(true)} />
          {t("chooseAll", [formatNumber(items.length)])}
        </label>
        <label class="choice">
          <input type="radio" name="which" checked={!isAll} onChange={() => setAll(false)} />
          {t("chooseSome")}
        </label>
      </fieldset>
      {!isAll && <Checks items={items} picked={picked} onPick={setPicked} />}
      {damaged > 0 && (
        <Notice kind="attention">
          <p>{t("itemsDamagedLeftOut", [formatNumber(damaged)])}</p>
        </Notice>
      )}
      <WithMarked isChosen={withMarked} onChange={setMarked} />
      <Inside />
      <Button kind="main" isAsked={chosen.size === 0} onPress={() => onMake(chosen, { withMarked })}>
        {t("makePackage")}
      </Button>
      {chosen.size === 0 && <p class="note">{t("chooseOne")}</p>}
    </>
  );
}

interface ChecksProps {
  items: ExhibitSummary[];
  picked: ReadonlySet<ExhibitId>;
  onPick: (picked: ReadonlySet<ExhibitId>) => void;
}

function Checks({ items, picked, onPick }: ChecksProps) {
  const toggle = (id: ExhibitId) => onPick(picked.symmetricDifference(new Set([id])));
  return (
    <fieldset class="checks">
      <legend class="visually-hidden">{t("chooseSome")}</legend>
      {items.map((item) => (
        <label key={item.id} class="choice">
          <input type="checkbox" checked={picked.has(item.id)} onChange={() => toggle(item.id)} />
          <span>
            <strong>{exhibitLabel(item.exhibit)}</strong> <Where item={item} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function WithMarked({ isChosen, onChange }: { isChosen: boolean; onChange: (isChosen: boolean) => void }) {
  return (
    <div>
      <label class="choice">
        <input type="checkbox" checked={isChosen} aria-describedby="marked-note" onChange={() => onChange(!isChosen)} />
        {t("includeMarked")}
      </label>
      <p id="marked-note" class="note">
        {t("includeMarkedNote")}
      </p>
    </div>
  );
}

function Inside() {
  return (
    <>
      <h2>{t("insideTitle")}</h2>
      <ul class="bullets">
        <li>{t("insideFiles")}</li>
        <li>{t("insideSummary")}</li>
        <li>{t("insideHistory")}</li>
        <li>{t("insideReadme")}</li>
      </ul>
      <Notice kind="attention">
        <p>{t("insideWarning")}</p>
      </Notice>
    </>
  );
}

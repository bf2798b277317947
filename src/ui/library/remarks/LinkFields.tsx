import { useEffect } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { type ExhibitId, type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { LINKS } from "@/src/model/links";
import { placeOf } from "@/src/ui/library/KeptRow";
import { Button } from "@/src/ui/parts/Button";
import type { LinkForm } from "./form-values";
import { linkWords } from "./link-words";

interface LinkFieldsProps {
  links: readonly LinkForm[];
  /** Newest first; `null` as long as they were not read. */
  items: readonly ExhibitSummary[] | null;
  failure: VaultFailure | null;
  isFull: boolean;
  onChange: (links: readonly LinkForm[]) => void;
  onListItems: () => void;
}

/** What this item is to others, one row each. */
export function LinkFields({ links, items, failure, isFull, onChange, onListItems }: LinkFieldsProps) {
  const hasLinks = links.length > 0;
  useEffect(() => {
    if (hasLinks) onListItems();
  }, [hasLinks]);
  const put = (place: number, link: LinkForm) => onChange(links.with(place, link));
  return (
    <fieldset class="links stack-tight">
      <legend>{t("linksTitle")}</legend>
      <p class="note">{t("linksNote")}</p>
      {links.map((link, place) => (
        <LinkRow
          key={place}
          link={link}
          name={formatNumber(place + 1)}
          items={items ?? []}
          isRead={items !== null}
          onChange={(changed) => put(place, changed)}
          onRemove={() => onChange(links.toSpliced(place, 1))}
        />
      ))}
      {items?.length === 0 && hasLinks && <p class="note">{t("linksNoOthers")}</p>}
      {failure !== null && <p class="correction-problem">{t(`vault_${failure}`)}</p>}
      {!isFull && (
        <div>
          <Button kind="quiet" onPress={() => onChange([...links, { rel: "same-item", item: "" }])}>
            {t("linkAdd")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface LinkRowProps {
  link: LinkForm;
  /** Its place among the rows, which tells them apart for who does not see them. */
  name: string;
  items: readonly ExhibitSummary[];
  isRead: boolean;
  onChange: (link: LinkForm) => void;
  onRemove: () => void;
}

function LinkRow({ link, name, items, isRead, onChange, onRemove }: LinkRowProps) {
  return (
    <div class="link-row">
      <select
        class="input"
        aria-label={`${t("linkRel")} ${name}`}
        value={link.rel}
        onChange={({ currentTarget }) => onChange({ ...link, rel: currentTarget.value as LinkForm["rel"] })}
      >
        {LINKS.map((rel) => (
          <option key={rel} value={rel}>
            {linkWords(rel)}
          </option>
        ))}
      </select>
      <select
        class="input"
        aria-label={`${t("linkItem")} ${name}`}
        value={link.item}
        onChange={({ currentTarget }) => onChange({ ...link, item: currentTarget.value as ExhibitId | "" })}
      >
        <option value="">{t("linkChoose")}</option>
        {link.item !== "" && !items.some(({ id }) => id === link.item) && (
          <option value={link.item}>{t(isRead ? "eventExhibitGone" : "reading")}</option>
        )}
        {items.map((item) => (
          <option key={item.id} value={item.id}>
            {`${exhibitLabel(item.exhibit)} · ${placeOf(item)}`}
          </option>
        ))}
      </select>
      <Button kind="quiet" label={`${t("linkRemove")} ${name}`} onPress={onRemove}>
        {t("linkRemove")}
      </Button>
    </div>
  );
}

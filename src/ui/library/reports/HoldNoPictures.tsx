import { t } from "@/src/i18n/t";
import { type ExhibitId, exhibitLabel } from "@/src/model/exhibit";
import { itemHref } from "@/src/ui/library/routes";
import { Notice } from "@/src/ui/parts/Notice";

interface HoldNoPicturesProps {
  items: readonly { id: ExhibitId; exhibit: number }[];
}

/** Where someone is, or may be, under 18: leads to each item that has pictures of it, where it can be deleted with its address kept. */
export function HoldNoPictures({ items }: HoldNoPicturesProps) {
  if (items.length === 0) return null;
  return (
    <Notice kind="attention">
      <p>{t("addressOnlyItems")}</p>
      <ul class="bullets">
        {items.map(({ id, exhibit }) => (
          <li key={id}>
            <a href={itemHref(id)}>{exhibitLabel(exhibit)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

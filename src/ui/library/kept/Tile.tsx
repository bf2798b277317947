import { t } from "@/src/i18n/t";
import { type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { placeOf } from "@/src/ui/library/KeptRow";
import { itemHref } from "@/src/ui/library/routes";
import { Icon } from "@/src/ui/parts/Icon";

/** One item as a tile: its number and its platform. No picture of it is loaded. */
export function Tile({ item }: { item: ExhibitSummary }) {
  return (
    <a class="tile" href={itemHref(item.id)}>
      <span class="tile-cover">
        <Icon name="covered" />
      </span>
      <span class="tile-number">{exhibitLabel(item.exhibit)}</span>{" "}
      <span class="tile-place">
        <bdi>{placeOf(item)}</bdi>
      </span>
    </a>
  );
}

/** In place of an item that cannot be read. */
export function DamagedTile() {
  return (
    <div class="tile" tabIndex={-1}>
      <span class="tile-cover">
        <Icon name="attention" />
      </span>
      <span class="tile-place">{t("itemDamaged")}</span>
    </div>
  );
}

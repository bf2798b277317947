import { t } from "@/src/i18n/t";
import { type ExhibitId, type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import type { ExhibitLink } from "@/src/model/remarks";
import { itemHref } from "@/src/ui/library/routes";
import { linkedWords, linkWords } from "./link-words";

interface LinkedItemsProps {
  id: ExhibitId;
  /** What this item is to others, as it is kept. */
  links: readonly ExhibitLink[];
  /** The other items; `null` as long as they were not read. */
  items: readonly ExhibitSummary[] | null;
}

/** Items that this one is linked with, from either end; each opens. Nothing where there are none. */
export function LinkedItems({ id, links, items }: LinkedItemsProps) {
  if (items === null) return null;
  const to = links.map(({ rel, item }) => ({ words: linkWords(rel), item: items.find((each) => each.id === item) }));
  const from = items.flatMap((item) =>
    linksFrom(item, id).map(({ rel }) => ({ words: linkedWords(rel), item: item as ExhibitSummary | undefined })),
  );
  const all = [...to, ...from];
  if (all.length === 0) return null;
  return (
    <ul class="bullets" aria-label={t("linksTitle")}>
      {all.map(({ words, item }, place) => (
        <li key={place}>
          {words}{" "}
          {item === undefined ? t("eventExhibitGone") : <a href={itemHref(item.id)}>{exhibitLabel(item.exhibit)}</a>}
        </li>
      ))}
    </ul>
  );
}

/** What an item says of itself to the one named. */
function linksFrom({ remarks }: ExhibitSummary, to: ExhibitId): ExhibitLink[] {
  return (remarks?.links ?? []).filter(({ item }) => item === to);
}

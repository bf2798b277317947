import { formatBytes } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { sizeOf } from "@/src/model/size";
import { Fact } from "@/src/ui/parts/Facts";

/** How much room an item's files take: all of them, then what for. */
export function SizeTaken({ record }: { record: ExhibitRecord }) {
  const { originals, picture, page, other, total } = sizeOf(record);
  const parts = [
    [originals, "sizeOriginals"],
    [picture, "sizePicture"],
    [page, "sizePage"],
    [other, "sizeOther"],
  ] as const;
  return (
    <Fact name={t("factSize")}>
      {t("sizeTotal", [formatBytes(total)])}
      {parts.map(
        ([bytes, key]) =>
          bytes > 0 && (
            <span key={key} class="secondary size-part">
              {t(key, [formatBytes(bytes)])}
            </span>
          ),
      )}
    </Fact>
  );
}

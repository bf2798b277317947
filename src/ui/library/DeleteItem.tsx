import { t } from "@/src/i18n/t";
import { exhibitLabel } from "@/src/model/exhibit";
import { Under18Places } from "@/src/ui/help/Under18Places";
import { AskedDeletion } from "./AskedDeletion";
import type { Delete } from "./run-item";

interface DeleteItemProps {
  exhibit: number;
  onDelete: Delete;
}

/** Deletes one item. */
export function DeleteItem({ exhibit, onDelete }: DeleteItemProps) {
  return (
    <AskedDeletion
      title={t("deleteItemTitle")}
      ask={t("deleteItemTitle")}
      act={t("deleteItemDo", [exhibitLabel(exhibit)])}
      means={t("deleteItemMeans")}
      onDelete={onDelete}
    />
  );
}

/** Where someone in it is, or may be, under 18: deletes it with its pictures, and keeps where it is. */
export function KeepAddressOnly({ exhibit, onDelete }: DeleteItemProps) {
  return (
    <AskedDeletion
      title={t("under18")}
      ask={t("addressOnlyAsk")}
      act={t("addressOnlyDo", [exhibitLabel(exhibit)])}
      means={t("addressOnlyMeans")}
      onDelete={onDelete}
    >
      <p>{t("addressOnlyWhy")}</p>
      <Under18Places />
    </AskedDeletion>
  );
}

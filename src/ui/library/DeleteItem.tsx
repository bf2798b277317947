import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { exhibitLabel } from "@/src/model/exhibit";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import type { Delete } from "./run-item";

interface DeleteItemProps {
  exhibit: number;
  onDelete: Delete;
}

/** Deletes one item, after saying what that means and what stays. */
export function DeleteItem({ exhibit, onDelete }: DeleteItemProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <section class="card stack-tight" aria-labelledby="delete-title">
      <h2 id="delete-title">{t("deleteItemTitle")}</h2>
      {isAsking ? (
        <Asking exhibit={exhibit} onDelete={onDelete} onKeep={() => setAsking(false)} />
      ) : (
        <div>
          <Button onPress={() => setAsking(true)}>{t("deleteItemTitle")}</Button>
        </div>
      )}
    </section>
  );
}

function Asking({ exhibit, onDelete, onKeep }: DeleteItemProps & { onKeep: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VaultFailure | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const remove = async () => {
    setBusy(true);
    setFailure(await onDelete());
    setBusy(false);
  };
  return (
    <>
      <p id="delete-means">{t("deleteItemMeans")}</p>
      <p class="secondary">{t("deleteItemRemains")}</p>
      <div role="alert">
        {failure !== null && (
          <Notice kind="attention">
            <p>{t("deleteNotDone")}</p>
            <p>{t(`vault_${failure}`)}</p>
          </Notice>
        )}
      </div>
      <div class="button-line">
        <Button isAsked={isBusy} describedBy="delete-means" onPress={() => void remove()}>
          {isBusy ? t("deleting") : t("deleteItemDo", [exhibitLabel(exhibit)])}
        </Button>
        <Button buttonRef={keep} describedBy="delete-means" onPress={onKeep}>
          {t("keepItem")}
        </Button>
      </div>
    </>
  );
}

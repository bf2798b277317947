import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { Button } from "@/src/ui/parts/Button";
import { Problem } from "@/src/ui/parts/Problem";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import type { Delete } from "./run-item";

interface AskedDeletionProps {
  title: string;
  /** The words of the button that asks first. */
  ask: string;
  /** The words of the button that does it. */
  act: string;
  /** What it means. */
  means: string;
  onDelete: Delete;
  /** What is said before it is asked for. */
  children?: ComponentChildren;
}

/** Deletes something of an item, after saying what that means and what stays. */
export function AskedDeletion({ title, ask, children, ...asking }: AskedDeletionProps) {
  const [isAsking, setAsking] = useState(false);
  const id = useOwnId();
  return (
    <section class="card stack-tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {isAsking ? (
        <Asking {...asking} onKeep={() => setAsking(false)} />
      ) : (
        <div>
          <Button onPress={() => setAsking(true)}>{ask}</Button>
        </div>
      )}
    </section>
  );
}

interface AskingProps extends Pick<AskedDeletionProps, "act" | "means" | "onDelete"> {
  onKeep: () => void;
}

function Asking({ act, means, onDelete, onKeep }: AskingProps) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VaultFailure | null>(null);
  const meansId = useOwnId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const remove = async () => {
    setBusy(true);
    setFailure(await onDelete());
    setBusy(false);
  };
  return (
    <>
      <p id={meansId}>{means}</p>
      <p class="secondary">{t("deleteItemRemains")}</p>
      <Problem says={failure && [t("deleteNotDone"), t(`vault_${failure}`)]} />
      <div class="button-line">
        <Button isAsked={isBusy} describedBy={meansId} onPress={() => void remove()}>
          {isBusy ? t("deleting") : act}
        </Button>
        <Button buttonRef={keep} describedBy={meansId} onPress={onKeep}>
          {t("keepItem")}
        </Button>
      </div>
    </>
  );
}

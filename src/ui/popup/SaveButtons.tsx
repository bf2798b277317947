import type { ComponentChildren, Ref } from "preact";
import { t } from "@/src/i18n/t";
import type { Pictures } from "@/src/model/picture";
import { Button } from "@/src/ui/parts/Button";
import { useOwnId } from "@/src/ui/parts/use-own-id";

interface SaveButtonsProps {
  /** The way to save that is the main action; "nothing": saving is not. */
  comesFirst: Pictures | "nothing";
  /** Of the main action, where it is among these. */
  mainRef: Ref<HTMLButtonElement>;
  onSave: (pictures: Pictures) => void;
  /** What is chosen beside: how much is saved. */
  children: ComponentChildren;
}

/** The two ways to save. Which comes first is for whom things are kept; both are always there. */
export function SaveButtons({ comesFirst, mainRef, onSave, children }: SaveButtonsProps) {
  const noteId = useOwnId();
  const plain = (isMain: boolean) => (
    <Button {...(isMain && { kind: "main", buttonRef: mainRef })} onPress={() => onSave("as shown")}>
      {t("savePage")}
    </Button>
  );
  const covered = (isMain: boolean) => (
    <Button
      {...(isMain && { kind: "main", buttonRef: mainRef })}
      describedBy={noteId}
      onPress={() => onSave("covered")}
    >
      {t("saveCovered")}
    </Button>
  );
  const isUsual = comesFirst === "as shown";
  return (
    <div class="popup-main-action">
      {isUsual ? plain(true) : covered(comesFirst === "covered")}
      {comesFirst === "covered" && <p class="note">{t("keepsLeastNote")}</p>}
      {children}
      <div class="popup-second-action">{isUsual ? covered(false) : plain(false)}</div>
      <p id={noteId} class="visually-hidden">
        {t("saveCoveredNote")}
      </p>
    </div>
  );
}

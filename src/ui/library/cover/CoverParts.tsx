import { useEffect, useRef, useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { MAX_COVERS } from "@/src/model/covers";
import { type PictureRecord, shownFileOf } from "@/src/model/exhibit-kind";
import { CopyOfPicture } from "@/src/ui/library/CopyOfPicture";
import { pictureFailureWords } from "@/src/ui/library/picture-words";
import type { CoverActions } from "@/src/ui/library/run-item";
import { Button } from "@/src/ui/parts/Button";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import { newBox, type PictureSize } from "./boxes";
import { CoverFields } from "./CoverFields";
import type { CoverState } from "./state";

interface CoverPartsProps {
  record: PictureRecord;
  cover: CoverState;
  /** Id of the words about keys, for the boxes over the picture. */
  helpId: string;
  /** Which part of the picture is looked at, as a share of its height. */
  middle: () => number;
  calls: CoverActions;
}

/** Which parts of the picture are opaque in copies of it. Works with the picture covered, too. */
export function CoverParts({ record, cover, helpId, middle, calls }: CoverPartsProps) {
  const titleId = useOwnId();
  const { drawn, size } = cover;
  return (
    <section class="stack-tight cover-parts" aria-labelledby={titleId}>
      <h3 id={titleId}>{t("coverTitle")}</h3>
      <p>{t("coverIntro")}</p>
      <Limits record={record} />
      {drawn === null || size === null ? (
        <Kept cover={cover} calls={calls} />
      ) : (
        <Drawing boxes={drawn} {...{ cover, size, helpId, middle, calls }} />
      )}
      <p role="status">{cover.isOpening ? t("pictureOpening") : cover.isSaid && t("coverKept")}</p>
      <p role="alert" class="correction-problem">
        {cover.failure !== null && `${t("coverNotKept")} ${t(`vault_${cover.failure}`)}`}
        {cover.notOpened !== null && pictureFailureWords(cover.notOpened)}
      </p>
    </section>
  );
}

/** Kinds of pictures that may move. */
const MOVING = /^image\/(gif|webp|png|avif)$/;

/** What is not covered by covering. */
function Limits({ record }: Pick<CoverPartsProps, "record">) {
  if (record.kind === "post") return <p class="note">{t("coverLimit")}</p>;
  return (
    <p class="note">
      {t("coverFileLimit")} {MOVING.test(shownFileOf(record).mime) && t("coverFirstFrame")}
    </p>
  );
}

function Kept({ cover: { kept, copy, isOpening }, calls }: Pick<CoverPartsProps, "cover" | "calls">) {
  const hasBoxes = kept !== null && kept.length > 0;
  return (
    <>
      {kept !== null && <p>{hasBoxes ? t("coverCount", [formatNumber(kept.length)]) : t("coverNothing")}</p>}
      <div class="button-line">
        <Button isAsked={isOpening} onPress={calls.begin}>
          {t(hasBoxes ? "coverChange" : "coverBegin")}
        </Button>
      </div>
      {hasBoxes && <CopyOfPicture copy={copy} save={t("saveRedacted")} onSave={calls.saveCopy} onStop={calls.stop} />}
    </>
  );
}

interface DrawingProps extends Omit<CoverPartsProps, "record"> {
  boxes: NonNullable<CoverState["drawn"]>;
  size: PictureSize;
}

function Drawing({ boxes, cover, size, helpId, middle, calls }: DrawingProps) {
  const focusBox = useFocusOnNewBox(boxes.length);
  const add = () => {
    focusBox();
    const box = newBox(size, middle());
    calls.draw((now) => [...now, box]);
  };
  return (
    <>
      <p id={helpId} class="note">
        {t("coverHelp")}
      </p>
      <div class="button-line">
        <Button isAsked={boxes.length >= MAX_COVERS} onPress={add}>
          {t("coverAdd")}
        </Button>
        <Button isAsked={!cover.canUndo} onPress={calls.undo}>
          {t("coverUndo")}
        </Button>
      </div>
      <CoverFields size={size} boxes={boxes} onDraw={calls.draw} />
      {boxes.length === 0 && <p class="note">{t("coverNothingNote")}</p>}
      <div class="button-line">
        <Button kind="main" isAsked={cover.isBusy} onPress={calls.keep}>
          {t("coverKeep")}
        </Button>
        <Button onPress={calls.end}>{t("coverEnd")}</Button>
      </div>
      {cover.canUndo && <p class="note">{t("coverNotYet")}</p>}
    </>
  );
}

/** @returns To be called before a box is added: then the new one has the focus, over the picture where that is shown. */
function useFocusOnNewBox(count: number): () => void {
  const [isAdding, setAdding] = useState(false);
  const before = useRef(count);
  useEffect(() => {
    if (isAdding && count > before.current) {
      setAdding(false);
      document.querySelector<HTMLElement>(`[data-box="${count - 1}"]`)?.focus();
    }
    before.current = count;
  }, [isAdding, count]);
  return () => setAdding(true);
}

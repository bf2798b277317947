import type { ComponentChildren, RefObject } from "preact";
import { useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { exhibitLabel, type PageRecord } from "@/src/model/exhibit";
import { isCoverable } from "@/src/model/exhibit-kind";
import { Button } from "@/src/ui/parts/Button";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import { CoverParts } from "./cover/CoverParts";
import { DrawnBoxes } from "./cover/DrawnBoxes";
import { middleOf } from "./cover/middle";
import type { CoverState } from "./cover/state";
import { HiddenPicture, PictureFrame } from "./PictureFrame";
import { ReadFailure } from "./ReadFailure";
import type { CoverActions } from "./run-item";
import type { PictureState } from "./state";

interface PictureProps {
  record: PageRecord;
  picture: PictureState;
  /** `null` where parts of it cannot be covered. */
  cover: CoverState | null;
  coverCalls: CoverActions;
  onShow: () => void;
  onCover: () => void;
}

/** The picture of the page: covered until asked for, and covered again after a minute. One button does both. */
export function Picture({ record, picture, cover, coverCalls, onShow, onCover }: PictureProps) {
  const isShown = picture.step === "shown";
  const frame = useRef<HTMLElement>(null);
  const helpId = useOwnId();
  return (
    <section class="card" aria-labelledby="picture-title">
      <div class="picture-head">
        <h2 id="picture-title">{record.picture.method === "re-drawn" ? t("pictureRedrawn") : t("picture")}</h2>
        <Button isAsked={picture.step === "opening"} onPress={isShown ? onCover : onShow}>
          {isShown ? t("coverAgain") : t("showPicture")}
        </Button>
      </div>
      <Frame record={record} picture={picture} frame={frame}>
        <DrawnBoxes cover={cover} helpId={helpId} onDraw={coverCalls.draw} />
      </Frame>
      {record.picture.method === "re-drawn" && <p class="note">{t("redrawnNote")}</p>}
      {record.pictures === "covered" && <p class="note">{t("picturesCoveredWhenSavedNote")}</p>}
      <p class="note">{isShown ? t("pictureShownNote") : t("pictureCoveredNote")}</p>
      {picture.step === "failed" && <ReadFailure failure={picture.failure} />}
      {cover !== null && isCoverable(record) && (
        <CoverParts
          record={record}
          cover={cover}
          helpId={helpId}
          middle={() => middleOf(frame.current)}
          calls={coverCalls}
        />
      )}
    </section>
  );
}

interface FrameProps extends Pick<PictureProps, "record" | "picture"> {
  frame: RefObject<HTMLElement | null>;
  /** Lies over the picture. */
  children: ComponentChildren;
}

function Frame({ record, picture, frame, children }: FrameProps) {
  if (picture.step !== "shown") {
    return <HiddenPicture isOpening={picture.step === "opening"} hidden={t("pictureHidden", [record.exhibit])} />;
  }
  const { widthPx, heightPx } = record.picture;
  return (
    <PictureFrame frame={frame} label={t("pictureFrame")}>
      <img
        src={picture.objectUrl}
        width={widthPx}
        height={heightPx}
        alt={t("pictureAlt", [exhibitLabel(record.exhibit)])}
        draggable={false}
      />
      {children}
    </PictureFrame>
  );
}

import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { formatBytes } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { exhibitLabel, type FileRecord } from "@/src/model/exhibit";
import { aboutFile, isCoverable, shownFileOf } from "@/src/model/exhibit-kind";
import { type FileForm, MAX_SHOWN_BYTES } from "@/src/model/from-elsewhere";
import { CoverParts } from "@/src/ui/library/cover/CoverParts";
import { DrawnBoxes, type DrawnBoxesProps } from "@/src/ui/library/cover/DrawnBoxes";
import { middleOf } from "@/src/ui/library/cover/middle";
import type { CoverState } from "@/src/ui/library/cover/state";
import { HiddenPicture, PictureFrame } from "@/src/ui/library/PictureFrame";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import type { CoverActions } from "@/src/ui/library/run-item";
import type { PictureState } from "@/src/ui/library/state";
import { Button } from "@/src/ui/parts/Button";
import { useOwnId } from "@/src/ui/parts/use-own-id";

interface ShownFileProps {
  record: FileRecord;
  picture: PictureState;
  /** `null` where parts of it cannot be covered. */
  cover: CoverState | null;
  calls: { onShowPicture: () => void; onCoverPicture: () => void; onKeepShown: () => void; cover: CoverActions };
}

/** What can be looked at or listened to here. All else is handed over as it is, and opened by the program that knows it. */
const SHOWN: ReadonlySet<FileForm> = new Set(["picture", "video", "sound"]);

const COVERED = { picture: "pictureCoveredNote", player: "fileCoveredNote" } as const;

/** The file itself: covered until asked for, never played by itself, covered again after a minute in which nothing plays. */
export function ShownFile({ record, picture, cover, calls }: ShownFileProps) {
  const { form } = aboutFile(record);
  const { bytes } = shownFileOf(record);
  const isShown = picture.step === "shown";
  const frame = useRef<HTMLElement>(null);
  const helpId = useOwnId();
  const boxes = { cover, helpId, onDraw: calls.cover.draw };
  const canShow = SHOWN.has(form) && bytes <= MAX_SHOWN_BYTES;
  return (
    <section class="card" aria-labelledby="file-title">
      <div class="picture-head">
        <h2 id="file-title">{t(`form_${form}`)}</h2>
        {canShow && (
          <Button isAsked={picture.step === "opening"} onPress={isShown ? calls.onCoverPicture : calls.onShowPicture}>
            {isShown ? t("coverAgain") : t(form === "picture" ? "showPicture" : "showPlayer")}
          </Button>
        )}
      </div>
      {canShow && (
        <Frame
          record={record}
          form={form}
          picture={picture}
          frame={frame}
          boxes={boxes}
          onKeepShown={calls.onKeepShown}
        />
      )}
      <p class="note">
        {canShow
          ? t(isShown ? "pictureShownNote" : COVERED[form === "picture" ? "picture" : "player"])
          : notShown(form, bytes)}
      </p>
      {picture.step === "failed" && <ReadFailure failure={picture.failure} />}
      {cover !== null && isCoverable(record) && (
        <CoverParts
          record={record}
          cover={cover}
          helpId={helpId}
          middle={() => middleOf(frame.current)}
          calls={calls.cover}
        />
      )}
    </section>
  );
}

function notShown(form: FileForm, bytes: number): string {
  return SHOWN.has(form) ? t("fileTooLargeToShow", [formatBytes(bytes)]) : t("fileNotShown");
}

interface FrameProps {
  record: FileRecord;
  form: FileForm;
  picture: PictureState;
  frame: RefObject<HTMLElement | null>;
  boxes: DrawnBoxesProps;
  onKeepShown: () => void;
}

function Frame({ record, form, picture, frame, boxes, onKeepShown }: FrameProps) {
  if (picture.step !== "shown") {
    const hidden = t("fileHidden", [exhibitLabel(record.exhibit)]);
    return <HiddenPicture isOpening={picture.step === "opening"} hidden={hidden} />;
  }
  const { objectUrl } = picture;
  const name = exhibitLabel(record.exhibit);
  if (form === "picture") return <ShownPicture key={objectUrl} {...{ objectUrl, name, frame, boxes }} />;
  return (
    <Player key={objectUrl} objectUrl={objectUrl} name={name} isVideo={form === "video"} onKeepShown={onKeepShown} />
  );
}

interface ShownPictureProps extends Pick<FrameProps, "frame" | "boxes"> {
  objectUrl: string;
  name: string;
}

/** Some kinds of pictures, such as those of some phones, no browser shows. */
function ShownPicture({ objectUrl, name, frame, boxes }: ShownPictureProps) {
  const [isRefused, setRefused] = useState(false);
  if (isRefused) return <p role="alert">{t("fileNotReadHere")}</p>;
  return (
    <PictureFrame frame={frame} label={t("fileFrame")} isFile>
      <img src={objectUrl} alt={t("fileAlt", [name])} draggable={false} onError={() => setRefused(true)} />
      <DrawnBoxes {...boxes} />
    </PictureFrame>
  );
}

interface PlayerProps {
  objectUrl: string;
  name: string;
  isVideo: boolean;
  onKeepShown: () => void;
}

function Player({ objectUrl, name, isVideo, onKeepShown }: PlayerProps) {
  const [isRefused, setRefused] = useState(false);
  if (isRefused) return <p role="alert">{t("fileNotReadHere")}</p>;
  const Element = isVideo ? "video" : "audio";
  return (
    <section class="picture-frame file-frame" aria-label={t("fileFrame")}>
      <Element
        src={objectUrl}
        controls
        preload="metadata"
        aria-label={t("fileAlt", [name])}
        onTimeUpdate={onKeepShown}
        onError={() => setRefused(true)}
      />
    </section>
  );
}

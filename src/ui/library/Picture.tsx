import { t } from "@/src/i18n/t";
import { exhibitLabel, type PageRecord } from "@/src/model/exhibit";
import { Button } from "@/src/ui/parts/Button";
import { Icon } from "@/src/ui/parts/Icon";
import { ReadFailure } from "./ReadFailure";
import type { PictureState } from "./state";

interface PictureProps {
  record: PageRecord;
  picture: PictureState;
  onShow: () => void;
  onCover: () => void;
}

/** The picture of the page: covered until asked for, and covered again after a minute. One button does both. */
export function Picture({ record, picture, onShow, onCover }: PictureProps) {
  const isShown = picture.step === "shown";
  return (
    <section class="card" aria-labelledby="picture-title">
      <div class="picture-head">
        <h2 id="picture-title">{record.picture.method === "re-drawn" ? t("pictureRedrawn") : t("picture")}</h2>
        <Button isAsked={picture.step === "opening"} onPress={isShown ? onCover : onShow}>
          {isShown ? t("coverAgain") : t("showPicture")}
        </Button>
      </div>
      <Frame record={record} picture={picture} />
      {record.picture.method === "re-drawn" && <p class="note">{t("redrawnNote")}</p>}
      {record.pictures === "covered" && <p class="note">{t("picturesCoveredWhenSavedNote")}</p>}
      <p class="note">{isShown ? t("pictureShownNote") : t("pictureCoveredNote")}</p>
      {picture.step === "failed" && <ReadFailure failure={picture.failure} />}
    </section>
  );
}

function Frame({ record, picture }: Pick<PictureProps, "record" | "picture">) {
  if (picture.step !== "shown") {
    return (
      <p class="picture-covered">
        <Icon name="covered" />
        {picture.step === "opening" ? t("pictureOpening") : t("pictureHidden", [record.exhibit])}
      </p>
    );
  }
  const { widthPx, heightPx } = record.picture;
  return (
    // A long page is scrolled inside its frame, with the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame has to be reachable by keyboard
    <section class="picture-frame" tabIndex={0} aria-label={t("pictureFrame")}>
      <img
        src={picture.objectUrl}
        width={widthPx}
        height={heightPx}
        alt={t("pictureAlt", [exhibitLabel(record.exhibit)])}
        draggable={false}
      />
    </section>
  );
}

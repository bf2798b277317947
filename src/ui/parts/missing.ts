import type { Speech } from "@/src/i18n/speech";
import type { PlainKey } from "@/src/i18n/t";
import { lengthText } from "@/src/model/length";
import type { MissingPart, MissingWhy } from "@/src/model/missing";

const NAMES: Record<MissingPart["what"], PlainKey> = {
  photograph: "missingPhotograph",
  "full-page-picture": "missingFullPagePicture",
  "whole-conversation": "missingWholeConversation",
  "some-pictures": "missingSomePictures",
  "whole-page-file": "missingWholePageFile",
  handle: "missingHandle",
  "posted-time": "missingPostedTime",
  posts: "missingPosts",
  "whole-recording": "missingWholeRecording",
  videos: "missingVideos",
};

export const REASONS: Record<Exclude<MissingWhy, "notShowing">, PlainKey> = {
  notOnPage: "missingNotOnPage",
  notTold: "missingNotTold",
  pageGrew: "missingPageGrew",
  pageTooLong: "missingPageTooLong",
  longerThanLimit: "missingLongerThanLimit",
  stopped: "missingStopped",
  partsNotFitted: "missingPartsNotFitted",
  pageLeft: "missingPageLeft",
  windowResized: "missingWindowResized",
  outOfSight: "missingOutOfSight",
  notAnswering: "missingNotAnswering",
  noMorePictures: "missingNoMorePictures",
  notLoaded: "missingNotLoaded",
  notAsked: "missingNotAsked",
  pictureRefused: "missingPictureRefused",
  tabHidden: "missingTabHidden",
  pictureScaled: "missingPictureScaled",
  notRedrawn: "missingNotRedrawn",
  fileTooLarge: "missingFileTooLarge",
  fileNotGiven: "missingFileNotGiven",
  scrollsInside: "missingScrollsInside",
  endedEarly: "missingEndedEarly",
  cutOff: "missingCutOff",
  onlySeen: "missingOnlySeen",
};

/** What a record lacks, by name. A name that a newer version wrote is shown as it is written. */
export function missingName({ what }: MissingPart, speech: Speech): string {
  return wordsOr(NAMES[what], what, speech);
}

/** Why, and how far it got where that is known. @param reasons What to say of each. */
export function missingReason(
  { what, why, screens, shown = 0, total = 0, lengths = [] }: MissingPart,
  speech: Speech,
  reasons = REASONS,
): string {
  const { t, number } = speech;
  if (why === "notShowing") return t("missingNotShowing", [number(shown), number(total)]);
  const reason = wordsOr(reasons[why], why, speech);
  if (what === "whole-recording" && total > 0)
    return t("missingReasonHowFar", [reason, t("missingLength", [lengthText(shown), lengthText(total)])]);
  if (what === "videos") return t("missingReasonHowFar", [reason, videosText(total, lengths, speech)]);
  if (!screens) return reason;
  const { taken, of } = screens;
  const howFar = of > taken ? t("missingHowFar", [number(taken), number(of)]) : t("missingTaken", [number(taken)]);
  return t("missingReasonHowFar", [reason, howFar]);
}

function videosText(count: number, lengths: readonly number[], { t, number }: Speech): string {
  if (lengths.length === 0) return t("missingVideosHowMany", [number(count)]);
  return t("missingVideoLengths", [number(count), lengths.map(lengthText).join(", ")]);
}

function wordsOr(key: PlainKey | undefined, written: string, { t }: Speech): string {
  return key === undefined ? written : t(key);
}

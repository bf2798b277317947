import { lengthText } from "@/src/model/length";
import type { MissingPart } from "@/src/model/missing";

const WHAT: Record<MissingPart["what"], string> = {
  photograph: "photograph of the page; it is re-drawn",
  "full-page-picture": "picture of the whole page",
  "whole-conversation": "whole of what scrolls inside the page",
  "some-pictures": "some of its pictures",
  "whole-page-file": "whole-page file",
  handle: "account name",
  "posted-time": "time of posting",
  posts: "some posts or comments",
  "whole-recording": "all of what was recorded",
};

export const WHY: Record<MissingPart["why"], string> = {
  notOnPage: "not found on the page",
  notTold: "several posts were on the page, and none was chosen",
  notShowing: "the page says that there are more than it showed",
  pageGrew: "the page changed its size while it was saved",
  pageTooLong: "the page goes on below what was saved",
  longerThanLimit: "it is longer than what is saved at most",
  stopped: "saving was stopped before the end of the page",
  partsNotFitted: "some parts could not be fitted together; a grey bar stands between them",
  pageLeft: "the page was left or closed before its end",
  windowResized: "the window or the zoom changed before the end of the page",
  outOfSight: "the page was out of sight for too long before its end",
  notAnswering: "the page no longer answered before its end",
  noMorePictures: "the browser gave no more pictures before the end of the page",
  notLoaded: "they did not load",
  notAsked: "the page was gone before it could be asked whether they had loaded",
  pictureRefused: "the browser gave no picture of it",
  tabHidden: "the page stayed out of sight",
  pictureScaled: "the browser showed the page magnified or shrunk",
  notRedrawn: "the page was re-drawn, and they could not be drawn",
  fileTooLarge: "the browser's file of the page is larger than is read",
  fileNotGiven: "the browser gave no file of the page that could be used",
  scrollsInside: "a part of the page scrolls by itself and is shown as it stood",
  endedEarly: "the recording was ended before its end",
  cutOff: "the page or the browser was closed while it was recorded",
};

/** What a record lacks and why, e.g. `account name: not found on the page`. */
export function missingText({ what, why, screens, shown, total }: MissingPart): string {
  if (what === "whole-recording" && shown !== undefined && total !== undefined)
    return `${WHAT[what]}: ${lengthText(shown)} of ${lengthText(total)}; ${WHY[why]}`;
  if (shown !== undefined && total !== undefined) return `${WHAT[what]}: ${shown} of ${total} were showing`;
  const howFar = screens ? ` (${screens.taken} of about ${screens.of} screens)` : "";
  return `${WHAT[what]}: ${WHY[why]}${howFar}`;
}

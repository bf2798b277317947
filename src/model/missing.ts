/** What a record can lack, and why: a closed list, each with its sentence. Format: docs/formats/record.md */

/** What a record may lack. */
export const MISSING_PARTS = [
  "photograph",
  "full-page-picture",
  "whole-conversation",
  "some-pictures",
  "whole-page-file",
  "handle",
  "posted-time",
  "posts",
  "whole-recording",
  "videos",
] as const;

/** What the record lacks, by name, and why. Each code has its sentence. */
export interface MissingPart {
  what: (typeof MISSING_PARTS)[number];
  why: MissingWhy;
  /** How far the picture got, in heights of what is seen at once; `of` is what the page was long at the end. */
  screens?: { taken: number; of: number };
  /** For pictures that did not load: the addresses of the first of them, as the page gives them. */
  addresses?: string[];
  /** For `posts`: how many of how many were on the page. For `whole-recording`: seconds, of how many seconds. */
  shown?: number;
  total?: number;
  /** For `videos`, of which `total` are on the page: the seconds that each lasts, of those that tell. */
  lengths?: number[];
}

export const MISSING_WHYS = [
  "notOnPage", // the page does not show it where we can read it
  "notTold", // the page shows several posts, and which one is meant was not told
  "notShowing", // the page says that there are more than it showed
  "pageGrew", // the page changed its size while it was captured
  "pageTooLong", // the page goes on below what was taken
  "longerThanLimit", // it is longer than what is taken at most
  "stopped", // the user stopped before the page's end
  "partsNotFitted", // some parts could not be fitted together by their pixels
  "pageLeft", // the tab went to another page, or was closed, before the page's end
  "windowResized", // the window or the zoom changed and did not come back
  "outOfSight", // the tab stayed out of sight too long
  "notAnswering", // the page no longer answered
  "noMorePictures", // the browser gave no more of them
  "notLoaded", // some pictures of the page did not load
  "notAsked", // the page was gone before it could be asked whether they had loaded
  "pictureRefused", // the browser gave no picture of it; it is re-drawn
  "tabHidden", // it stayed out of sight; it is re-drawn
  "pictureScaled", // the browser showed it magnified or shrunk, so its parts cannot be joined; it is re-drawn
  "notRedrawn", // the page was drawn again, and their pixels may not be read
  "fileTooLarge", // the browser's whole-page file was larger than is read
  "fileNotGiven", // the browser gave none, or none that can be read
  "scrollsInside", // a large part of the page scrolls by itself; it is shown as it stood
  "onlySeen", // a picture of the page holds no video and no sound
  "endedEarly", // the recording was ended before what was recorded
  "cutOff", // the page or the browser was closed while it was recorded
] as const;
export type MissingWhy = (typeof MISSING_WHYS)[number];

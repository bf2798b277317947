/** Videos and sound on the page that are to be seen: pictures of the page hold none, so what is not kept is counted. */
import { type PageVideos, VIDEO_LIMITS } from "@/src/messaging/page-side";
import { treesOf } from "./shadow";

/** Players smaller than this either way, in CSS pixels, are invisible helpers. */
const SMALLEST_CSS = 20;

export function videosOf(root: Element): PageVideos {
  const players = [...treesOf(root)].flatMap(({ tree }) => [
    ...tree.querySelectorAll<HTMLMediaElement>("video, audio"),
  ]);
  const shown = players.filter(isToBeSeen);
  const lengths = shown
    .map(({ duration }) => duration)
    .filter((seconds) => seconds > 0 && seconds < VIDEO_LIMITS.seconds);
  return {
    count: Math.min(shown.length, VIDEO_LIMITS.count),
    lengths: lengths.slice(0, VIDEO_LIMITS.lengths).map(Math.ceil),
  };
}

function isToBeSeen(player: HTMLMediaElement): boolean {
  const { width, height } = player.getBoundingClientRect();
  return width >= SMALLEST_CSS && height >= SMALLEST_CSS && player.checkVisibility();
}

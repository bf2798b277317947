/** Waits until what scrolls has come to rest: nothing changes any more, what is in sight has loaded and slid in. */
import { drawnParent, type Edges, overlap } from "./inner-place";
import { treesOf } from "./shadow";

/** No change for this long is rest. */
const QUIET_MS = 120;
/** Longest wait for rest: a page that never stops is taken as it is. */
const REST_WAIT_MS = 3_000;
/** Longest wait for a list to load more, and for one that says that it is busy with it. */
const GROW_WAIT_MS = 1_800;
const BUSY_WAIT_MS = 9_000;
const LOOK_EVERY_MS = 40;
const BUSY = '[aria-busy="true"], [role="progressbar"], progress';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

/** @param inSight Edges of what is seen of the box. */
export async function atRest(box: HTMLElement, inSight: Edges): Promise<void> {
  const startMs = performance.now();
  let changedMs = startMs;
  const changes = new MutationObserver(() => {
    changedMs = performance.now();
  });
  for (const { tree } of treesOf(box)) {
    changes.observe(tree, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  const isResting = () => performance.now() - changedMs >= QUIET_MS && !isLoading(box, inSight);
  while (!isResting() && performance.now() - startMs < REST_WAIT_MS) await pause();
  changes.disconnect();
}

/**
 * Waits for a list to load more at its end or start.
 * @param hasGrown Looked at again and again.
 * @returns Whether it has grown.
 */
export async function untilGrown(box: HTMLElement, hasGrown: () => boolean): Promise<boolean> {
  const startMs = performance.now();
  for (;;) {
    if (hasGrown()) return true;
    const waitedMs = performance.now() - startMs;
    if (waitedMs > (isBusy(box) ? BUSY_WAIT_MS : GROW_WAIT_MS)) return false;
    await pause();
  }
}

const isBusy = (box: HTMLElement) => [box, ...box.querySelectorAll(BUSY)].some((one) => one.matches(BUSY));

function isLoading(box: HTMLElement, inSight: Edges): boolean {
  const isSliding = box.getAnimations({ subtree: true }).some(endsByItself);
  return isSliding || imagesIn(box).some((image) => !image.complete && overlap(image.getBoundingClientRect(), inSight));
}

/** A row that slides in. What goes round for ever is not waited for. */
function endsByItself(animation: Animation): boolean {
  return animation.playState === "running" && Number.isFinite(animation.effect?.getComputedTiming().endTime);
}

function imagesIn(box: HTMLElement): HTMLImageElement[] {
  return [...treesOf(box)].flatMap(({ elements }) =>
    elements.filter((one): one is HTMLImageElement => one instanceof HTMLImageElement && drawnParent(one) !== null),
  );
}

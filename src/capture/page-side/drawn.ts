/** Waiting until the page, as it stands, has been drawn. */

/** Longest wait for a frame of a page in sight. One that is out of sight draws none, and is not waited for. */
const FRAME_WAIT_MS = 2_000;

/** Two frames: in the first the change is laid out, by the second it has been drawn. */
export async function drawn(): Promise<void> {
  await frame();
  await frame();
}

/** The next frame of a page in sight; at once where none is drawn. */
export async function frame(): Promise<void> {
  if (document.visibilityState !== "visible") return;
  await new Promise<void>((resolve) => {
    const giveUp = setTimeout(resolve, FRAME_WAIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(giveUp);
      resolve();
    });
  });
}

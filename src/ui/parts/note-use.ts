/** Tells that the notes are being used, so that they do not lock while someone is reading. */

/** Often enough for the shortest time without use, and rarely enough not to be in the way. */
const PAUSE_MS = 20_000;

/** @returns What to call where something long goes on without a key or a click. */
export function noteUseOf(page: Document, note: () => Promise<unknown>): () => void {
  let notedMs = Date.now();
  const used = () => {
    if (Date.now() - notedMs < PAUSE_MS) return;
    notedMs = Date.now();
    note().catch(() => {}); // the background is told the next time
  };
  for (const event of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    page.addEventListener(event, used, { capture: true, passive: true });
  }
  return used;
}

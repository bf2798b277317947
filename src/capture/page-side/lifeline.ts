/**
 * The line that the background holds open for as long as it works on this page. It breaks the moment the background is
 * stopped or our program is taken away, and then the page is put right without waiting for anyone.
 */
import type { browser } from "@/src/platform/browser";

/** One end of the line. */
export type Lifeline = ReturnType<typeof browser.tabs.connect>;

/**
 * @param onGone The background went without a word.
 * @param onLeave The document is being left; the browser may keep it as it is, to show it again on "back".
 */
export function holdLifeline(line: Lifeline, { onGone, onLeave }: { onGone: () => void; onLeave: () => void }): void {
  let isDone = false;
  // The page may dispatch events of that name too.
  const onHide = ({ isTrusted }: Event) => isTrusted && onLeave();
  addEventListener("pagehide", onHide);
  line.onMessage.addListener(() => {
    isDone = true; // the only thing that is ever said: all is put right, the line will be closed
  });
  line.onDisconnect.addListener(() => {
    removeEventListener("pagehide", onHide);
    if (!isDone) onGone();
  });
}

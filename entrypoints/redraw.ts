/** Page side of re-drawing a page that cannot be photographed. Injected only then, after `capture.ts`. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { redrawSide } from "@/src/capture/page-side/redraw/answer";
import type { PageAsk } from "@/src/messaging/page-side";
import { browser } from "@/src/platform/browser";

/** In our isolated world, which the page cannot see. */
const world = globalThis as { notesRedrawn?: () => void };

export default defineUnlistedScript(() => {
  world.notesRedrawn?.();
  const { answers, putBack } = redrawSide();
  let isOurs = true;
  // Injected anew, a later copy answers and this one falls silent.
  world.notesRedrawn = () => {
    isOurs = false;
    putBack();
  };
  browser.runtime.onMessage.addListener((ask: unknown, sender: { id?: string | undefined }) => {
    const name = (ask as PageAsk | null)?.tidemark;
    if (!isOurs || sender.id !== browser.runtime.id || !name || !Object.hasOwn(answers, name)) return undefined;
    return (answers[name as keyof typeof answers] as (ask: unknown) => Promise<unknown>)(ask);
  });
});

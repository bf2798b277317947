/**
 * Page side of a capture. Injected after the user's click, never always on. An unlisted script rather than a content
 * script of the framework's kind, whose wrapper announces itself to the page (docs/decisions/0006).
 */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { pageSide, type ReadingAnswers } from "@/src/capture/page-side/answer";
import { PageReader } from "@/src/extract/page-reader";
import { LIFELINE, type PageAsk } from "@/src/messaging/page-side";
import { browser } from "@/src/platform/browser";

/** In our isolated world, which the page cannot see. */
const world = globalThis as { notesPutBack?: () => void };

/** Nothing is said and no answer expected: the browser starts a stopped background to hear it, and that is all. */
function wake(): void {
  try {
    browser.runtime.sendMessage(null).catch(() => {});
  } catch {
    // Our program was taken away or replaced meanwhile.
  }
}

function readingAnswers(): ReadingAnswers {
  const reader = new PageReader(document, () => location.href);
  return {
    inspect: async (ask) => reader.read(ask),
    point: async ({ click }) => {
      if (click === null) reader.forget();
      else reader.point(click);
      return null;
    },
    choose: async ({ index }) => {
      reader.choose(index);
      return null;
    },
  };
}

export default defineUnlistedScript(() => {
  // A script of an earlier version of ours may still hold the page moved.
  world.notesPutBack?.();
  const { answers, putBack, onLine } = pageSide(readingAnswers(), wake);
  world.notesPutBack = putBack;
  browser.runtime.onConnect.addListener((line) => {
    if (line.name === LIFELINE) onLine(line);
  });
  browser.runtime.onMessage.addListener((ask: unknown, sender: { id?: string | undefined }) => {
    const name = (ask as PageAsk | null)?.tidemark;
    if (sender.id !== browser.runtime.id || !name || !Object.hasOwn(answers, name)) return undefined;
    return (answers[name as keyof typeof answers] as (ask: unknown) => Promise<unknown>)(ask);
  });
});

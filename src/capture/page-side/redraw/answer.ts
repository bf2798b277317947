/** The page side of re-drawing: answers what the background asks, and takes its frame away, also when nobody asks any more. */
import type { PageAnswer, PageAsk, RedrawAskName } from "@/src/messaging/page-side";
import { Redrawing } from "./redrawing";

/** Longest silence of the background before the frame is taken away. */
const SILENCE_MS = 60_000;

type Answers = { [Name in RedrawAskName]: (ask: Extract<PageAsk, { tidemark: Name }>) => Promise<PageAnswer<Name>> };

export function redrawSide(): { answers: Answers; putBack: () => void } {
  let redrawing: Redrawing | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const putBack = () => {
    clearTimeout(silence);
    redrawing?.end();
    redrawing = null;
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(putBack, SILENCE_MS);
  };
  const answers: Answers = {
    redraw: async ({ isCovered, labels }) => {
      putBack();
      redrawing = await Redrawing.begin({ isCovered, labels });
      listen();
      return redrawing.page;
    },
    redrawPart: async ({ yPx }) => {
      if (!redrawing) return { base64: "" };
      clearTimeout(silence);
      const blob = await redrawing.part(yPx);
      listen();
      return { base64: new Uint8Array(await blob.arrayBuffer()).toBase64() };
    },
    redrawEnd: async () => {
      putBack();
      return null;
    },
  };
  return { answers, putBack };
}

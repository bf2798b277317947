/** What was done to a page in order to record it, in sentences. The codes are explained in docs/formats/record.md. */
import type { PageAction } from "@/src/model/page-acts";

const SENTENCES: Record<PageAction["act"], string> = {
  "scroll-to-top": "The page was scrolled to its top.",
  "scroll-through": "The page was scrolled down part by part to photograph it.",
  "move-root": "The page was moved up part by part to photograph it.",
  "pass-whole-page": "Every part of the page came near the window once, so that it loaded.",
  "load-lazy-images": "Pictures that wait until they are near were loaded at once.",
  "pause-animations": "Moving parts were halted.",
  "keep-scrollbar-space": "The space of the scroll bar was kept free, so that nothing moved.",
  unstick: "Parts that stick to the window were held in their place in the page.",
  "add-frame": "To draw the page again, a frame that is not seen was put into it.",
  "set-fixed-aside": "Parts fixed to the window were photographed by themselves.",
  "draw-off-screen": "Parts that are not drawn while they are out of sight were drawn.",
  "scroll-inside": "The part that scrolls by itself was scrolled step by step to photograph it.",
  "load-history": "The start of that part was brought into sight, and the page loaded more there.",
  "hide-over-box": "What lay over that part was made invisible.",
  "cover-pictures": "Every picture was covered before the first photograph.",
  "uncover-pictures": "The covers were taken off.",
  restore: "All of it was undone.",
};

/** @returns One sentence, and what the record says more about it, e.g. how many elements it was done to. */
export function actionText({ act, detail }: PageAction): string {
  // A record of a later version may name an act that is not known here.
  const sentence = SENTENCES[act] ?? act;
  return detail === undefined ? sentence : `${sentence} ${detailText(act, detail)}`;
}

function detailText(act: PageAction["act"], detail: string): string {
  if (act === "scroll-to-top")
    return `(Before, it stood at ${detail.replace(",", " from the left and ")} from the top.)`;
  if (act === "scroll-inside" || act === "load-history") return `(Times: ${detail}.)`;
  return /^\d+$/.test(detail) ? `(Elements: ${detail}.)` : `(${detail})`;
}

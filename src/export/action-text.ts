/** What was done to a page in order to record it, in sentences. The codes are explained in docs/formats/record.md. */
import type { PageAction } from "@/src/model/page-acts";
import type { PaperWords } from "./paper-words";

/** The label before what was done: that it was undone stands there only where the record says so. A page may go away first. */
export function actionsLabel({ say }: PaperWords, actions: readonly PageAction[]): string {
  return say(actions.some(({ act }) => act === "restore") ? "binder_actions" : "binder_actionsOnly");
}

/** @returns One sentence, and what the record says more about it, e.g. how many elements it was done to. */
export function actionText(words: PaperWords, { act, detail }: PageAction): string {
  const sentence = words.act(act);
  return detail === undefined ? sentence : `${sentence} (${detailText(words, act, detail)})`;
}

function detailText({ say }: PaperWords, act: PageAction["act"], detail: string): string {
  if (act === "scroll-to-top") return say("paper_actBefore", detail.split(",", 2));
  if (act === "scroll-inside" || act === "load-history") return say("paper_actTimes", [detail]);
  return /^\d+$/.test(detail) ? say("paper_actElements", [detail]) : detail;
}

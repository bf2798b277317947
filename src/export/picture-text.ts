import type { PictureInfo } from "@/src/model/picture";
import type { PaperWords } from "./paper-words";

/** How a picture came to be: photographed, or drawn again and why. */
export function methodText({ say, redrawn }: PaperWords, { method, reason }: PictureInfo): string {
  if (method === "photograph") return say("paper_photograph");
  return reason === undefined ? say("paper_redrawn") : `${say("paper_redrawn")}\n${redrawn(reason)}`;
}

/** The page side's answers about the box that scrolls by itself. */
import type { PageAnswer, PageAsk, PageAskName } from "@/src/messaging/page-side";
import type { PageAction } from "@/src/model/page-acts";
import { InnerBox } from "./inner-box";
import { findInner, innerFound } from "./inner-find";

type InnerAsk = Extract<PageAskName, `inner${string}`>;
type Answers = { [Name in InnerAsk]: (ask: Extract<PageAsk, { tidemark: Name }>) => Promise<PageAnswer<Name>> };

export class InnerSide {
  #box: InnerBox | null = null;

  get isOpen(): boolean {
    return this.#box !== null;
  }

  /** @param onAsk Told of each ask that a capture goes on. */
  answers(onAsk: () => void): Answers {
    const opened = () => {
      onAsk();
      if (!this.#box) throw new Error("no box is open");
      return this.#box;
    };
    return {
      innerFind: async () => innerFound(),
      innerBegin: async () => {
        this.putBack();
        const found = findInner();
        this.#box = found && new InnerBox(found.box);
        onAsk();
        return { view: this.#box?.begin() ?? null };
      },
      innerToStart: async () => opened().toStart(),
      innerTo: async ({ topCss }) => opened().to(topCss),
      innerLook: async () => opened().view(),
    };
  }

  /** @returns What was done; nothing where no box is open. */
  putBack(): PageAction[] {
    const box = this.#box;
    this.#box = null;
    return box?.putBack() ?? [];
  }
}

/**
 * Reads one page as often as asked, and remembers which post the user pointed at. The post is remembered as an element
 * together with what was in it: a list that is scrolled may put another post into the same element.
 */
import type { ChosenBy, Click, PageReading } from "@/src/model/thread";
import { listed } from "./candidates";
import { innermost } from "./choose";
import { type ExtractOptions, extractPost } from "./extract-page";
import { extractThread } from "./extract-thread";
import { knownPage } from "./known-page";
import { middleBlock, pointedBlock } from "./pointing";
import { blocksOf } from "./read-post";
import { attempt } from "./registry";
import type { PostBlock } from "./site-reader";

export interface ReadOptions extends Pick<ExtractOptions, "capturedAt" | "zone"> {
  /** False: of the thread only the counts are told. */
  withThread: boolean;
}

interface Pointed {
  element: Element;
  content: string;
  by: Extract<ChosenBy, "pointed" | "chosen">;
}

export class PageReader {
  /** "none": the user said that none of the posts is meant. */
  #pointed: Pointed | "none" | null = null;

  /** @param address Where the browser stands now; a page may rename itself. */
  constructor(
    private readonly document: Document,
    private readonly address: () => string,
  ) {}

  /** Finds the post that was right-clicked. What was pointed at before is forgotten. */
  point(click: Click): void {
    this.#remember("pointed", (blocks) => pointedBlock(this.document, blocks, click));
  }

  /** The user's answer to "Which one?": the place in the list, or `null` for none of them. */
  choose(index: number | null): void {
    if (index === null) this.#pointed = "none";
    else this.#remember("chosen", (blocks) => blocks[index] ?? null);
  }

  forget(): void {
    this.#pointed = null;
  }

  read({ withThread, ...options }: ReadOptions): PageReading {
    const url = this.address();
    const pointed = this.#stillThere();
    const middle = this.#pointed === null ? this.#middle() : null;
    const all = { ...options, middle };
    const post = extractPost(this.document, url, pointed?.element, all);
    const thread = extractThread(this.document, url, pointed?.element, all);
    return {
      ...post,
      chosenBy: post.chosenBy === "pointed" && pointed ? pointed.by : post.chosenBy,
      thread: withThread ? thread : { ...thread, posts: [] },
    };
  }

  #remember(by: Pointed["by"], find: (blocks: readonly PostBlock[]) => PostBlock | null): void {
    this.#pointed = null;
    const block = this.#withBlocks(find);
    if (block) this.#pointed = { element: block.element, content: this.#contentOf(block), by };
  }

  #stillThere(): Pointed | null {
    const pointed = this.#pointed;
    if (pointed === null || pointed === "none" || !pointed.element.isConnected) return null;
    const block = this.#withBlocks((blocks) => innermost(blocks, pointed.element));
    return block?.element === pointed.element && this.#contentOf(block) === pointed.content ? pointed : null;
  }

  #middle(): Element | null {
    return this.#withBlocks((blocks) => middleBlock(this.document, blocks))?.element ?? null;
  }

  #withBlocks(find: (blocks: readonly PostBlock[]) => PostBlock | null): PostBlock | null {
    return attempt(() => {
      const { reader, page } = knownPage(this.document, this.address()) ?? {};
      return reader && page ? find(blocksOf(reader, page)) : null;
    });
  }

  /** Whose post it is, and which: enough to tell it from another one. */
  #contentOf(block: PostBlock): string {
    const { reader, page } = knownPage(this.document, this.address()) ?? {};
    if (!reader || !page) return "";
    const { permalink, handle, displayName, text } = listed(reader, page, block);
    return JSON.stringify([permalink, handle, displayName, text?.slice(0, 200)]);
  }
}

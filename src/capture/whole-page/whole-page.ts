/**
 * The whole-page file: the page's cleaned HTML with its pictures, style sheets and fonts in one file that browsers open
 * without a connection. The browser's own file holds what is the user's and is never stored; its parts are read, chosen
 * and put together anew. What is in it and what is not: docs/decisions/0015-whole-page-file.md
 */

import { HTML_FILE, joined } from "@/src/capture/page-html";
import type { PageLink } from "@/src/capture/page-link";
import type { ExhibitSink } from "@/src/capture/store";
import type { PageResources } from "@/src/messaging/page-side";
import type { WholePage } from "@/src/model/exhibit";
import { isSameSubject, type Subject } from "@/src/model/job";
import type { MissingPart, MissingWhy } from "@/src/model/missing";
import { type Chosen, chooseParts } from "./choose-parts";
import { readMhtml } from "./read-mhtml";
import { SecretText } from "./secret-text";
import { mhtmlOf, type WholePageAbout } from "./write-mhtml";

const FILE = "derived/page.mhtml";
const MIME = "multipart/related";
/** Of the browser's file, and of the page in it while packed. */
const LIMITS = { fileBytes: 100 << 20, pageBytes: 32 << 20 };
const WAIT_MS = 60_000;

export interface WholePageTaken {
  wholePage?: WholePage;
  missing: MissingPart[];
}

/** Gives the browser's file of a tab. */
export type GiveMhtml = (tabId: number) => Promise<Blob>;

/** The page of the file, as it was when its HTML was taken. */
interface Page {
  /** Its HTML, packed. */
  html: Blob;
  resources: PageResources;
  seen: Subject;
}

export class WholePageFile {
  private constructor(
    private readonly link: PageLink,
    private readonly give: GiveMhtml,
    private readonly page: Page | MissingWhy,
  ) {}

  /** Keeps the page as it now is, right after its HTML was taken. */
  static async begin(link: PageLink, give: GiveMhtml): Promise<WholePageFile> {
    return new WholePageFile(link, give, await orWhyNot(pageOf(link)));
  }

  /** Adds the file, once the page's pictures were loaded. Nothing is written unless all of it is at hand. */
  async store(about: WholePageAbout, sink: ExhibitSink, signal: AbortSignal): Promise<WholePageTaken> {
    const { page } = this;
    if (signal.aborted) return without("stopped");
    if (typeof page === "string") return without(page);
    const chosen = await orWhyNot(this.#choose(page));
    if (typeof chosen === "string") return without(chosen);
    const file = sink.file({ path: FILE, role: "derived", op: "whole-page", from: [HTML_FILE], mime: MIME });
    const html = page.html.stream().pipeThrough(new DecompressionStream("gzip"));
    for await (const piece of mhtmlOf(about, html, chosen.parts)) await file.write(piece);
    const { path } = await file.close();
    return { wholePage: { file: path, parts: chosen.parts.length, leftOut: chosen.leftOut }, missing: [] };
  }

  async #choose({ resources, seen }: Page): Promise<Chosen> {
    const file = await withinTime(this.give(this.link.tabId));
    if (file.size > LIMITS.fileBytes) throw new TooLarge();
    const [, ...parts] = await readMhtml(file);
    const chosen = await chooseParts(parts, resources, new SecretText(resources));
    const now = await this.link.ask("look", { drawn: false });
    if (!isSameSubject(now, seen)) throw new Error("the tab shows another page");
    return chosen;
  }
}

class TooLarge extends Error {}

/** An exhibit is whole without this file, so nothing about it ends a capture. */
async function orWhyNot<Value extends object>(work: Promise<Value>): Promise<Value | MissingWhy> {
  try {
    return await work;
  } catch (cause) {
    console.warn("no whole-page file:", cause);
    return cause instanceof TooLarge ? "fileTooLarge" : "fileNotGiven";
  }
}

const without = (why: MissingWhy): WholePageTaken => ({ missing: [{ what: "whole-page-file", why }] });

async function pageOf(link: PageLink): Promise<Page> {
  const resources = await link.ask("resources", {});
  const html = await packedHtml(link);
  const seen = await link.ask("look", { drawn: false });
  return { html, resources, seen };
}

/** In memory, packed. */
async function packedHtml(link: PageLink): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const piece of joined((part) => link.ask("wholePage", { part }))) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > LIMITS.pageBytes) throw new TooLarge();
  }
  return new Blob(pieces);
}

async function withinTime<Value>(work: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(() => reject(new Error("the browser did not answer in time")), WAIT_MS);
  return Promise.race([work, promise]).finally(() => clearTimeout(limit));
}

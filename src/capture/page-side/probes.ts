/**
 * Sees whether a page shows something only while it is in view: some of what stood in the window at each stop of the pass
 * is looked at again once the page is back at its top. What was in the first window is in view both times, so it tells
 * nothing; what is pinned to the window is no part of what passes.
 */
import { hasEnd } from "./motion";

/** Where it is looked, as shares of the window. */
const ACROSS = [0.5, 0.25, 0.75];
const DOWN = [0.1, 0.3, 0.5, 0.7, 0.9];
const LOWER_HALF = 0.5;
const MAX_PROBES = 500;
/** What is higher, in windows, holds the page's parts and is none. */
const PART_WINDOWS = 2;
/** How far up from what lies at a place its words are looked for. */
const MAX_UP = 3;
const MAX_DEPTH = 60;
const MAX_TEXT = 300;
const MAX_CHILDREN = 50;
/** One thing alone is proof where it filled this part of the window; of smaller ones, so many. */
const LARGE = 0.125;
const PROOF = 2;
const MOVED_CSS = 1;
const PICTURES = "img, picture, video, canvas, svg, iframe, object, embed";
const VISIBLE = { opacityProperty: true, visibilityProperty: true };

interface Probe {
  element: Element;
  topCss: number;
  /** The page's own height then. */
  pageCss: number;
  text: string;
  /** Its words and what else it shows: another content is another thing in the same element. */
  shows: string;
  isLarge: boolean;
  wasSeen: boolean;
}

export class Probes {
  readonly #probes: Probe[] = [];
  #latest: Probe[] = [];
  /** The lower half of a window was empty in mid-page: perhaps it is drawn only when scrolling has rested. */
  sawBlank = false;

  /** Call at each stop but the first. */
  take(): void {
    const moving = movingElements();
    // Observers may tell the page of a stop only after it.
    for (const probe of this.#latest) probe.wasSeen ||= isSeen(probe.element, moving);
    const hits = DOWN.flatMap((y) => ACROSS.map((x) => ({ y, hit: at(x, y) })));
    const goesOn = window.scrollY + 2 * window.innerHeight < pageHeight();
    this.sawBlank ||= goesOn && hits.every(({ y, hit }) => y < LOWER_HALF || isBlank(hit));
    const parts = new Set(hits.flatMap(({ hit }) => partOf(hit) ?? []));
    this.#latest = [...parts].map((part) => probe(part, isSeen(part, moving)));
    if (this.#probes.length < MAX_PROBES) this.#probes.push(...this.#latest);
  }

  /** Call with the page at its top and what moves brought to its end. */
  get lost(): boolean {
    const lost = this.#probes.filter(isLost);
    return lost.some(({ isLarge }) => isLarge) || new Set(lost.map(({ element }) => element)).size >= PROOF;
  }
}

/** Of the page that passes, also where something pinned lies over it. */
function at(x: number, y: number): Element | null {
  const [xCss, yCss] = [window.innerWidth * x, window.innerHeight * y];
  const hit = document.elementFromPoint(xCss, yCss);
  if (!hit || !isPinned(hit)) return hit;
  return document.elementsFromPoint(xCss, yCss).find((element) => !isPinned(element)) ?? null;
}

const pageHeight = () => (document.scrollingElement ?? document.documentElement).scrollHeight;
const wordsOf = (element: Element) => (element.textContent ?? "").trim().slice(0, MAX_TEXT);

const isTall = (element: Element) =>
  element === document.documentElement ||
  element === document.body ||
  element.getBoundingClientRect().height > PART_WINDOWS * window.innerHeight;

/** Nothing but what holds the page's parts. */
function isBlank(hit: Element | null): boolean {
  if (!hit) return true;
  if (!isTall(hit) || hit.matches(PICTURES)) return false;
  const children = Array.from(hit.childNodes).slice(0, MAX_CHILDREN);
  return !children.some((child) => child instanceof Text && child.data.trim());
}

/** The part of the page's content that lies there. */
function partOf(hit: Element | null): Element | null {
  let element = hit;
  for (let up = 0; element && up < MAX_UP && !isTall(element); up += 1, element = element.parentElement) {
    if (element.matches(PICTURES) || wordsOf(element)) return element;
  }
  return null;
}

function probe(element: Element, wasSeen: boolean): Probe {
  const { top, width, height } = element.getBoundingClientRect();
  const isLarge = width * height >= LARGE * window.innerWidth * window.innerHeight;
  const text = wordsOf(element);
  const topCss = top + window.scrollY;
  return { element, topCss, pageCss: pageHeight(), text, shows: shownBy(element, text), isLarge, wasSeen };
}

function shownBy(element: Element, text: string): string {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const isLoaded = element instanceof HTMLImageElement && element.complete && !element.currentSrc.startsWith("data:");
  return [text, backgroundColor, backgroundImage, isLoaded ? element.currentSrc : ""].join("\n");
}

function isLost(was: Probe): boolean {
  const { element } = was;
  if (!was.wasSeen) return false;
  if (!element.isConnected) return true;
  const { top, left, right, width, height } = element.getBoundingClientRect();
  const isOut = right <= 0 || left >= (document.scrollingElement ?? document.documentElement).scrollWidth;
  if (isOut || width === 0 || height === 0 || !element.checkVisibility(VISIBLE)) return !isReplaced(was);
  const text = wordsOf(element);
  if (was.text && !text) return true;
  return hasMoved(was, top + window.scrollY) && isOther(was.shows, shownBy(element, text));
}

/** A picture, drawn over by the one it stood in for. */
function isReplaced({ element, text }: Probe): boolean {
  const beside = text ? [] : Array.from(element.parentElement?.querySelectorAll(PICTURES) ?? []);
  return beside.some((other) => other !== element && other.checkVisibility(VISIBLE));
}

/** Farther than the page has grown or shrunk since; what came above a thing moves it no farther. */
function hasMoved(was: Probe, topCss: number): boolean {
  const grownCss = pageHeight() - was.pageCss;
  const movedCss = topCss - was.topCss;
  return movedCss < Math.min(0, grownCss) - MOVED_CSS || movedCss > Math.max(0, grownCss) + MOVED_CSS;
}

/** A picture that has loaded since is no other one. */
const isOther = (was: string, now: string) => (was.endsWith("\n") ? !now.startsWith(was) : now !== was);

/** What is about to be seen, or was until just now, counts. */
function isSeen(element: Element, moving: ReadonlySet<Element>): boolean {
  if (element.checkVisibility(VISIBLE)) return true;
  return moving.size > 0 && ancestors(element).some((outer) => moving.has(outer));
}

function movingElements(): Set<Element> {
  const moving = document.getAnimations().filter((animation) => animation.playState === "running" && hasEnd(animation));
  return new Set(moving.flatMap(({ effect }) => (effect as KeyframeEffect | null)?.target ?? []));
}

/** Is or lies in something that stays in the window. */
const isPinned = (element: Element) =>
  ancestors(element).some((outer) => /fixed|sticky/.test(getComputedStyle(outer).position));

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at && found.length < MAX_DEPTH; at = at.parentElement) found.push(at);
  return found;
}

/**
 * The page side of a capture: answers what the background asks, and puts the page back. It lives in the page's process,
 * knows nothing of the vault and starts no conversation. When the background falls silent in the middle of a capture
 * (it was stopped), the page is put back all the same.
 */
import type { PageAnswer, PageAsk, PageAskName, PageSurroundings } from "@/src/messaging/page-side";
import { FACT_LIMITS, type PageFacts } from "@/src/model/page-facts";
import { PageCover } from "./cover";
import { drawn, frame } from "./drawn";
import { Anchor, measure, type RootOrigin, rootOrigin } from "./geometry";
import { renderedHtmlParts } from "./html";
import { findInner } from "./inner-find";
import { InnerSide } from "./inner-side";
import { passThePage, picturesLoaded } from "./lazy";
import { Pinned } from "./pinned";
import { PageState } from "./restore";

/** Longest silence of the background in mid-capture before the page is put back. */
const SILENCE_MS = 20_000;
const MAX_FRAMES_LISTED = 200;

type Answers = { [Name in PageAskName]: (ask: Extract<PageAsk, { tidemark: Name }>) => Promise<PageAnswer<Name>> };

/**
 * @param read Reads the page's facts; handed in, because reading is another domain's work.
 * @param wake Starts the background again where it was stopped: the style sheets that cover the page are its own, and it
 * takes them off when it starts.
 */
export function pageSide(read: () => PageFacts, wake: () => void): { answers: Answers; putBack: () => void } {
  const root = document.documentElement;
  let job: Job | null = null;
  let htmlParts: string[] | null = null;
  let cover: PageCover | null = null;
  const inner = new InnerSide();
  let silence: ReturnType<typeof setTimeout> | undefined;

  const putBack = () => {
    clearTimeout(silence);
    inner.putBack();
    job?.state.putBack();
    job = null;
  };
  const uncover = () => {
    cover?.remove();
    cover = null;
  };
  const putAllBack = () => {
    putBack();
    uncover();
  };
  const onSilence = () => {
    const wasCovered = cover !== null;
    putAllBack();
    if (wasCovered) wake();
  };
  const listen = () => {
    clearTimeout(silence);
    if (job || cover || inner.isOpen) silence = setTimeout(onSilence, SILENCE_MS);
  };
  const look = (shiftedCss = 0) => {
    listen();
    return measure(root, job?.origin ?? null, shiftedCss);
  };
  const move = (state: PageState, xCss: number, yCss: number) => {
    const [baseX = "0px", baseY = "0px"] = job?.ownTranslate.split(" ") ?? [];
    const zoom = (root as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
    state.setStyle(root, "translate", `calc(${baseX} - ${xCss / zoom}px) calc(${baseY} - ${yCss / zoom}px)`);
  };

  const answers: Answers = {
    inspect: async () => read(),
    surroundings: async () => surroundings(),
    look: async ({ drawn: isDrawn }) => {
      if (isDrawn) await drawn();
      return look();
    },
    prepare: async ({ limitCss }) => {
      putBack();
      const state = new PageState();
      job = { state, pinned: null, origin: null, ownTranslate: ownTranslate(root) };
      listen();
      state.setStyle(root, "scroll-behavior", "auto");
      state.setStyle(root, "transition", "none");
      if (window.innerWidth > root.clientWidth) keepScrollbarSpace(state);
      state.scrollToTop();
      state.loadLazyImages();
      await passWholePage(state, root, limitCss, (yCss) => {
        listen();
        move(state, 0, yCss);
      });
      const picturesNotLoaded = await picturesLoaded();
      state.unsetStyle(root, "translate");
      job.pinned = Pinned.find(state);
      const fixed = job.pinned.boxes();
      if (fixed.length > 0) job.pinned.showAlone(root);
      await drawn();
      return { geometry: look(), fixed, picturesNotLoaded };
    },
    showPage: async () => {
      if (!job?.pinned) return look();
      job.pinned.hide(root);
      job.origin = rootOrigin(root, job.ownTranslate);
      job.state.actions.push({ act: "move-root" });
      // A layer of its own is drawn once and then only moved, so that every tile shows the very same pixels.
      job.state.setStyle(root, "will-change", "transform");
      move(job.state, 0, 0);
      await drawn();
      return look();
    },
    moveTo: async ({ xCss, yCss }) => {
      if (!job) return look();
      const anchor = Anchor.atLowerEdge(measure(root, job.origin).movedYCss);
      move(job.state, xCss, yCss);
      await drawn();
      return look(anchor?.shiftedCss(measure(root, job.origin).movedYCss));
    },
    ...inner.answers(() => listen()),
    html: async ({ part, withPictures }) => {
      if (part === 0 || !htmlParts) htmlParts = await renderedHtmlParts(withPictures);
      const answer = { parts: htmlParts.length, base64: htmlParts[part] ?? "" };
      if (part >= htmlParts.length - 1) htmlParts = null;
      return answer;
    },
    cover: async ({ wide }) => {
      cover ??= new PageCover(root);
      listen();
      const covered = cover.look(wide);
      await drawn();
      return covered;
    },
    uncover: async () => {
      uncover();
      root.getBoundingClientRect(); // the page takes its own looks again before anything else changes
      return null;
    },
    release: async () => {
      const state = job?.state;
      const inside = inner.putBack();
      putBack();
      return [...inside, ...(state?.actions ?? [])];
    },
  };
  return { answers, putBack: putAllBack };
}

/** A capture under way in this page. */
interface Job {
  state: PageState;
  pinned: Pinned | null;
  origin: RootOrigin | null;
  /** What the page itself moves its root by, as the value of `translate`. */
  ownTranslate: string;
}

function ownTranslate(root: HTMLElement): string {
  const { translate } = getComputedStyle(root);
  if (translate === "none" || !translate) return "0px 0px";
  const [x = "0px", y = "0px"] = translate.split(" ");
  return `${x} ${y}`;
}

async function passWholePage(
  state: PageState,
  root: HTMLElement,
  limitCss: number,
  move: (yCss: number) => void,
): Promise<void> {
  const origin = rootOrigin(root, ownTranslate(root));
  await passThePage({ move, frame, heightCss: () => measure(root, origin).pageHeightCss }, limitCss);
  state.actions.push({ act: "pass-whole-page" });
}

/** Moving the page to its end would take the scroll bar away and lay the page out anew. */
function keepScrollbarSpace(state: PageState): void {
  state.setStyle(document.documentElement, "scrollbar-gutter", "stable");
  state.actions.push({ act: "keep-scrollbar-space" });
}

const cut = (text: string, limit: number) => text.slice(0, limit).toWellFormed();

/** An address that carries its content in itself is named by its kind. */
const shortAddress = (url: string) => cut(url.startsWith("data:") ? url.split(",", 1)[0]! : url, FACT_LIMITS.pageUrl);

function surroundings(): PageSurroundings {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
  const frames = Array.from(document.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>("iframe, frame"));
  const addresses = frames.map((frame) => frame.src).filter(Boolean);
  return {
    contentType: document.contentType,
    title: cut(document.title, FACT_LIMITS.title),
    canonical: canonical ? shortAddress(canonical) : null,
    frames: addresses.slice(0, MAX_FRAMES_LISTED).map(shortAddress),
    scrollsInside: findInner() !== null,
    languages: [...navigator.languages],
    userAgent: navigator.userAgent,
  };
}

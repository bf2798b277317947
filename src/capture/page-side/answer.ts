/**
 * The page side of a capture: answers what the background asks, and puts the page back. It lives in the page's process,
 * knows nothing of the vault and starts no conversation. When the background falls silent in the middle of a capture
 * (it was stopped), the page is put back all the same.
 */
import type { PageAnswer, PageAsk, PageAskName, PageSurroundings } from "@/src/messaging/page-side";
import type { PageFacts } from "@/src/model/page-facts";
import { PageCover } from "./cover";
import { measure, type RootOrigin, rootOrigin } from "./geometry";
import { renderedHtmlParts } from "./html";
import { scrollsInside } from "./inner-scroller";
import { PageState } from "./restore";

/** Longest silence of the background in mid-capture before the page is put back. */
const SILENCE_MS = 20_000;
/** Longest wait for a frame: a page that is out of sight draws none. */
const FRAME_WAIT_MS = 250;
const MAX_FRAMES_LISTED = 200;

type Answers = { [Name in PageAskName]: (ask: Extract<PageAsk, { tidemark: Name }>) => Promise<PageAnswer<Name>> };

/**
 * @param read Reads the page's facts; handed in, because reading is another domain's work.
 * @param wake Starts the background again where it was stopped: the style sheets that cover the page are its own, and it
 * takes them off when it starts.
 */
export function pageSide(read: () => PageFacts, wake: () => void): { answers: Answers; putBack: () => void } {
  const root = document.documentElement;
  let state: PageState | null = null;
  let origin: RootOrigin | null = null;
  let htmlParts: string[] | null = null;
  let cover: PageCover | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const putBack = () => {
    clearTimeout(silence);
    state?.putBack();
    state = null;
    origin = null;
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
    if (state || cover) silence = setTimeout(onSilence, SILENCE_MS);
  };
  const look = () => {
    listen();
    return measure(root, origin);
  };

  const answers: Answers = {
    inspect: async () => read(),
    surroundings: async () => surroundings(),
    look: async () => look(),
    prepare: async () => {
      putBack();
      state = new PageState(root);
      state.setRootStyle("scroll-behavior", "auto");
      state.setRootStyle("transition", "none");
      if (window.innerWidth > root.clientWidth) keepScrollbarSpace(state);
      state.scrollToTop();
      state.pauseAnimations();
      await drawn();
      origin = rootOrigin(root);
      state.actions.push({ act: "move-root" });
      return look();
    },
    moveTo: async ({ xCss, yCss }) => {
      state?.setRootStyle("translate", `${-xCss}px ${-yCss}px`);
      await drawn();
      return look();
    },
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
      const actions = state?.actions ?? [];
      putBack();
      return actions;
    },
  };
  return { answers, putBack: putAllBack };
}

/** Moving the page to its end would take the scroll bar away and lay the page out anew. */
function keepScrollbarSpace(state: PageState): void {
  state.setRootStyle("scrollbar-gutter", "stable");
  state.actions.push({ act: "keep-scrollbar-space" });
}

/** Two frames: in the first the change is laid out, by the second it has been drawn. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise<void>((resolve) => {
      const giveUp = setTimeout(resolve, FRAME_WAIT_MS);
      requestAnimationFrame(() => {
        clearTimeout(giveUp);
        resolve();
      });
    });
  }
}

function surroundings(): PageSurroundings {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href ?? null;
  const frames = Array.from(document.querySelectorAll("iframe"), (frame) => frame.src).filter(Boolean);
  return {
    canonical,
    frames: frames.slice(0, MAX_FRAMES_LISTED),
    scrollsInside: scrollsInside(),
    languages: [...navigator.languages],
    userAgent: navigator.userAgent,
  };
}

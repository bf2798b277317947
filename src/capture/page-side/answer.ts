/**
 * The page side of a capture: answers what the background asks, and puts the page back. It lives in the page's process,
 * knows nothing of the vault and starts no conversation. When the background falls silent in the middle of a capture
 * (it was stopped), the page is put back all the same.
 */
import type { PageAnswer, PageAsk, PageAskName, PageSurroundings, RedrawAskName } from "@/src/messaging/page-side";
import { FACT_LIMITS } from "@/src/model/page-facts";
import { PageCover } from "./cover";
import { CoverSwitch } from "./cover-switch";
import { drawn, frame } from "./drawn";
import { frameAddresses } from "./frames";
import { measure } from "./geometry";
import { PageHtml } from "./html";
import { findInner } from "./inner-find";
import { InnerSide } from "./inner-side";
import { picturesInWindowReady, picturesLoaded, unloadedPictures } from "./lazy";
import { holdLifeline, type Lifeline } from "./lifeline";
import { canListen } from "./listens";
import { PageMover } from "./move";
import { EndWatch } from "./page-end";
import { PagePass } from "./page-pass";
import { secretsOfPage } from "./page-secrets";
import { Pinned } from "./pinned";
import { PageState } from "./restore";
import { SeamWatch } from "./seam-watch";
import { videosOf } from "./videos";

/** Longest silence of the background in mid-capture before the page is put back. */
const SILENCE_MS = 20_000;
/** Longest name of a kind of document. */
const MAX_KIND = 100;
/** Longest wait for the pictures of one window. */
const PICTURES_WAIT_MS = 1_000;

type Answers = {
  [Name in Exclude<PageAskName, RedrawAskName>]: (
    ask: Extract<PageAsk, { tidemark: Name }>,
  ) => Promise<PageAnswer<Name>>;
};

/** What is answered by reading alone. */
export type ReadingAnswers = Pick<Answers, "inspect" | "point" | "choose">;

/**
 * @param reading Reads the page's facts; handed in, because reading is another domain's work.
 * @param wake Starts the background again where it was stopped: it takes up the capture, and takes off those of its style
 * sheets that lie under no switch.
 */
export function pageSide(reading: ReadingAnswers, wake: () => void): PageSide {
  const root = document.documentElement;
  let job: Job | null = null;
  const html = new PageHtml();
  let cover: PageCover | null = null;
  const inner = new InnerSide();
  let coverSwitch: CoverSwitch | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const putBack = () => {
    clearTimeout(silence);
    inner.putBack();
    job?.pass.stop();
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
  const onLeave = () => {
    putAllBack();
    coverSwitch?.takeOff();
  };
  const onGone = () => {
    onLeave();
    wake();
  };
  const listen = () => {
    clearTimeout(silence);
    if (job || cover || inner.isOpen) silence = setTimeout(onGone, SILENCE_MS);
  };
  const look = (shiftedCss = 0) => {
    listen();
    return measure(root, job?.mover ?? null, shiftedCss);
  };
  /** Where any part of the page is photographed. What is elsewhere in the next frame moves by itself, and says nothing. */
  const endShiftedCss = async ({ end, pinned, isByParts }: Job) => {
    if (!isByParts) return 0;
    if (pinned?.again()) await frame();
    const first = end.shiftedCss();
    if (first === 0) return 0;
    await frame();
    return end.shiftedCss() === first ? first : 0;
  };

  /** The page was drawn there already; what it does by itself meanwhile is seen all the same. */
  const stayThere = async (at: Job) => {
    await picturesInWindowReady(PICTURES_WAIT_MS);
    if (at.pinned?.again()) await frame();
    return look(at.isByParts ? await endShiftedCss(at) : at.seam.shiftedCss());
  };

  const answers: Answers = {
    ...reading,
    kind: async () => ({ contentType: cut(document.contentType, MAX_KIND) }),
    surroundings: async () => surroundings(),
    look: async ({ drawn: isDrawn, setsAside }) => {
      if (isDrawn) await drawn();
      if (!job) return look();
      // What has become fixed since the page was moved would lie over it in the photograph.
      if (setsAside && !job.isByParts && !job.showsFixed && job.pinned?.again()) await drawn();
      const { seam, end, isByParts } = job;
      if (isByParts) end.look();
      else seam.look();
      return look(seam.shiftedCss());
    },
    prepare: async ({ limitCss, atOnce, mayPassLate }) => {
      putBack();
      const state = new PageState();
      state.holdStill([document], false);
      const mover = new PageMover(root, state);
      const pass = new PagePass(state, mover, listen);
      const movedYCss = () => mover.position().yCss;
      const [seam, end] = [new SeamWatch(movedYCss), new EndWatch(movedYCss)];
      job = { state, mover, pass, pinned: null, seam, end, showsFixed: false, isByParts: atOnce };
      listen();
      state.loadLazyImages();
      const isQuiet = mayPassLate && !canListen(root);
      if (isQuiet) await picturesLoaded();
      const dropsUnseen = !isQuiet && (await pass.whole(limitCss, atOnce));
      job.isByParts &&= !dropsUnseen;
      seam.dropsUnseen = dropsUnseen;
      const touched = state.touched;
      const pinned = pass.doing(() => new Pinned(state, root));
      job.pinned = pinned;
      const { hasBackdrop } = pinned;
      job.isByParts &&= !hasBackdrop;
      // A page that is photographed window by window cannot be passed meanwhile.
      const passesLate = isQuiet && !hasBackdrop;
      if (isQuiet && hasBackdrop) await pass.whole(limitCss, false);
      mover.setHome();
      const fixed = pinned.boxes();
      job.showsFixed = fixed.length > 0;
      if (job.showsFixed) pinned.showAlone();
      else pinned.hide();
      // What was changed just now may move the page to change something more.
      if (!passesLate || state.touched > touched) await drawn();
      if (passesLate) pass.putOff();
      // What stands behind the page would be moved away with its root.
      const moveBy = pinned.drawsByWindow && !hasBackdrop ? "root" : "scroll";
      return { geometry: look(), fixed, moveBy, dropsUnseen, hasBackdrop, passesLate, actions: [...state.actions] };
    },
    showPage: async () => {
      job?.pinned?.hide();
      if (job) job.showsFixed = false;
      await drawn();
      return look();
    },
    moveTo: async ({ xCss, yCss, by }) => {
      if (!job) return look();
      const { mover, pass, pinned, state, seam } = job;
      if (mover.isAt(xCss, yCss, by)) return stayThere(job);
      seam.leaving(yCss);
      if (by === "scroll" && yCss > 0) state.didOnce("scroll-through");
      mover.to(xCss, yCss, by);
      await frame();
      await pass.redrawn();
      // In this frame the page has heard of it and not yet been drawn; what it does later is seen in the next.
      pinned?.again();
      await Promise.all([frame(), picturesInWindowReady(PICTURES_WAIT_MS)]);
      if (pinned?.again()) await frame();
      return look(seam.shiftedCss());
    },
    passLate: async ({ limitCss }) => ({ changed: (await job?.pass.late(limitCss)) ?? false }),
    passRest: async ({ limitCss }) => {
      await job?.pass.rest(limitCss);
      return look(job ? await endShiftedCss(job) : 0);
    },
    unloaded: async () => unloadedPictures(),
    videos: async () => videosOf(root),
    ...inner.answers(() => listen()),
    html: async ({ part, withPictures, keepsCopy }) => html.part(part, withPictures, keepsCopy),
    resources: async () => html.resources(),
    wholePage: async ({ part }) => html.wholePagePart(part),
    cover: async ({ wide, switchName }) => {
      if (switchName !== null && !cover) coverSwitch = new CoverSwitch(root, switchName);
      cover ??= new PageCover(root);
      listen();
      const covered = cover.look(wide);
      await drawn();
      return covered;
    },
    uncover: async () => {
      uncover();
      coverSwitch?.clear();
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
  return { answers, putBack: putAllBack, onLine: (line) => holdLifeline(line, { onGone, onLeave }) };
}

export interface PageSide {
  answers: Answers;
  /** Puts the page back as it was. */
  putBack: () => void;
  /** Takes the line that the background has opened. */
  onLine: (line: Lifeline) => void;
}

/** A capture under way in this page. */
interface Job {
  state: PageState;
  mover: PageMover;
  pass: PagePass;
  pinned: Pinned | null;
  seam: SeamWatch;
  end: EndWatch;
  /** Only what is fixed is to be seen, to be photographed by itself. */
  showsFixed: boolean;
  /** Any part of the page is photographed, wherever the window stands. */
  isByParts: boolean;
}

const cut = (text: string, limit: number) => text.slice(0, limit).toWellFormed();

/** An address that carries its content in itself is named by its kind. */
const shortAddress = (url: string) => cut(url.startsWith("data:") ? url.split(",", 1)[0]! : url, FACT_LIMITS.pageUrl);

function surroundings(): PageSurroundings {
  const root = document.documentElement;
  const frames = frameAddresses(root);
  const secrets = frames.length > 0 ? secretsOfPage(root) : null;
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href;
  return {
    title: cut(document.title, FACT_LIMITS.title),
    canonical: canonical ? shortAddress(canonical) : null,
    frames: secrets ? frames.map((address) => shortAddress(secrets.without(address, true))) : [],
    scrollsInside: findInner() !== null,
    languages: [...navigator.languages],
    userAgent: navigator.userAgent,
  };
}

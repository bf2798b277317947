/**
 * One capture, from the click to all that a record needs: what the page says, its HTML, the window as it stood, the
 * whole page. Nothing is kept here; everything goes into the sink it is given, and the page is put back however it ends.
 */
import { CaptureError } from "@/src/model/errors";
import { type PageDraft, RECORD_SCHEMA } from "@/src/model/exhibit";
import type { JobState, Subject } from "@/src/model/job";
import type { PageAction } from "@/src/model/page-acts";
import type { RedrawReason } from "@/src/model/picture";
import type { Wish } from "@/src/model/scope";
import type { Clock } from "@/src/platform/clock";
import { Beside } from "./beside";
import { PageMoved, type Png, photograph, type Shooting } from "./camera";
import { Cover } from "./cover";
import { environment } from "./environment";
import { requireTrueSize } from "./frame";
import { FrontWatch } from "./front-watch";
import { PageShifted } from "./incomplete";
import { storeHtml, takeHtml } from "./page-html";
import { PageLink } from "./page-link";
import type { Method } from "./page-tiles";
import { withoutPictureData } from "./picture-data";
import { QuotaWindow } from "./quota";
import { type NoPhotograph, orNoPhotograph, type RedrawOrder, redrawPage } from "./redraw-page";
import { missingFacts, missingVideos, saidByPage } from "./said-by-page";
import { type ExhibitSink, putFile } from "./store";
import { requireSamePage, subjectOf } from "./subject";
import { pageTaken, scopeFor, takeScope, VIEW_FILE, withoutPictureAddresses } from "./take-scope";
import { endTimes, type Started, startTimes } from "./times";
import { type GiveMhtml, WholePageFile } from "./whole-page/whole-page";

export interface CaptureTools {
  sink: ExhibitSink;
  clock: Clock;
  signal: AbortSignal;
  method: Method;
  /** It was not begun before. */
  isFirst: boolean;
  /** It was, and something moved within the page then. */
  hasShifted: boolean;
  /**
   * False: when something above moves, or the window changes, throw PageShifted or `pageResized`, so that the capture can
   * begin anew. True: it is taken as it comes.
   */
  isLast: boolean;
  wish: Wish;
  /** How many screens are taken of what has no end. */
  limitScreens: number;
  /** Told which page it is, before anything is taken. May refuse it. */
  onSubject: (subject: Subject) => Promise<void>;
  /** Present where no photograph can be had: the page is drawn again. */
  redraw?: NoPhotograph;
  /** Present where the user asked for a whole-page file. */
  giveMhtml?: GiveMhtml;
  /** Words in the boxes that stand for what could not be drawn again. */
  labels: RedrawOrder["labels"];
  onProgress: (state: JobState) => void;
}

/** @throws {PageShifted} @throws {NoPhotograph} @throws {CaptureError} */
export async function captureTab(tabId: number, tools: CaptureTools): Promise<PageDraft> {
  const { sink, clock } = tools;
  tools.onProgress({ step: "preparing" });
  const started = startTimes(clock);
  const link = await PageLink.open(tabId);
  const geometry = await link.ask("look", { drawn: false });
  await tools.onSubject(subjectOf(geometry));
  const letGo = link.holdLifeline();
  const front = new FrontWatch(tabId);
  const { redraw } = tools;
  const isCovered = tools.wish.pictures === "covered";
  let cover: Cover | null = null;
  let view: Png | null = redraw?.view ?? null;
  const beside = new Beside();
  try {
    if (isCovered && !redraw) cover = await Cover.begin(link, tools.method === "window");
    const { url } = await front.look();
    const shooting = shootingWith(tools, link, front, cover);
    const giveMhtml = isCovered ? undefined : tools.giveMhtml;
    const read = onlyOnce(() => beside.do(readPage(link, tools, started, giveMhtml !== undefined)));
    if (!redraw) view = await photograph(shooting, { url, geometry }, undefined, undefined, () => void read());
    if (view) beside.do(putFile(sink, { path: VIEW_FILE, role: "original", mime: "image/png" }, view));
    // Stored while the page is made ready, which is not to begin before all of it is here.
    const { reading, page, scope, html } = await read();
    beside.do(storeHtml(sink, html));
    if (view && !redraw && scope !== "view") requireTrueSize(view, geometry);
    const environs = beside.do(environment(tabId, page, geometry));
    const wholePage = giveMhtml && (await WholePageFile.begin(link, giveMhtml));
    const stillThere = async () => requireSamePage(geometry, await link.ask("look", { drawn: false }));
    // What was read is of the page that was photographed.
    await stillThere();
    const { method, isFirst, hasShifted, isLast, limitScreens } = tools;
    const { onTile } = shooting;
    const taken =
      redraw || !view
        ? pageTaken(await redrawPage(link, redrawOrder(tools, redraw?.reason ?? "pictureRefused", onTile), sink), page)
        : await takeScope(
            scope,
            shooting,
            { url, view, seen: geometry, method, isFirst, hasShifted, isLast, limitScreens, onTile },
            page,
            sink,
          );
    if (redraw) await stillThere();
    tools.onProgress({ step: "sealing" });
    const [videos] = await Promise.all([link.ask("videos", {}).catch(() => null), cover?.end()]);
    const env = await environs;
    await beside.done();
    const about = { url, title: page.title, utc: started.startUtc };
    const whole = await wholePage?.store(about, sink, tools.signal);
    const missing = [...taken.missing, ...missingVideos(videos), ...missingFacts(reading), ...(whole?.missing ?? [])];
    const draft: PageDraft = {
      schema: RECORD_SCHEMA,
      kind: "post",
      url: { browser: url, canonical: page.canonical, frames: page.frames },
      page: { title: page.title, lang: reading.facts.language },
      ...saidByPage(reading),
      captured: endTimes(clock, started),
      by: { role: "unstated" },
      env,
      actions: cover ? coverActions(cover, taken.actions) : taken.actions,
      pictures: tools.wish.pictures,
      scope: taken.scope,
      picture: taken.picture,
      ...(whole?.wholePage && { wholePage: whole.wholePage }),
      seams: taken.seams,
      missing: isCovered ? withoutPictureAddresses(missing) : missing,
    };
    return isCovered ? withoutPictureData(draft) : draft;
  } catch (error) {
    throw redraw ? error : orNoPhotograph(error, view);
  } finally {
    await cover?.end();
    await beside.settled();
    letGo();
    front.stop();
  }
}

/** Nothing of this changes the page, so it is done while the browser makes the picture of the window. */
async function readPage(link: PageLink, { wish }: CaptureTools, started: Started, keepsCopy: boolean) {
  const [reading, page, scope, html] = await Promise.all([
    link.ask("inspect", { withThread: true, capturedAt: started.startUtc, zone: started.tz }),
    link.ask("surroundings", {}),
    scopeFor(link, wish.scope),
    takeHtml(link, wish.pictures !== "covered", keepsCopy),
  ]);
  return { reading, page, scope, html };
}

/** However often it is called, it is done once. */
function onlyOnce<Value>(act: () => Value): () => Value {
  let done: { value: Value } | null = null;
  return () => {
    done ??= { value: act() };
    return done.value;
  };
}

function redrawOrder(tools: CaptureTools, reason: RedrawReason, onTile: RedrawOrder["onTile"]): RedrawOrder {
  const { labels, signal } = tools;
  return { reason, isCovered: tools.wish.pictures === "covered", labels, signal, onTile };
}

function coverActions({ covered }: Cover, actions: PageAction[]): PageAction[] {
  return [{ act: "cover-pictures", detail: String(covered) }, ...actions, { act: "uncover-pictures" }];
}

function shootingWith(tools: CaptureTools, link: PageLink, front: FrontWatch, cover: Cover | null) {
  let tiles = { tilesDone: 0, tilesTotal: 0 };
  const shooting: Shooting & { onTile: (done: number, total: number) => void } = {
    tabId: link.tabId,
    link,
    front,
    clock: tools.clock,
    quota: new QuotaWindow(tools.clock, tools.method === "window" ? 2 : Number.POSITIVE_INFINITY),
    signal: tools.signal,
    cover,
    onPause: (why) => tools.onProgress(why ? { step: "paused", why, ...tiles } : { step: "capturing", ...tiles }),
    onTile: (tilesDone, tilesTotal) => {
      tiles = { tilesDone, tilesTotal };
      tools.onProgress({ step: "capturing", ...tiles });
    },
  };
  return shooting;
}

/** What every failure inside a capture means to the person who waits for it. */
export function asCaptureError(error: unknown): CaptureError {
  if (error instanceof CaptureError) return error;
  if (error instanceof PageShifted || error instanceof PageMoved) return new CaptureError("pageResized");
  return new CaptureError(storeFailure((error as { code?: unknown } | null)?.code), { cause: error });
}

function storeFailure(code: unknown): "storageFull" | "nothingLasts" | "notStored" {
  if (code === "full") return "storageFull";
  return code === "privateWindow" ? "nothingLasts" : "notStored";
}

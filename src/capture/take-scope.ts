/** The picture that was asked for: what is in view, the whole page, or the box in which its content scrolls. */
import type { PageSurroundings } from "@/src/messaging/page-side";
import type { MissingPart, PageAction, PictureInfo, Seam } from "@/src/model/exhibit";
import type { Scope } from "@/src/model/scope";
import type { Png, Shooting } from "./camera";
import { decode } from "./decode";
import { takeInner } from "./inner/take-inner";
import type { PageLink } from "./page-link";
import type { ExhibitSink } from "./store";
import { type PageOrder, takePage } from "./take-page";

/** The window as it stood, before anything was done to the page. */
export const VIEW_FILE = "original/viewport.png";

export interface ScopeTaken {
  scope: Scope;
  picture: PictureInfo;
  seams: Seam[];
  actions: PageAction[];
  /** Of the picture. */
  missing: MissingPart[];
}

/** @param wanted `null`: the box where it is what the window is about, else the whole page. */
export async function scopeFor(link: PageLink, wanted: Scope | null): Promise<Scope> {
  if (wanted !== null) return wanted;
  return (await link.ask("innerFind", {})).isMain ? "conversation" : "page";
}

/** @throws {PageShifted} @throws {CaptureError} whatever a photograph may end with */
export async function takeScope(
  scope: Scope,
  shooting: Shooting,
  order: PageOrder,
  page: PageSurroundings,
  sink: ExhibitSink,
): Promise<ScopeTaken> {
  if (scope === "view") return takeView(order.view);
  const inner = scope === "conversation" ? await takeInner(shooting, { ...order, viewFile: VIEW_FILE }, sink) : null;
  // The box may be gone since it was offered; then the page is what there is.
  return inner ? { scope, ...inner } : takeWholePage(shooting, order, page, sink);
}

async function takeView(view: Png): Promise<ScopeTaken> {
  const bitmap = await decode(view);
  const { width: widthPx, height: heightPx } = bitmap;
  bitmap.close();
  const picture: PictureInfo = { method: "photograph", file: VIEW_FILE, widthPx, heightPx, tiles: 1, complete: true };
  return { scope: "view", picture, seams: [], actions: [], missing: [] };
}

async function takeWholePage(
  shooting: Shooting,
  order: PageOrder,
  { scrollsInside }: PageSurroundings,
  sink: ExhibitSink,
): Promise<ScopeTaken> {
  const { picture, seams, actions, incomplete, picturesNotLoaded, screens } = await takePage(shooting, order, sink);
  const missing: MissingPart[] = [];
  const what = "full-page-picture";
  for (const why of incomplete) missing.push(why === "pageGrew" ? { what, why } : { what, why, screens });
  if (scrollsInside) missing.push({ what, why: "scrollsInside" });
  if (picturesNotLoaded > 0) missing.push({ what: "some-pictures", why: "notLoaded" });
  const complete = picture.complete && !scrollsInside;
  return { scope: "page", picture: { ...picture, complete }, seams, actions, missing };
}

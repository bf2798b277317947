/** The picture that was asked for: what is in view, the whole page, or the box in which its content scrolls. */
import type { PageSurroundings, Unloaded } from "@/src/messaging/page-side";
import type { MissingPart } from "@/src/model/missing";
import type { PageAction } from "@/src/model/page-acts";
import type { PictureInfo, Seam } from "@/src/model/picture";
import type { Scope } from "@/src/model/scope";
import type { Png, Shooting } from "./camera";
import { decode } from "./decode";
import { takeInner } from "./inner/take-inner";
import type { PageLink } from "./page-link";
import type { ExhibitSink } from "./store";
import { type PageOrder, type PageTaken, takePage } from "./take-page";

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
  if (wanted) return wanted;
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
  if (!inner) return pageTaken(await takePage(shooting, order, sink), page);
  const { unloaded, missing, ...taken } = inner;
  return { scope, ...taken, missing: [...missing, ...notLoaded(unloaded)] };
}

async function takeView(view: Png): Promise<ScopeTaken> {
  const bitmap = await decode(view);
  const { width: widthPx, height: heightPx } = bitmap;
  bitmap.close();
  const picture: PictureInfo = { method: "photograph", file: VIEW_FILE, widthPx, heightPx, tiles: 1, complete: true };
  return { scope: "view", picture, seams: [], actions: [], missing: [] };
}

/** What was taken of a whole page, or drawn again. */
export function pageTaken(taken: PageTaken, { scrollsInside }: PageSurroundings): ScopeTaken {
  const { picture, seams, actions, incomplete, unloaded, screens, picturesNotRedrawn } = taken;
  const missing: MissingPart[] = [];
  const what = "full-page-picture";
  if (picture.reason) missing.push({ what: "photograph", why: picture.reason });
  for (const why of incomplete) missing.push(screens && why !== "pageGrew" ? { what, why, screens } : { what, why });
  if (scrollsInside) missing.push({ what, why: "scrollsInside" });
  missing.push(...notLoaded(unloaded));
  if (picturesNotRedrawn) missing.push({ what: "some-pictures", why: "notRedrawn" });
  const complete = picture.complete && !scrollsInside;
  return { scope: "page", picture: { ...picture, complete }, seams, actions, missing };
}

/** Where pictures are covered, their addresses are not kept either: whoever has one may be shown the picture. */
export function withoutPictureAddresses(missing: readonly MissingPart[]): MissingPart[] {
  return missing.map(({ addresses: _, ...part }) => part);
}

function notLoaded(unloaded: Unloaded | null): MissingPart[] {
  if (unloaded === null) return [{ what: "some-pictures", why: "notAsked" }];
  const { count, addresses } = unloaded;
  return count > 0 ? [{ what: "some-pictures", why: "notLoaded", addresses }] : [];
}

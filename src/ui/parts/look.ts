/** The neutral name and drawing that our pages stand under. */
import { t } from "@/src/i18n/t";
import { iconPaths, type Look } from "@/src/model/neutral-look";
import type { IconName } from "./Icon";

let current: Look = "notes";

const ICONS: Readonly<Record<Look, IconName>> = { notes: "page", lists: "list", reader: "book", planner: "calendar" };

export const lookName = (look: Look = current): string => t(`look_${look}`);
export const lookIcon = (look: Look = current): IconName => ICONS[look];

/** From the next drawing on; the document's title and drawing at once. */
export function wearLook(look: Look): void {
  current = look;
  document.title = lookName();
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]") ?? document.createElement("link");
  link.rel = "icon";
  link.href = iconPaths(look)[32];
  document.head.append(link);
}

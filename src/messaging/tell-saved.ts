/** Tells the background of something that a page of ours saved itself. */
import type { ExhibitId } from "@/src/model/exhibit";
import { send } from "./send";

/** Waits for nothing: it is saved, whether the background hears of it or not. */
export function tellSaved(item: ExhibitId): void {
  send("exhibit.saved", { item }).catch((cause: unknown) => console.warn("not told:", cause));
}

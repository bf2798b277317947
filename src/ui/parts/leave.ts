/**
 * Leaving at once. It clears the screen and puts another site in place of our pages. It cannot take our rows out of the
 * browser's history or hide that the extension is installed; the interface says so.
 */
import { t } from "@/src/i18n/t";
import { send } from "@/src/messaging/send";

/** Where our pages go: a site anyone may have open, the same for everyone, that says nothing about the person. */
export const NEUTRAL_SITE = "https://www.google.com/";

/** Every page of ours hears it, and the background, which stops what it is doing to a page. */
export const LEAVE_CHANNEL = "leave";

/** Blanks this document in the frame in which it is called. */
export function cover(): void {
  document.documentElement.classList.add("left");
  const word = document.createElement("p");
  word.className = "visually-hidden left-word";
  word.setAttribute("role", "alert");
  document.body.append(word);
  word.textContent = t("leaving");
}

export function isCovered(): boolean {
  return document.documentElement.classList.contains("left");
}

/** Leaves this page and every other open page of ours. @param go How this page goes: by closing, or to another site. */
export function leaveEverywhere(go: () => void): void {
  // Keys first. Nobody waits for the answer: this page is gone by then.
  send("vault.lock", {}).catch(() => {});
  cover();
  const channel = new BroadcastChannel(LEAVE_CHANNEL);
  channel.postMessage(null);
  channel.close();
  go();
}

/** Goes to the neutral site in the same history entry, so that Back does not return here. */
export function goToNeutralSite(): void {
  location.replace(NEUTRAL_SITE);
}

/** Leaves when another page of ours does. Only our own pages can speak on the channel; this one hears itself too. */
export function leaveWithOthers(go: () => void): void {
  new BroadcastChannel(LEAVE_CHANNEL).addEventListener("message", () => {
    if (isCovered()) return;
    cover();
    go();
  });
}

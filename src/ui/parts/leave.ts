/**
 * Leaving at once. It clears the screen and puts another site in place of our pages. It cannot take our rows out of the
 * browser's history or hide that the extension is installed; the interface says so.
 */
import { t } from "@/src/i18n/t";
import { send } from "@/src/messaging/send";
import { USUAL_LEAVE_TO } from "@/src/model/leave-to";

let site = USUAL_LEAVE_TO;

/** Where our pages go. */
export const leaveTo = (): string => site;

/** The user may have chosen another site; until that was read, the usual one holds. @param url As `leaveToFrom` gives it. */
export function setLeaveTo(url: string): void {
  site = url;
}

/**
 * Every page of ours hears it, and the background, which stops what it is doing to a page. In Firefox what is said in a private
 * window is heard in private windows only; so the background is told by message, too, and says it again.
 */
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
  send("pages.leave", {}).catch(() => {});
  cover();
  const channel = new BroadcastChannel(LEAVE_CHANNEL);
  channel.postMessage(null);
  channel.close();
  go();
}

/** Goes to the neutral site in the same history entry, so that Back does not return here. */
export function goToNeutralSite(): void {
  location.replace(site);
}

/**
 * Leaves when another page of ours does. Only our own pages can speak on the channel; this one hears itself too. Should the
 * browser bring a page back from memory, it loads itself anew: covered as it is, nobody could use it.
 */
export function leaveWithOthers(go: () => void): void {
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && isCovered()) location.reload();
  });
  new BroadcastChannel(LEAVE_CHANNEL).addEventListener("message", () => {
    if (isCovered()) return;
    cover();
    go();
  });
}

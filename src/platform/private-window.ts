import { browser } from "./browser";

/**
 * Whether this context of ours belongs to a private window, where the browser keeps nothing: a page opened in one in Firefox, or
 * anything at all in a Firefox that never remembers history. What is saved from a private window is saved by the background,
 * which belongs to none otherwise.
 */
export function isPrivateContext(): boolean {
  return browser.extension?.inIncognitoContext ?? false;
}

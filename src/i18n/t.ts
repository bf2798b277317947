/**
 * Translated text. Which language is shown is the browser's choice among `public/_locales`; there is no switch of ours.
 * The keys, and which of them take substitutions, are read from the English messages when types are checked.
 */
import type messages from "@/public/_locales/en/messages.json";
import { browser } from "@/src/platform/browser";

type Messages = typeof messages;
export type MessageKey = keyof Messages;
/** A message without placeholders: it can be shown as it stands. */
export type PlainKey = { [Key in MessageKey]: "placeholders" extends keyof Messages[Key] ? never : Key }[MessageKey];
type FilledKey = Exclude<MessageKey, PlainKey>;

/**
 * @param substitutions In the order of `$1`, `$2` … of the English message's named placeholders. Words that come from
 * a page do not belong here but in an element of their own, where they cannot turn the sentence around.
 */
export function t(key: PlainKey): string;
export function t(key: FilledKey, substitutions: readonly (string | number)[]): string;
export function t(key: MessageKey, substitutions: readonly (string | number)[] = []): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

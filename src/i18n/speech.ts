/** Words and numbers in one language, which need not be that of the screen. */
import { filled, type Message } from "./filled";
import type { t } from "./t";

export interface Speech {
  t: typeof t;
  /** Written as the language does. */
  number(value: number): string;
}

/** @param messages Of one language of `public/_locales`, all of them. */
export function speechFrom(messages: Readonly<Record<string, Message>>): Speech {
  const say = (key: string, substitutions: readonly (string | number)[] = []) =>
    filled(messages[key]!, substitutions.map(String));
  const numbers = new Intl.NumberFormat(messages.languageTag!.message);
  return { t: say as typeof t, number: (value) => numbers.format(value) };
}

/**
 * What is the user's own and not the post's: sign-in tokens, what the site keeps in this browser, what was typed. Found
 * by the name it stands under, by its shape, or because the same characters stand in a field, a cookie or the site's storage.
 * A value under an unknown name that stands nowhere else cannot be told from the page's own words.
 */

/** Stands where something private was. */
export const PRIVATE = "[private value removed]";

/** Names under which sites hand out what proves who is signed in. */
const SECRET_NAME =
  /csrf|xsrf|authenticity|nonce|token|secret|passw|session|sess_?id|credential|cookie|bearer|jwt|dtsg|api_?key|auth(?!or)|signature|[-_]sid$|^sid$/i;
const QUOTE = `\\\\*["']`;
/** `"name": "value"` in JSON and scripts, quoted or not, and with quotes that are escaped. */
const NAMED_TEXT = new RegExp(
  `((?:${QUOTE})?([\\w$.-]{2,60})(?:${QUOTE})?\\s*[:=]\\s*)(\\\\*["'])((?:(?!\\3)[^\\n]){1,20000})\\3`,
  "g",
);
/** Signed tokens of the form that begins with a JSON head (RFC 7519). */
const SIGNED_TOKEN = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;

/** How many values are looked for, of each kind. */
export const MAX_VALUES = 400;

export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

export class Secrets {
  readonly kept: readonly string[];
  readonly typed: readonly string[];

  /**
   * @param kept What proves who is signed in: taken out of every attribute and of data.
   * @param typed What stands in fields: left in addresses, because somebody may have searched for the very account or
   * words that the post shows.
   */
  constructor(kept: Iterable<string>, typed: Iterable<string> = []) {
    this.kept = longestFirst(kept);
    this.typed = longestFirst(typed);
  }

  /** @param text Of an attribute or a script. */
  without(text: string, isAddress = false): string {
    let left = text.replace(SIGNED_TOKEN, PRIVATE);
    for (const value of isAddress ? this.kept : [...this.kept, ...this.typed]) left = left.replaceAll(value, PRIVATE);
    return left;
  }

  /** @param script Data that a page keeps in a script. */
  withoutIn(script: string): string {
    const named = script.replace(NAMED_TEXT, (all, head: string, name: string, quote: string) =>
      isSecretName(name) ? `${head}${quote}${PRIVATE}${quote}` : all,
    );
    return this.without(named);
  }
}

/** Longest first: one may hold another. */
const longestFirst = (values: Iterable<string>) =>
  [...new Set(values)].slice(0, MAX_VALUES).sort((a, b) => b.length - a.length);

/**
 * What is the user's own and not the post's: sign-in tokens, what the site keeps in this browser, what was typed. Found
 * by the name it stands under, by its shape, or because the same characters stand in a field, a cookie or the site's storage.
 * A value under an unknown name that stands nowhere else cannot be told from the page's own words.
 */
import { treesOf } from "./shadow";

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

/** As tokens look: one run, long, with letters and digits. Words and addresses of posts that a site remembers are not. */
const TOKEN = /^(?=.*[a-z])(?=.*\d)[\w.~+/=:%-]{16,4096}$/i;
/** Shorter ones stand in too many other words. */
const SHORTEST = 4;
const TYPED = /^.{6,4096}$/s;
const MAX_VALUES = 400;

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

  /** Reads what stands in the page's fields, and what its site keeps in this browser, as far as scripts may read it. */
  static ofPage(root: Element): Secrets {
    const stored = [...cookieValues(), ...storedValues(() => localStorage), ...storedValues(() => sessionStorage)];
    const fields = fieldsOf(root);
    const passwords = fields.filter(({ type }) => type === "password").map(({ value }) => value);
    const kept = [
      ...stored.filter((value) => TOKEN.test(value)),
      ...passwords.filter((value) => value.length >= SHORTEST),
    ];
    return new Secrets(
      kept,
      fields.map(({ value }) => value).filter((value) => TYPED.test(value)),
    );
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

/** Fields for text; what stands in the others is a choice, a colour or a file's name. */
const CHOICES = /^(button|submit|reset|image|checkbox|radio|color|range|file)$/;

function fieldsOf(root: Element): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...treesOf(root)]
    .flatMap(({ tree }) => [...tree.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")])
    .filter(({ type }) => !CHOICES.test(type));
}

/** A page without an origin of its own, or one that is kept from it, has neither cookies nor storage. */
function cookieValues(): string[] {
  try {
    return document.cookie.split(/;\s*/).map((pair) => pair.slice(pair.indexOf("=") + 1));
  } catch {
    return [];
  }
}

function storedValues(open: () => Storage): string[] {
  try {
    const storage = open();
    return Array.from({ length: Math.min(storage.length, MAX_VALUES) }, (_, n) => {
      return storage.getItem(storage.key(n) ?? "") ?? "";
    });
  } catch {
    return [];
  }
}

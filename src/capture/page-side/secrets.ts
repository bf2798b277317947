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
const TYPED = /^.{6,4096}$/s;
const MAX_VALUES = 400;

export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

export class Secrets {
  readonly #values: readonly string[];

  /** @param values Whatever equals one of these is taken out of attributes and scripts. */
  constructor(values: Iterable<string>) {
    // Longest first: one may hold another.
    this.#values = [...new Set(values)].slice(0, MAX_VALUES).sort((a, b) => b.length - a.length);
  }

  /** Reads what was typed into the page, and what its site keeps in this browser, as far as scripts may read it. */
  static ofPage(root: Element): Secrets {
    const kept = [...cookieValues(), ...storedValues(() => localStorage), ...storedValues(() => sessionStorage)];
    return new Secrets([...typedValues(root), ...kept.filter((value) => TOKEN.test(value))]);
  }

  /** @param text Of an attribute or a script. */
  without(text: string): string {
    let left = text.replace(SIGNED_TOKEN, PRIVATE);
    for (const value of this.#values) if (left.includes(value)) left = left.replaceAll(value, PRIVATE);
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

function typedValues(root: Element): string[] {
  const fields = [...treesOf(root)].flatMap(({ tree }) => [
    ...tree.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea"),
  ]);
  const typed = fields.filter((field) => field.value !== field.defaultValue || field.type === "password");
  return typed.map(({ value }) => value).filter((value) => TYPED.test(value));
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

/** Reads what stands in the page's fields, and what its site keeps in this browser, as far as scripts may read it. */
import { MAX_VALUES, Secrets } from "./secrets";
import { treesOf } from "./shadow";

/** As tokens look: one run, long, with letters and digits. Words and addresses of posts that a site remembers are not. */
const TOKEN = /^(?=.*[a-z])(?=.*\d)[\w.~+/=:%-]{16,4096}$/i;
/** Shorter ones stand in too many other words. */
const SHORTEST = 4;
const TYPED = /^.{6,4096}$/s;

export function secretsOfPage(root: Element): Secrets {
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

/**
 * Makes a page's value fit to keep: well-formed, limited, and of the form its fact asks for. A value of another form is
 * dropped, not repaired. An address or handle that is too long is dropped too: cut, it would name something else.
 */
import { FACT_LIMITS } from "@/src/model/page-facts";
import { parseWebAddress } from "./addresses";
import type { NameForm, TextFact } from "./claims";
import { cleanHandle } from "./handles";
import { readMoment } from "./moments";

/** Returns the value as it may stand in `PageFacts`, or `null`. Cleaning twice changes nothing. */
export function cleanFact(fact: TextFact, raw: unknown, form: NameForm = "word"): string | null {
  if (typeof raw !== "string") return null;
  switch (fact) {
    case "permalink":
    case "profileUrl":
      return cleanAddress(raw, FACT_LIMITS[fact]);
    case "handle":
    case "repostedBy":
      return form === "shown" ? shownName(raw, FACT_LIMITS[fact]) : cleanHandle(raw, FACT_LIMITS[fact]);
    case "postedAt":
      return momentOf("time", raw);
    case "postedAtDate":
      return momentOf("date", raw);
    case "language":
      return cleanLanguage(raw);
    case "text":
      return cut(raw.toWellFormed().trim(), FACT_LIMITS.text) || null;
    default:
      return oneLine(raw, FACT_LIMITS[fact]);
  }
}

/** The words as a person reads them: whitespace collapsed, nothing else changed. `null` when there are none. */
export function oneLine(raw: string, limit: number): string | null {
  const start = raw.slice(0, limit * 8); // a hostile value may be megabytes long
  return cut(start.toWellFormed().replace(/\s+/g, " ").trim(), limit).trim() || null;
}

/** Cuts to `limit` UTF-16 units, never through a code point. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return text.slice(0, splitsPair ? limit - 1 : limit);
}

function cleanAddress(raw: string, limit: number): string | null {
  const address = parseWebAddress(raw, null);
  return address !== null && address.href.length <= limit ? address.href : null;
}

function momentOf(kind: "time" | "date", raw: string): string | null {
  const moment = readMoment(raw);
  return moment?.kind === kind ? moment.value : null;
}

/** A BCP 47 tag by its form; whether the language exists is not checked. */
function cleanLanguage(raw: string): string | null {
  const tag = raw.trim();
  return tag.length <= FACT_LIMITS.language && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

const SPACES = /[ \t\n\v\f\r\u00A0\u2028\u2029]+/g;

/** A name that a platform's reader knows to be the account's: it may hold spaces and any letters, kept as they are. */
function shownName(raw: string, limit: number): string | null {
  if (raw.length > limit * 8) return null;
  const name = raw
    .toWellFormed()
    .replace(SPACES, " ")
    .replace(/^ | $/g, "")
    .replace(/^@(?=.)/, "");
  return name !== "" && name.length <= limit ? name : null;
}

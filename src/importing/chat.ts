/**
 * An exported conversation as WhatsApp writes it: one line for each message, which begins with its time as the phone's
 * language puts it. Times stay the words they are, because they do not say which of their numbers is the month.
 */
import type { FileClaim } from "@/src/model/from-elsewhere";

/** Of a line: its time, and what follows. Bounded everywhere, so that no line takes long. */
const STAMPED =
  /^[\u200e\u200f\ufeff]{0,3}\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[, ]{1,2}[^\d[\]]{0,12}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202f]?[ap]\.?[\s\u202f]?m\.?)?)(?:\]\s|\s[-\u2013]\s)(.*)$/iu;
/** Who writes, and that something was written. */
const SENDER = /^[\u200e\u200f]{0,2}~?\s?([^:]{1,100}):\s/u;
/** Longest part of a line that is looked at. */
const LINE_LENGTH = 400;
/** Fewer messages may be any text with a time in it. */
const LEAST_MESSAGES = 2;
const MOST_PEOPLE = 30;

/** What a conversation says of itself; `null` where the text is none. */
export function chatClaims(text: string): FileClaim[] | null {
  const people = new Set<string>();
  const times: string[] = [];
  let messages = 0;
  for (const line of text.split("\n")) {
    const [, time, rest = ""] = STAMPED.exec(line.slice(0, LINE_LENGTH)) ?? [];
    if (time === undefined) continue;
    times.push(time);
    const sender = SENDER.exec(rest)?.[1];
    if (sender === undefined) continue; // what the program itself wrote
    messages += 1;
    if (people.size < MOST_PEOPLE) people.add(sender.trim());
  }
  const first = STAMPED.test(text.trimStart().slice(0, LINE_LENGTH).split("\n")[0] ?? "");
  if (!first || messages < LEAST_MESSAGES) return null;
  return [
    { name: "people", value: [...people].join(", "), source: "chat:senders" },
    { name: "messages", value: String(messages), source: "chat:lines" },
    { name: "first", value: times[0]!, source: "chat:first line" },
    { name: "last", value: times.at(-1)!, source: "chat:last line" },
  ];
}

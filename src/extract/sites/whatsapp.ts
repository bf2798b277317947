/** WhatsApp Web. A message's day and sender are in `data-pre-plain-text`, in the order of the viewer's language. */
import { attributeOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const ROW = ".message-in, .message-out";
const QUOTE = '.quoted-mention, [role="button"]';
/** Sent messages: `true_CHAT_ID`; received: `false_CHAT_ID_SENDER`. */
const IDS = /^(?:true|false)_([^_]+)_([^_]+)(?:_(.+))?$/;

export const whatsapp: SiteReader = {
  name: "whatsapp",
  platforms: ["whatsapp"],
  posts: ({ root }) =>
    all(root, ROW, MAX_BLOCKS).map((element) => ({
      element,
      key: element.closest("[data-id]")?.getAttribute("data-id") ?? null,
    })),
  readPost,
};

function readPost({ element: row, key }: PostBlock, _page: Page): Reading {
  const reading = new Reading("whatsapp");
  const stamp = attributeOf(ownOne(row, "[data-pre-plain-text]", QUOTE), "data-pre-plain-text") ?? "";
  const [, time, sender] = /^\s*\[([^\]]{3,60})\]\s*(.+?):\s*$/s.exec(stamp) ?? [];
  const shown = ownOne(row, '[data-testid="msg-meta"], [data-testid="msg-time"]', QUOTE);
  reading.say("postedAtText", time ?? wordsOf(shown), "message data-pre-plain-text");
  const isNumber = /^\+?[\d\s().-]{7,25}$/.test(sender ?? "");
  const [, chat, , member] = IDS.exec(key ?? "") ?? [];
  const stableId = row.matches(".message-in") ? (member ?? (chat?.endsWith("@g.us") ? undefined : chat)) : undefined;
  const account = isNumber ? { handle: sender } : { displayName: sender };
  reading.author({ ...account, stableId }, "message data-pre-plain-text");
  const text = ownOne(row, "span.selectable-text, .copyable-text span[dir]", ".quoted-mention");
  return reading.say("text", wordsOf(text, 100_000), "message text");
}

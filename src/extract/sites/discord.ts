/** Discord's web app. The name stands on the first message of a row by one person; a reply shows another's above it. */
import { attributeOf, inPath, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const ROW = 'li[id^="chat-messages-"]';
const REPLY = '[class*="repliedMessage"], [id^="message-reply-context"]';
const MAX_BACK = 100;

export const discord: SiteReader = {
  name: "discord",
  platforms: ["discord"],
  named(page) {
    const key = inPath(page.url, /^\/channels\/(?:\d+|@me)\/\d+\/(\d+)\/?$/);
    return key === undefined ? null : { key };
  },
  posts: ({ root }) => all(root, ROW, MAX_BLOCKS).map((element) => ({ element, key: idOf(element) ?? null })),
  readPost,
};

function idOf(row: Element): string | undefined {
  return /-(\d+)$/.exec(row.id)?.[1];
}

function readPost({ element: row, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("discord");
  const time = ownOne(row, "time[datetime]", REPLY);
  reading
    .time(attributeOf(time, "datetime"), "message time[datetime]")
    .say("postedAtText", wordsOf(time), "message time");
  const head = headOf(row);
  const headId = head === null ? undefined : idOf(head);
  const name = head?.querySelector(
    `[id="message-username-${headId}"] [class*="username"], [id="message-username-${headId}"]`,
  );
  const avatar = head === null ? null : ownOne(head, 'img[src*="/avatars/"]', REPLY);
  const stableId = /\/avatars\/(\d+)\//.exec(attributeOf(avatar, "src") ?? "")?.[1];
  reading.author({ displayName: wordsOf(name)?.replace(/^@/, ""), stableId }, "message username");
  const channel = /^\/channels\/(?:\d+|@me)\/\d+/.exec(page.url?.pathname ?? "")?.[0];
  if (channel !== undefined && key !== null)
    reading.say("permalink", new URL(`${channel}/${key}`, page.url?.origin), "message id");
  reading.say("text", wordsOf(row.querySelector(`[id="message-content-${key}"]`), 100_000), "message content");
  const media = all(row, '[class*="mosaicItem"], [class*="imageWrapper"] video', 20).length;
  return reading.media(media, "message media").deny("repostedBy");
}

/** The row itself or the nearest one above it that names its sender. */
function headOf(row: Element): Element | null {
  let at: Element | null = row;
  for (let back = 0; at !== null && back < MAX_BACK; back++) {
    if (at.matches(ROW) && at.querySelector(`[id="message-username-${idOf(at)}"]`) !== null) return at;
    at = at.previousElementSibling;
  }
  return null;
}

/** web.telegram.org: both apps. Names are shown once for several messages; a message without one keeps the last. */
import { attributeOf, ownFirst, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const K = ".bubble[data-mid]";
const A = '.Message[id^="message-"], .message-list-item[id^="message-"]';
const POST = `${K}, ${A}`;
const QUOTE = ".reply, .EmbeddedMessage, .forward-title-container, .embedded-message";

export const telegramWeb: SiteReader = {
  name: "telegram-web",
  platforms: ["telegram"],
  knows: ({ url, root }) => url?.hostname === "web.telegram.org" && root.querySelector(POST) !== null,
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: element.getAttribute("data-mid") ?? element.id })),
  readPost,
};

function readPost({ element: post }: PostBlock, _page: Page): Reading {
  const reading = new Reading("telegram-web");
  reading.epoch(post.getAttribute("data-timestamp"), "bubble data-timestamp");
  const time = ownOne(post, ".time-inner[title], .time[title], .message-time[title]", QUOTE);
  const shown = ownOne(post, ".message-time, .time .i18n, .time", QUOTE);
  reading.say("postedAtText", attributeOf(time, "title") ?? wordsOf(shown), "message time");
  const name = ownOne(post, ".name .peer-title, .sender-title, .message-title .sender-title", QUOTE);
  const first = name ?? nameOfGroup(post);
  const stableId = attributeOf(first, "data-peer-id");
  reading.author({ displayName: wordsOf(first), stableId }, "message sender");
  const forwarded = post.querySelector(".forward-title-container .sender-title, .is-forwarded .name .peer-title");
  if (forwarded) reading.quotes({ displayName: wordsOf(forwarded) });
  const text = ownFirst(post, [".translatable-message", ".text-content", ".message"], QUOTE);
  return reading.say("text", wordsOf(text, 100_000, ".time, .MessageMeta, .reactions"), "message text");
}

/** The first message of the group, in which the sender is named. */
function nameOfGroup(post: Element): Element | null {
  const group = post.closest(".bubbles-group, .sender-group-container");
  return group?.querySelector(".name .peer-title, .sender-title") ?? null;
}

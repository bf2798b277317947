/** Telegram's public pages: one post (whose message is in a frame that cannot be read from here), previews, embeds. */
import { bare, countOwn, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".tgme_widget_message[data-post]";
const QUOTE = ".tgme_widget_message_reply";

export const telegram: SiteReader = {
  name: "telegram",
  platforms: ["telegram"],
  knows: ({ url }) => url?.hostname !== "web.telegram.org",
  named({ url }) {
    const [, channel, id] = /^\/(?:s\/)?(\w{4,}|c\/\d+)\/(?:\d+\/)?(\d+)\/?$/.exec(url?.pathname ?? "") ?? [];
    const comment = url?.searchParams.get("comment");
    return channel === undefined ? null : { key: `${channel}/${comment ? `${id}#${comment}` : id}`.toLowerCase() };
  },
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS).map((element) => ({
      element,
      key: element.getAttribute("data-post")?.toLowerCase() ?? null,
    })),
  readPost,
  readPage,
};

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("telegram");
  const date = ownOne(post, "a.tgme_widget_message_date[href]", QUOTE);
  const time = date?.querySelector("time") ?? null;
  reading.say("permalink", bare(linkOf(date, page)), "message date link");
  reading
    .time(time?.getAttribute("datetime"), "message time[datetime]")
    .say("postedAtText", wordsOf(time), "message time");
  const owner = ownOne(post, "a.tgme_widget_message_owner_name", QUOTE);
  const handle = post.getAttribute("data-post")?.split("/")[0];
  reading.author({ handle, displayName: wordsOf(owner), profile: bare(linkOf(owner, page)) }, "message data-post");
  const source = ownOne(post, ".tgme_widget_message_forwarded_from_name", QUOTE);
  const from = bare(linkOf(source, page));
  const channel = from === null ? undefined : /^\/(\w+)/.exec(from.pathname)?.[1];
  if (source) reading.quotes({ handle: channel, displayName: wordsOf(source), profile: from });
  const text = ownOne(post, ".tgme_widget_message_text.js-message_text, .tgme_widget_message_text", QUOTE);
  reading.say("text", wordsOf(text, 100_000), "message text");
  const media = countOwn(post, ".tgme_widget_message_photo_wrap, .tgme_widget_message_video_player", QUOTE);
  return reading.deny("repostedBy", "text").media(media, "message media");
}

/** Around the frame: the channel's name and the text are in the head, its account in the frame's id. */
function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("telegram");
  const iframe = page.root.querySelector('iframe[id^="telegram-post-"]');
  const [, channel, id] = /^telegram-post-(\w+)-(\d+)/.exec(iframe?.id ?? "") ?? [];
  if (channel === undefined || `${channel}/${id}`.toLowerCase() !== key) return reading;
  reading.say("permalink", bare(linkOf(iframe, page, "src")), "iframe src");
  const profile = new URL(`https://t.me/${channel}`);
  reading.author({ handle: channel, displayName: onlyMeta(page, "og:title"), profile }, "iframe id");
  return reading.say("text", onlyMeta(page, "og:description"), "meta:og:description").deny("repostedBy");
}

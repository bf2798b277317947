/**
 * Private messages on X and Instagram. Only a received message carries its sender: a portrait that links to the profile,
 * or is named after it. For the viewer's own, and for all but one of a group, who sent it stays open.
 */
import { attributeOf, bare, inPath, linkOf, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

interface Chat {
  name: string;
  platform: string;
  path: RegExp;
  row: string;
  /** Links that may lead to the sender's profile. */
  profileLink: string;
  profile: RegExp;
  text: string;
}

function chatReader(chat: Chat): SiteReader {
  return {
    name: chat.name,
    platforms: [chat.platform],
    knows: ({ url, root }) => chat.path.test(url?.pathname ?? "") && root.querySelector(chat.row) !== null,
    posts: ({ root }) => all(root, chat.row, MAX_BLOCKS).map((element) => ({ element, key: null })),
    readPost: (block, page) => readMessage(chat, block, page),
  };
}

function readMessage(chat: Chat, { element: row }: PostBlock, page: Page): Reading {
  const reading = new Reading(chat.name);
  const links = all(row, chat.profileLink, 10).map((link) => bare(linkOf(link, page)));
  const handles = new Set(links.map((link) => inPath(link, chat.profile)).filter((one) => one !== undefined));
  if (handles.size === 1) {
    const profile = links.find((link) => inPath(link, chat.profile) !== undefined);
    reading.author({ handle: [...handles][0], profile }, "message portrait");
  }
  const time = row.querySelector("time");
  reading
    .time(attributeOf(time, "datetime"), "message time[datetime]")
    .say("postedAtText", wordsOf(time), "message time");
  return reading
    .say("text", wordsOf(row.querySelector(chat.text), 100_000), "message text")
    .deny("handle", "repostedBy");
}

export const xMessages = chatReader({
  name: "x-messages",
  platform: "x",
  path: /^\/(?:messages|i\/chat)\//,
  row: '[data-testid="messageEntry"]',
  profileLink: '[data-testid^="UserAvatar-Container-"] a[href], a[href]:has([data-testid^="UserAvatar-Container-"])',
  profile: /^\/(\w{1,20})\/?$/,
  text: '[data-testid="tweetText"]',
});

export const instagramMessages = chatReader({
  name: "instagram-messages",
  platform: "instagram",
  path: /^\/direct\//,
  row: '[role="grid"] [role="row"]',
  profileLink: "a[href]:has(img)",
  profile: /^\/([\w.]{1,30})\/?$/,
  text: 'div[dir="auto"], span[dir="auto"]',
});

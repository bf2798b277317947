/** XenForo 1. Older posts show only a date as text; recent ones carry the time. */
import { inPath } from "@/src/extract/dom";
import { forumReader, numberInHash } from "@/src/extract/forum";

const POST = "li.message[id^='post-'][data-author]";

export const xenforo1 = forumReader({
  name: "xenforo1",
  anyHost: "software",
  knows: ({ root }) => root.querySelector(POST) !== null,
  post: POST,
  nested: "blockquote.quoteContainer, .bbCodeQuote, .signature",
  key: (post) => post.id.replace("post-", ""),
  namedKey: (page) => numberInHash(page, /^#post-(\d+)$/) ?? inPath(page.url, /\/posts\/(\d+)\/?$/),
  isTopic: ({ url }) => /\/threads\/[^/]+\/?$/.test(`${url?.pathname}${url?.search}`),
  author: ".userText a.username, .messageUserBlock a.username, a.username.author",
  authorAttribute: "data-author",
  time: ".messageMeta .DateTime, .privateControls .DateTime, a.datePermalink .DateTime",
  moment: (time) => time.getAttribute("data-time"),
  link: "a.hashPermalink[href], a.datePermalink[href]",
  text: ".messageText",
});

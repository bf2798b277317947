/** XenForo 2. */
import { inPath } from "@/src/extract/dom";
import { forumReader, numberInHash } from "@/src/extract/forum";

export const xenforo2 = forumReader({
  name: "xenforo2",
  anyHost: "software",
  knows: ({ root }) => root.querySelector("article.message[data-content^='post-']") !== null,
  post: "article.message[data-content^='post-']",
  nested: "blockquote, .message-signature",
  key: (post) => post.getAttribute("data-content")?.replace("post-", "") ?? null,
  namedKey: (page) => numberInHash(page, /^#(?:js-)?post-(\d+)$/) ?? inPath(page.url, /\/(?:post-|posts\/)(\d+)\/?$/),
  isTopic: ({ url }) => /\/threads\/[^/]+\/?$/.test(`${url?.pathname}${url?.search}`),
  author: ".message-name .username, .message-name a",
  authorAttribute: "data-author",
  idAttribute: "data-user-id",
  time: ".message-attribution time[datetime], header time[datetime]",
  link: '.message-attribution a[href*="/post-"], .message-attribution a[href*="#post-"], .message-attribution a[href*="/posts/"]',
  text: ".message-body .bbWrapper, .bbWrapper",
  media: ".bbWrapper .bbImage, .bbWrapper video",
});

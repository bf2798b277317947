/** NodeBB: every part of a post is marked as a component. */
import { inPath } from "@/src/extract/dom";
import { forumReader } from "@/src/extract/forum";

const POST = "[component='post'][data-pid]";

export const nodebb = forumReader({
  name: "nodebb",
  anyHost: "software",
  knows: ({ root }) => root.querySelector(POST) !== null,
  post: POST,
  nested: "blockquote, [component='post/parent']",
  key: (post) => post.getAttribute("data-pid"),
  namedKey: (page) =>
    inPath(page.url, /\/post\/([\w%-]+)$/) ?? pidAt(page.root, inPath(page.url, /\/topic\/\d+\/[^/]+\/(\d+)$/)),
  isTopic: ({ url }) => /\/topic\/\d+(?:\/[^/]+)?\/?$/.test(`${url?.pathname}${url?.search}`),
  author: "a[data-username][href*='/user/'], [itemprop='author'] a[href*='/user/'], a[data-username]",
  authorAttribute: "data-username",
  idAttribute: "data-uid",
  time: "a[href*='/post/'] .timeago, .timeago, .permalink .timeago",
  moment: (time) => time.closest(POST)?.getAttribute("data-timestamp") ?? time.getAttribute("title"),
  link: "a[href*='/post/']",
  text: "[component='post/content']",
});

/** The address counts posts from 1, the markup from 0. */
function pidAt(root: Element, place: string | undefined): string | undefined {
  if (place === undefined) return undefined;
  return root.querySelector(`${POST}[data-index="${Number(place) - 1}"]`)?.getAttribute("data-pid") ?? "none";
}

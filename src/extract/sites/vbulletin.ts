/** vBulletin 3 and 4: times are text without a zone. Links carry a session, which is no part of an address. */
import { declaredAs, numbersIn } from "@/src/extract/count";
import { inPath, wordsOf } from "@/src/extract/dom";
import { forumReader, numberInHash, without } from "@/src/extract/forum";
import type { Page } from "@/src/extract/page";
import type { SiteReader } from "@/src/extract/site-reader";

const named = (page: Page) =>
  numberInHash(page, /^#post_?(\d+)$/) ??
  inPath(page.url, /-post(\d+)\.html$/) ??
  (/showthread/.test(page.url?.pathname ?? "") ? (page.url?.searchParams.get("p") ?? undefined) : undefined);
const isTopic = ({ url }: Page) =>
  !/[?&](?:page|goto)=|\/page\d|-\d+\.html?$|[?&]p=/.test(`${url?.pathname}${url?.search}`);
/** "Results 1 to 10 of 57": taken where it fits what is there. */
const declared: SiteReader["declared"] = ({ root }, blocks) => {
  const words = wordsOf(root.querySelector("#postpagestats, .postpagestats, .pagenav td[title]"));
  const [first = 0, last = 0, total, ...more] = numbersIn(words);
  const fits = more.length === 0 && last - first + 1 === blocks.length;
  return fits ? declaredAs(total, blocks) : null;
};
const profile = (link: URL) => without(link, "s");

export const vbulletin4 = forumReader({
  name: "vbulletin4",
  anyHost: "software",
  knows: ({ root }) =>
    root.querySelector("li.postbit[id^='post_'], li.postcontainer[id^='post_'], li.postbitlegacy[id^='post_']") !==
    null,
  post: "li.postbit[id^='post_'], li.postcontainer[id^='post_'], li.postbitlegacy[id^='post_']",
  nested: "blockquote .bbcode_container, .signature",
  key: (post) => post.id.replace("post_", ""),
  namedKey: named,
  isTopic,
  author: ".username_container .username, .userinfo .username, a.username",
  profile,
  time: ".posthead .date, .postdate .date, .userinfo_extra dd, .date",
  moment: () => null,
  link: "a.postcounter[href]",
  permalink: (link) => without(link, "s"),
  declared,
  text: "[id^='post_message_']",
});

export const vbulletin3 = forumReader({
  name: "vbulletin3",
  anyHost: "software",
  knows: ({ root }) => root.querySelector("table[id^='post'] a.bigusername") !== null,
  post: "table[id^='post']",
  nested: ".quote",
  key: (post) => /^post(\d+)$/.exec(post.id)?.[1] ?? null,
  namedKey: named,
  isTopic,
  author: "a.bigusername",
  profile,
  time: "td.thead div.normal, td.thead",
  moment: () => null,
  shownTime: (words) => /\d.*\d:\d\d(?: ?[AP]M)?/i.exec(words)?.[0] ?? words.split("\n")[0],
  link: "a[id^='postcount'][href]",
  permalink: (link) => without(link, "s"),
  declared,
  text: "[id^='post_message_']",
});

export const vbulletin5 = forumReader({
  name: "vbulletin5",
  anyHost: "software",
  knows: ({ root }) => root.querySelector("li.b-post[data-node-id]") !== null,
  post: "li.b-post[data-node-id]",
  nested: ".bbcode_quote",
  key: (post) => post.getAttribute("data-node-id"),
  namedKey: (page) =>
    numberInHash(page, /^#post(\d+)$/) ?? page.url?.searchParams.get("p") ?? inPath(page.url, /\/node\/(\d+)$/),
  isTopic: ({ url }) => !/\/page\d/.test(url?.pathname ?? ""),
  author: ".b-userinfo .author a, .author a",
  profile,
  time: "time[itemprop='dateCreated'], .b-post__timestamp time, time",
  link: "a.b-post__count[href]",
  permalink: (link) => without(link, "s"),
  text: ".js-post__content-text, .b-post__content",
});
